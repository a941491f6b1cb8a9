package io.bloop.boot.stream;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.read.Consistency;
import io.bloop.request.ConstraintViolation;
import io.bloop.write.Update;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps positions in a table, one item for each listener.
 *
 * <p>The table is bound as any other one is, and so created where the bind mode says so. Thread-safe.
 *
 * @since 0.1.0
 */
public final class DynamoDbStreamPositions implements StreamPositions {

    private final Engine engine;
    private final StreamPositionModel model;

    /**
     * Creates a store.
     *
     * @param engine binds the table
     * @param table the name of the table, which the engine may change
     */
    public DynamoDbStreamPositions(Engine engine, String table) {
        this.engine = engine;
        this.model = new StreamPositionModel(table);
    }

    /** Binds the table, which is bound at the first use otherwise. */
    @Override
    public void bind() {
        engine.bind(List.of(model));
    }

    private BloopTemplate<StreamPosition> template() {
        return engine.template(model);
    }

    @Override
    public Optional<StreamPosition> find(String listener) {
        return template().find(listener, Consistency.STRONG);
    }

    @Override
    public boolean replace(@Nullable StreamPosition expected, StreamPosition next) {
        try {
            Update<StreamPosition> update = template().update(next.listener()).set(model.token, next.token());
            model.lease
                    .replace(update, expected == null ? null : PositionLease.state(expected), PositionLease.state(next))
                    .run();
            return true;
        } catch (ConstraintViolation ex) {
            // the response to an earlier attempt may have been lost
            return find(next.listener()).filter(next::equals).isPresent();
        }
    }
}
