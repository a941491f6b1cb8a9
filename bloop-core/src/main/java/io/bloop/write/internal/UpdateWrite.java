package io.bloop.write.internal;

import io.bloop.bound.internal.BoundModel;
import io.bloop.expression.Condition;
import io.bloop.expression.Path;
import io.bloop.model.Column;
import io.bloop.model.Key;
import io.bloop.request.internal.Requests;
import io.bloop.type.Tag;
import io.bloop.write.WriteOptions;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** An update by request, of an item of which only the key is known. */
public final class UpdateWrite<T> extends Write<T> {

    private final List<WrittenAction<T>> actions;
    private final Instant now;
    private final @Nullable ReturnValue returned;
    private final Set<Path<T, ?>> nulls;
    private final Set<Column<T, ?>> touched;
    private final WriteExpressions expressions;

    /**
     * Creates an update.
     *
     * @param returned the attributes that the response is to have, or null
     * @param nulls the places at which the item holds an explicit NULL, which counts as absent
     */
    public UpdateWrite(
            BoundModel<T> bound,
            Key<T> key,
            List<WrittenAction<T>> actions,
            WriteOptions<T> options,
            Instant now,
            @Nullable ReturnValue returned,
            Set<Path<T, ?>> nulls) {
        super(bound, "update", key, key, options);
        this.actions = actions;
        this.now = now;
        this.returned = returned;
        this.nulls = nulls;
        this.touched = touched(actions);
        this.expressions = WriteExpressions.of(
                update -> {
                    actions.forEach(action ->
                            action.write(update, nulls.contains(action.path().place())));
                    mapping().stamp(update, now, touched, nulls);
                },
                options.condition().and(guard()));
    }

    private static <T> Set<Column<T, ?>> touched(List<WrittenAction<T>> actions) {
        Set<Column<T, ?>> touched = new HashSet<>();
        for (WrittenAction<T> action : actions) {
            if (action.path().place() instanceof Column<T, ?> column) {
                touched.add(column);
            }
        }
        return touched;
    }

    /** Asks that the item holds an explicit NULL where it is known to, and none where nothing else would tell. */
    private Condition<T> guard() {
        Condition<T> guard = Condition.empty();
        for (Path<T, ?> path : nulls) {
            guard = guard.and(path.hasType(Tag.NULL));
        }
        for (Path<T, ?> path : quietlyKept()) {
            guard = guard.and(path.hasType(Tag.NULL).not());
        }
        return guard;
    }

    /** Returns the places that would keep an explicit NULL without an error of DynamoDB. */
    private List<Path<T, ?>> quietlyKept() {
        Stream<Path<T, ?>> given = actions.stream()
                .filter(action -> action.kind() == WrittenAction.Kind.SET_IF_ABSENT)
                .map(action -> action.path().place());
        Stream<Path<T, ?>> managed = mapping().created().stream()
                .filter(created -> !touched.contains(created))
                .map(created -> created);
        return Stream.concat(given, managed)
                .filter(path -> !nulls.contains(path))
                .toList();
    }

    @Override
    boolean dependsOnAbsence() {
        return !quietlyKept().isEmpty();
    }

    @Override
    boolean mayMeetNull() {
        return true;
    }

    @Override
    @Nullable
    Write<T> amended(Map<String, AttributeValue> item) {
        Set<Path<T, ?>> found = new HashSet<>(nulls);
        for (WrittenAction<T> action : actions) {
            if (action.meetsNull(item)) {
                found.add(action.path().place());
            }
        }
        Stream.concat(mapping().version().stream(), mapping().created().stream())
                .filter(column -> !touched.contains(column))
                .filter(column -> {
                    AttributeValue value = column.valueIn(item);
                    return value != null && value.nul() != null;
                })
                .forEach(found::add);
        return found.equals(nulls)
                ? null
                : new UpdateWrite<>(bound(), key(), actions, options(), now, returned, Set.copyOf(found));
    }

    @Override
    public @Nullable String advice(@Nullable String message) {
        return message == null ? null : new UpdateAdvice<>(key(), actions).on(message);
    }

    @Override
    Map<String, AttributeValue> send(Requests requests) {
        return sendUpdate(requests, expressions, returned);
    }

    @Override
    public TransactWriteItem inTransaction() {
        return updateInTransaction(expressions);
    }

    @Override
    public @Nullable T settle(Map<String, AttributeValue> response) {
        return null;
    }
}
