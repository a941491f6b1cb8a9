package io.bloop.expression;

import io.bloop.type.Types;

/**
 * Is a place that holds binary data, whatever its Java type.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <M> the class of the model's objects
 * @param <V> the Java type of what stands there
 */
public interface BinaryPath<M, V> extends OrderedPath<M, V> {

    /**
     * Asks how the stored bytes begin.
     *
     * @param prefix the beginning
     * @return the condition
     */
    default Condition<M> beginsWith(byte[] prefix) {
        return Condition.call(Operator.BEGINS_WITH, this, Types.BYTES, prefix);
    }

    /**
     * Asks what the stored bytes contain.
     *
     * @param part the part
     * @return the condition
     */
    default Condition<M> contains(byte[] part) {
        return Condition.call(Operator.CONTAINS, this, Types.BYTES, part);
    }

    /**
     * Returns the number of bytes, to be compared.
     *
     * @return the size
     */
    default Size<M> size() {
        return new Size<>(this);
    }
}
