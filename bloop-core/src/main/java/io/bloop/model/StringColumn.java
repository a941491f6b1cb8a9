package io.bloop.model;

import io.bloop.expression.StringPath;
import io.bloop.rule.internal.ManagedColumn;
import io.bloop.type.StringType;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column that holds a string.
 *
 * <p>Immutable once its model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 * @param <V> the Java type of the values
 * @since 0.1.0
 */
public final class StringColumn<T, V> extends Column<T, V> implements KeyColumn<T, V>, StringPath<T, V> {

    private final StringType<V> type;

    StringColumn(Declaration<T> declaration, StringType<V> type) {
        super(declaration);
        this.type = type;
    }

    @Override
    public StringType<V> type() {
        return type;
    }

    @Override
    public StringColumn<T, V> storedAs(String attribute) {
        super.storedAs(attribute);
        return this;
    }

    @Override
    public StringColumn<T, V> getter(Function<? super T, ? extends @Nullable V> getter) {
        super.getter(getter);
        return this;
    }

    @Override
    public StringColumn<T, V> setter(BiConsumer<? super T, @Nullable V> setter) {
        super.setter(setter);
        return this;
    }

    @Override
    public StringColumn<T, V> keepInitial() {
        super.keepInitial();
        return this;
    }

    @Override
    public StringColumn<T, V> computedFrom(String... columns) {
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
    public StringColumn<T, V> keyOnly() {
        beKeyOnly();
        return this;
    }

    @Override
    public StringColumn<T, V> hashKey() {
        become(KeyRole.HASH);
        return this;
    }

    @Override
    public StringColumn<T, V> rangeKey() {
        become(KeyRole.RANGE);
        return this;
    }

    /**
     * Lets the engine store the time of the first write in this column, unless a new object has a value for it.
     *
     * <p>Only for an Instant, an OffsetDateTime or a ZonedDateTime. A model has at most one.
     *
     * @return this column
     */
    public StringColumn<T, V> created() {
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
    public StringColumn<T, V> modified() {
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
    public StringColumn<T, V> createdBy() {
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
    public StringColumn<T, V> modifiedBy() {
        become(ManagedColumn.MODIFIED_BY);
        return this;
    }
}
