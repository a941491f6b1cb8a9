package io.bloop.model;

import io.bloop.expression.OrderedPath;

/**
 * A column that can be a key of a table or an index: one that is stored as S, N or B.
 *
 * <p>Immutable once its model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 * @param <V> the Java type of the values
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.CoreComponents.html">Primary key</a>
 * @since 0.1.0
 */
public sealed interface KeyColumn<T, V> extends OrderedPath<T, V> permits StringColumn, NumberColumn, BinaryColumn {

    /**
     * Makes this column the table's hash key.
     *
     * @return this column
     */
    KeyColumn<T, V> hashKey();

    /**
     * Makes this column the table's range key.
     *
     * @return this column
     */
    KeyColumn<T, V> rangeKey();
}
