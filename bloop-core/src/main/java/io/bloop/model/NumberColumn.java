package io.bloop.model;

import io.bloop.expression.NumberPath;
import io.bloop.rule.internal.ManagedColumn;
import io.bloop.type.NumberType;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column that holds a number.
 *
 * <p>Immutable once its model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 * @param <V> the Java type of the values
 * @since 0.1.0
 */
public final class NumberColumn<T, V> extends Column<T, V> implements KeyColumn<T, V>, NumberPath<T, V> {

    private final NumberType<V> type;

    NumberColumn(Declaration<T> declaration, NumberType<V> type) {
        super(declaration);
        this.type = type;
    }

    @Override
    public NumberType<V> type() {
        return type;
    }

    @Override
    public NumberColumn<T, V> storedAs(String attribute) {
        super.storedAs(attribute);
        return this;
    }

    @Override
    public NumberColumn<T, V> getter(Function<? super T, ? extends @Nullable V> getter) {
        super.getter(getter);
        return this;
    }

    @Override
    public NumberColumn<T, V> setter(BiConsumer<? super T, @Nullable V> setter) {
        super.setter(setter);
        return this;
    }

    @Override
    public NumberColumn<T, V> keepInitial() {
        super.keepInitial();
        return this;
    }

    @Override
    public NumberColumn<T, V> computedFrom(String... columns) {
        super.computedFrom(columns);
        return this;
    }

    /**
     * Stores the column only as a part of the table's key, whose template names it. The column has no attribute of its
     * own; it is read from the key.
     *
     * @return this column, which only conditions of {@code where()} can name
     * @throws IllegalStateException if the model is in use already
     */
    public NumberColumn<T, V> keyOnly() {
        beKeyOnly();
        return this;
    }

    @Override
    public NumberColumn<T, V> hashKey() {
        become(KeyRole.HASH);
        return this;
    }

    @Override
    public NumberColumn<T, V> rangeKey() {
        become(KeyRole.RANGE);
        return this;
    }

    /**
     * Makes this column the version of the items: the engine increases it with each write, and refuses a write if the
     * item has another version than the object.
     *
     * <p>Only for whole numbers, an int or a long. A model has at most one.
     *
     * @return this column
     */
    public NumberColumn<T, V> version() {
        become(ManagedColumn.VERSION);
        return this;
    }

    /**
     * Lets the engine store the time of the first write in this column, unless a new object has a value for it.
     *
     * <p>Only for an Instant, an OffsetDateTime or a ZonedDateTime. A model has at most one.
     *
     * @return this column
     */
    public NumberColumn<T, V> created() {
        become(ManagedColumn.CREATED);
        return this;
    }

    /**
     * Lets the engine store the time of each write in this column.
     *
     * <p>Only for an Instant, an OffsetDateTime or a ZonedDateTime. A model has at most one.
     *
     * @return this column
     */
    public NumberColumn<T, V> modified() {
        become(ManagedColumn.MODIFIED);
        return this;
    }

    /**
     * Lets the engine store the auditor of the first write in this column, unless a new object has a value for it.
     *
     * <p>Only for a String, a UUID, an Integer or a Long. A model has at most one. See {@link AuditorSupplier}.
     *
     * @return this column
     */
    public NumberColumn<T, V> createdBy() {
        become(ManagedColumn.CREATED_BY);
        return this;
    }

    /**
     * Lets the engine store the auditor of each write in this column.
     *
     * <p>Only for a String, a UUID, an Integer or a Long. A model has at most one. See {@link AuditorSupplier}.
     *
     * @return this column
     */
    public NumberColumn<T, V> modifiedBy() {
        become(ManagedColumn.MODIFIED_BY);
        return this;
    }
}
