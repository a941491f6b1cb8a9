package io.bloop.write.internal;

import io.bloop.bound.internal.BoundModel;
import io.bloop.expression.Condition;
import io.bloop.mapping.internal.Changes;
import io.bloop.mapping.internal.Mapping;
import io.bloop.model.Column;
import io.bloop.model.Key;
import io.bloop.request.internal.Requests;
import io.bloop.type.Tag;
import io.bloop.write.IncompleteObject;
import io.bloop.write.InvalidWrite;
import io.bloop.write.Sync;
import io.bloop.write.WriteOptions;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** An update of the columns of an object that have changed. */
final class SaveWrite<T> extends Write<T> {

    private final T object;
    private final Changes<T> changes;
    private final boolean isEmpty;
    private final Condition<T> nulls;
    private final WriteExpressions expressions;

    private SaveWrite(
            BoundModel<T> bound,
            T object,
            Key<T> key,
            Changes<T> changes,
            WriteOptions<T> options,
            boolean isEmpty,
            Condition<T> nulls,
            Condition<T> guard) {
        super(bound, SAVE, object, key, options, guard);
        this.object = object;
        this.changes = changes;
        this.isEmpty = isEmpty;
        this.nulls = nulls;
        this.expressions =
                WriteExpressions.of(changes, bound.updateTexts(), guarded().and(nulls));
    }

    @Override
    Condition<T> nulls() {
        return nulls;
    }

    @Override
    Write<T> guardedBy(Condition<T> other) {
        return new SaveWrite<>(bound(), object, key(), changes, options(), isEmpty, nulls, other);
    }

    static <T> SaveWrite<T> prepare(BoundModel<T> bound, T object, WriteOptions<T> options) {
        bound.events().beforeSave(object);
        Mapping<T> mapping = bound.mapping();
        T before = options.before();
        Key<T> key = mapping.key(before == null ? object : before, bound);
        if (before != null && !mapping.haveSameKey(object, before)) {
            throw new InvalidWrite(
                    "save",
                    mapping.key(object, bound).toString(),
                    "is to write what differs from " + key
                            + ", which is another item; since() takes an earlier state of the same object.");
        }
        if (before == object && mapping.canChange()) {
            throw new InvalidWrite(
                    "save",
                    key.toString(),
                    "is to write what differs from the object itself, which is "
                            + "nothing, whatever it was set to; give since() a copy that was made before the object was "
                            + "changed.");
        }
        Changes<T> changes = before == null ? mapping.changes(object, bound) : mapping.changes(object, before, bound);
        requireComputed(changes, key);
        changes.clear(options.cleared());
        boolean asksNothing = options.condition().isEmpty() && options.sync() == Sync.NONE;
        if (changes.isEmpty() && asksNothing) {
            if (before != null) {
                // the item is unchanged, and the object remembers what the earlier state remembered
                changes.commit(object, Map.of());
            }
            return new SaveWrite<>(bound, object, key, changes, options, true, Condition.empty(), Condition.empty());
        }
        WriteOptions<T> unmoved = WriteOptions.onlyIf(unmoved(bound, key, object, before == null ? object : before)
                        .and(changes.assumed()))
                .with(options);
        changes.stamp(bound.signature(), false);
        return new SaveWrite<>(
                bound,
                object,
                key,
                changes,
                unmoved,
                false,
                nullsAsKnown(changes),
                bound.claim().guard());
    }

    private static void requireComputed(Changes<?> changes, Key<?> key) {
        Changes.Uncomputed<?> uncomputed = changes.uncomputed();
        if (uncomputed != null) {
            throw IncompleteObject.uncomputable(
                    key.toString(),
                    uncomputed.column().name(),
                    uncomputed.lacking().name());
        }
    }

    /** Asks that the item holds an explicit NULL where it is known to, and none where nothing else would tell. */
    private static <T> Condition<T> nullsAsKnown(Changes<T> changes) {
        Condition<T> known = Condition.empty();
        for (Column<T, ?> column : changes.writtenIfAbsent()) {
            known = known.and(column.hasType(Tag.NULL).not());
        }
        for (Column<T, ?> column : changes.overwritten()) {
            known = known.and(column.hasType(Tag.NULL));
        }
        return known;
    }

    @Override
    public boolean isEmpty() {
        return isEmpty;
    }

    @Override
    boolean dependsOnAbsence() {
        return !changes.writtenIfAbsent().isEmpty() || !changes.overwritten().isEmpty();
    }

    @Override
    @Nullable
    Write<T> amended(Map<String, AttributeValue> item, boolean inDoubt) {
        Set<Column<T, ?>> known = Set.copyOf(changes.overwritten());
        Set<Column<T, ?>> nulls = Stream.concat(changes.writtenIfAbsent().stream(), known.stream())
                .filter(column -> isNull(column.valueIn(item)))
                .collect(Collectors.toSet());
        if (nulls.equals(known)) {
            return null;
        }
        Changes<T> amended = changes.overwriting(nulls);
        return new SaveWrite<>(bound(), object, key(), amended, options(), false, nullsAsKnown(amended), guard());
    }

    private static boolean isNull(@Nullable AttributeValue value) {
        return value != null && value.nul() != null;
    }

    @Override
    Map<String, AttributeValue> send(Requests requests) {
        return sendUpdate(requests, expressions, returned());
    }

    private @Nullable ReturnValue returned() {
        return switch (options().sync()) {
            case NONE -> changes.writtenIfAbsent().isEmpty() ? null : ReturnValue.UPDATED_NEW;
            case OLD -> ReturnValue.ALL_OLD;
            case NEW -> ReturnValue.ALL_NEW;
        };
    }

    @Override
    public TransactWriteItem inTransaction() {
        return updateInTransaction(expressions);
    }

    @Override
    boolean isProvenBy(Map<String, AttributeValue> item) {
        // the previous values are lost with the response
        return options().sync() != Sync.OLD && changes.areUnmistakable() && changes.areIn(item, false);
    }

    @Override
    boolean isRuledOutBy(Map<String, AttributeValue> item) {
        return !changes.areIn(item, false) && changes.areRuledOutBy(item);
    }

    @Override
    public T settle(Map<String, AttributeValue> response) {
        Sync sync = options().sync();
        T saved = object;
        try {
            saved = sync == Sync.OLD && !response.isEmpty() ? shown(object, response) : object;
        } finally {
            // the write has happened, whether the old values can be read or not
            saved = changes.commit(saved, response);
        }
        if (sync == Sync.NEW && !response.isEmpty()) {
            saved = filled(saved, response);
        }
        bound().events().afterSave(saved);
        return saved;
    }
}
