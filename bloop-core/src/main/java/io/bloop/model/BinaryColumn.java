package io.bloop.model;

import io.bloop.expression.BinaryPath;
import io.bloop.type.BinaryType;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column that holds binary data.
 *
 * <p>Immutable once its model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 * @param <V> the Java type of the values
 * @since 0.1.0
 */
public final class BinaryColumn<T, V> extends Column<T, V> implements KeyColumn<T, V>, BinaryPath<T, V> {

    private final BinaryType<V> type;

    BinaryColumn(Declaration<T> declaration, BinaryType<V> type) {
        super(declaration);
        this.type = type;
    }

    @Override
    public BinaryType<V> type() {
        return type;
    }

    @Override
    public BinaryColumn<T, V> storedAs(String attribute) {
        super.storedAs(attribute);
        return this;
    }

    @Override
    public BinaryColumn<T, V> getter(Function<? super T, ? extends @Nullable V> getter) {
        super.getter(getter);
        return this;
    }

    @Override
    public BinaryColumn<T, V> setter(BiConsumer<? super T, @Nullable V> setter) {
        super.setter(setter);
        return this;
    }

    @Override
    public BinaryColumn<T, V> keepInitial() {
        super.keepInitial();
        return this;
    }

    @Override
    public BinaryColumn<T, V> computedFrom(String... columns) {
        super.computedFrom(columns);
        return this;
    }

    @Override
    public BinaryColumn<T, V> hashKey() {
        become(KeyRole.HASH);
        return this;
    }

    @Override
    public BinaryColumn<T, V> rangeKey() {
        become(KeyRole.RANGE);
        return this;
    }
}
