package io.bloop.stream;

import io.bloop.InvalidArgument;
import io.bloop.bound.internal.BoundModel;
import io.bloop.stream.Change.Origin;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Makes changes of the records of a table's stream, whatever service has delivered them.
 *
 * <p>{@link StreamRecords} makes records of the JSON that Lambda, EventBridge Pipes and Kinesis Data Streams deliver. Its
 * engine makes it. Thread-safe.
 *
 * @param <T> the class of the model's objects, or the one that the objects of several models have in common
 * @since 0.1.0
 */
public final class ChangeMapper<T> {

    private final Supplier<? extends List<? extends BoundModel<? extends T>>> models;

    /**
     * Creates a mapper; {@code changes} of an engine does the same.
     *
     * @param models returns bound models of one table, at least one
     */
    public ChangeMapper(Supplier<? extends List<? extends BoundModel<? extends T>>> models) {
        this.models = models;
    }

    /**
     * Makes the change of a record.
     *
     * @param record the SDK's record
     * @return the change
     * @throws UnreadableChange if the record is of another table, a value does not fit its column, or the predicate of a claim
     *     throws
     * @throws io.bloop.request.ForeignItem if the record is of an item that no model of the mapper claims
     */
    public Change<T> of(Record record) {
        InvalidArgument.required(record, "of()", "record", "a record of a table's stream");
        TableMapping<T> mapping = new TableMapping<>(models.get());
        if (!mapping.claims(record, Origin.UNKNOWN)) {
            throw mapping.foreign(record, Origin.UNKNOWN);
        }
        return mapping.change(record, Origin.UNKNOWN);
    }

    /**
     * Tells whether a record is of an item of the models, for tables that several models share.
     *
     * @param record the SDK's record
     * @return true if {@link #of} makes a change of it
     * @throws UnreadableChange if the record has keys alone, and those do not tell, or the predicate of the claim throws
     */
    public boolean claims(Record record) {
        InvalidArgument.required(record, "claims()", "record", "a record of a table's stream");
        return new TableMapping<T>(models.get()).claims(record, Origin.UNKNOWN);
    }
}
