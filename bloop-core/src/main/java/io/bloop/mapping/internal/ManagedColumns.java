package io.bloop.mapping.internal;

import io.bloop.InvalidArgument;
import io.bloop.expression.Condition;
import io.bloop.expression.Path;
import io.bloop.expression.UpdateExpression;
import io.bloop.expression.UpdateValue;
import io.bloop.model.Column;
import io.bloop.model.internal.ModelInternals;
import io.bloop.rule.internal.ManagedColumn;
import io.bloop.type.AttributeValues;
import io.bloop.type.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Knows the columns of a model that the engine itself writes, and what it writes to them. */
final class ManagedColumns<T> {

    private static final AttributeValue ZERO = AttributeValue.createN("0");
    private static final AttributeValue ONE = AttributeValue.createN("1");

    private final @Nullable Column<T, ?> version;
    private final @Nullable Column<T, ?> created;
    private final @Nullable Column<T, ?> modified;
    private final @Nullable Column<T, ?> createdBy;
    private final @Nullable Column<T, ?> modifiedBy;
    private final String model;

    ManagedColumns(ModelInternals<T> model) {
        this.version = model.managed(ManagedColumn.VERSION);
        this.created = model.managed(ManagedColumn.CREATED);
        this.modified = model.managed(ManagedColumn.MODIFIED);
        this.createdBy = model.managed(ManagedColumn.CREATED_BY);
        this.modifiedBy = model.managed(ManagedColumn.MODIFIED_BY);
        this.model = model.model().name();
    }

    @Nullable
    Column<T, ?> version() {
        return version;
    }

    @Nullable
    Column<T, ?> created() {
        return created;
    }

    boolean areNone() {
        return version == null && created == null && modified == null && !askForAuditor();
    }

    /** Tells whether it matters who writes. */
    boolean askForAuditor() {
        return createdBy != null || modifiedBy != null;
    }

    /** Returns what the first write of an item gives it: its moment, and its auditor where that is known. */
    Map<Column<T, ?>, AttributeValue> first(Signature signature) {
        return signed(created, createdBy, signature);
    }

    /** Returns what each write gives an item: its moment, and its auditor where that is known. */
    private Map<Column<T, ?>, AttributeValue> last(Signature signature) {
        return signed(modified, modifiedBy, signature);
    }

    private Map<Column<T, ?>, AttributeValue> signed(
            @Nullable Column<T, ?> at, @Nullable Column<T, ?> by, Signature signature) {
        if (at == null && by == null) {
            return Map.of();
        }
        Map<Column<T, ?>, AttributeValue> signed = new LinkedHashMap<>();
        if (at != null) {
            signed.put(at, moment(at, signature.at()));
        }
        if (by != null && signature.auditor() != null) {
            signed.put(by, auditor(by, signature.auditor()));
        }
        return signed;
    }

    @SuppressWarnings("unchecked") // the caller has checked the class
    private <V> AttributeValue auditor(Column<T, V> column, Object auditor) {
        Class<?> type = column.type().javaType();
        if (!type.isInstance(auditor)) {
            throw new InvalidArgument(
                    "auditor() of " + model,
                    "auditor",
                    "of " + type + ", like column '" + column.name() + "'",
                    "of " + auditor.getClass());
        }
        return Objects.requireNonNull(AttributeValues.dump(column.type(), (V) auditor));
    }

    /** Tells whether every write moves a column, whoever writes, so that what an object holds there is no change of its own. */
    boolean move(Column<T, ?> column) {
        return column == version || column == modified;
    }

    /** Asks for the version that an object has; one of zero counts as none, which other writers begin with. */
    Condition<T> unmoved(T object) {
        return version == null ? Condition.empty() : unmoved(version, object);
    }

    private static <T, V> Condition<T> unmoved(Column<T, V> version, T object) {
        V value = version.get(object);
        Condition<T> same = version.eq(value);
        return value != null && number(value) == 0 ? Condition.absent(version).or(same) : same;
    }

    private static long number(@Nullable Object version) {
        return version == null ? 0 : ((Number) version).longValue();
    }

    /** Returns what one write of an object gives the columns that every write moves. */
    Map<Column<T, ?>, AttributeValue> moved(T object, Signature signature) {
        if (areNone()) {
            return Map.of();
        }
        Map<Column<T, ?>, AttributeValue> moved = new LinkedHashMap<>();
        if (version != null) {
            long next = Math.addExact(number(version.get(object)), 1);
            moved.put(version, AttributeValue.createN(Long.toString(next)));
        }
        moved.putAll(last(signature));
        return moved;
    }

    /** Returns what an object has to hold where it counts as new: no version. */
    Map<Column<T, ?>, AttributeValue> reset(T object) {
        return version == null || number(version.get(object)) == 0 ? Map.of() : Map.of(version, ZERO);
    }

    /** Tells whether nobody else's write leaves what this one does: the time of the attempt, or the next version. */
    boolean areUnmistakable(T object, Map<Column<T, ?>, AttributeValue> moved) {
        // a time in whole seconds may equal that of another writer
        return modified != null && modified.type().tag() == Tag.S && moved.containsKey(modified)
                || version != null && moved.containsKey(version) && number(version.get(object)) > 0;
    }

    /**
     * Adds what an update of an item writes of itself, except columns that it sets explicitly.
     *
     * @param nulls the columns at which the item holds an explicit NULL, which counts as absent
     */
    void stamp(
            UpdateExpression update,
            Signature signature,
            Collection<? extends Column<T, ?>> taken,
            Collection<? extends Path<T, ?>> nulls) {
        if (version != null) {
            if (nulls.contains(version)) {
                update.set(version, ONE);
            } else {
                update.add(version, ONE);
            }
        }
        first(signature).forEach((column, value) -> {
            if (taken.contains(column)) {
                return;
            }
            if (nulls.contains(column)) {
                update.set(column, value);
            } else {
                update.set(column, UpdateValue.ifAbsent(column, value));
            }
        });
        last(signature).forEach((column, value) -> {
            if (!taken.contains(column)) {
                update.set(column, value);
            }
        });
    }

    @SuppressWarnings("unchecked") // the rules have checked the column's type
    private static <T, V> AttributeValue moment(Column<T, V> column, Instant now) {
        Class<?> type = column.type().javaType();
        Object moment = type == OffsetDateTime.class
                ? now.atOffset(ZoneOffset.UTC)
                : type == ZonedDateTime.class ? now.atZone(ZoneOffset.UTC) : now;
        return Objects.requireNonNull(AttributeValues.dump(column.type(), (V) moment));
    }

    /**
     * Tells whether an item shows that the write of a version was never applied, since the item has not passed that
     * version.
     */
    boolean neverCameBy(Map<String, AttributeValue> item, AttributeValue wanted) {
        if (version == null || item.isEmpty()) {
            return false;
        }
        AttributeValue found = item.get(version.attribute());
        String number = found == null ? null : found.n();
        return number == null || new BigDecimal(number).compareTo(new BigDecimal(wanted.n())) <= 0;
    }
}
