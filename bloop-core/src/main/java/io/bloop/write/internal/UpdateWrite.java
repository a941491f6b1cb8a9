package io.bloop.write.internal;

import io.bloop.bound.internal.BoundModel;
import io.bloop.expression.Condition;
import io.bloop.expression.Path;
import io.bloop.mapping.internal.Signature;
import io.bloop.model.Column;
import io.bloop.model.Key;
import io.bloop.request.internal.Requests;
import io.bloop.type.Tag;
import io.bloop.write.WriteOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** An update by request, of an item whose key alone is known. */
public final class UpdateWrite<T> extends Write<T> {

    private final List<WrittenAction<T>> actions;
    private final Signature signature;
    private final @Nullable ReturnValue returned;
    private final Set<Path<T, ?>> nulls;
    private final Set<Column<T, ?>> touched;
    private final WriteExpressions expressions;

    /**
     * Creates an update.
     *
     * @param signature when and by whom the update is
     * @param returned the attributes that the response is to have, or null
     */
    public UpdateWrite(
            BoundModel<T> bound,
            Key<T> key,
            List<WrittenAction<T>> actions,
            WriteOptions<T> options,
            Signature signature,
            @Nullable ReturnValue returned) {
        this(
                bound,
                key,
                actions,
                options,
                signature,
                returned,
                Set.of(),
                bound.claim().guard());
    }

    private UpdateWrite(
            BoundModel<T> bound,
            Key<T> key,
            List<WrittenAction<T>> actions,
            WriteOptions<T> options,
            Signature signature,
            @Nullable ReturnValue returned,
            Set<Path<T, ?>> nulls,
            Condition<T> guard) {
        super(bound, "update", key, key, options, guard);
        this.actions = actions;
        this.signature = signature;
        this.returned = returned;
        this.nulls = nulls;
        this.touched = touched(actions);
        this.expressions = WriteExpressions.of(
                update -> {
                    actions.forEach(action ->
                            action.write(update, nulls.contains(action.path().place())));
                    mapping().stamp(update, signature, touched, nulls);
                    mapping().complete(update, key, touched);
                },
                guarded().and(nulls()));
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
    @Override
    Condition<T> nulls() {
        Condition<T> condition = Condition.empty();
        for (Path<T, ?> path : nulls) {
            condition = condition.and(path.hasType(Tag.NULL));
        }
        for (Path<T, ?> path : quietlyKept()) {
            condition = condition.and(path.hasType(Tag.NULL).not());
        }
        return condition;
    }

    /** Returns the places that would keep an explicit NULL without an error of DynamoDB. */
    private List<Path<T, ?>> quietlyKept() {
        Stream<Path<T, ?>> given = actions.stream()
                .filter(action -> action.kind() == WrittenAction.Kind.SET_IF_ABSENT)
                .map(action -> action.path().place());
        return Stream.concat(given, firstWrites())
                .filter(path -> !nulls.contains(path))
                .toList();
    }

    /** Returns the columns of the first write, except those that the update sets explicitly. */
    private Stream<Column<T, ?>> firstWrites() {
        return mapping().first(signature).stream().filter(column -> !touched.contains(column));
    }

    @Override
    boolean dependsOnAbsence() {
        return !nulls.isEmpty() || !quietlyKept().isEmpty();
    }

    @Override
    boolean mayMeetNull() {
        return true;
    }

    @Override
    @Nullable
    Write<T> amended(Map<String, AttributeValue> item, boolean inDoubt) {
        Set<Path<T, ?>> found = new HashSet<>();
        for (WrittenAction<T> action : actions) {
            if (action.meetsNull(item)) {
                found.add(action.path().place());
            }
        }
        Stream.concat(mapping().version().stream(), firstWrites())
                .filter(column -> {
                    AttributeValue value = column.valueIn(item);
                    return value != null && value.nul() != null;
                })
                .forEach(found::add);
        boolean isReplaced = !found.containsAll(nulls);
        return found.equals(nulls) || (isReplaced && inDoubt)
                ? null
                : new UpdateWrite<>(
                        bound(), key(), actions, options(), signature, returned, Set.copyOf(found), guard());
    }

    @Override
    Write<T> guardedBy(Condition<T> other) {
        return new UpdateWrite<>(bound(), key(), actions, options(), signature, returned, nulls, other);
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
