package io.bloop.model;

import io.bloop.expression.NumberPath;
import io.bloop.type.NumberType;

/**
 * Is a column that holds a number.
 *
 * <p>Immutable once its model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 * @param <V> the Java type of the values
 */
public final class NumberColumn<T, V> extends Column<T, V> implements KeyColumn<T, V>, NumberPath<T, V> {

    private final NumberType<V> type;

    NumberColumn(Declaration<T, V> declaration, NumberType<V> type) {
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
    public NumberColumn<T, V> hashKey() {
        become(KeyRole.HASH);
        return this;
    }

    @Override
    public NumberColumn<T, V> rangeKey() {
        become(KeyRole.RANGE);
        return this;
    }
}
