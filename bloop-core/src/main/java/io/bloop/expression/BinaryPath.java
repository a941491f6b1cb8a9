package io.bloop.expression;

import io.bloop.type.BinaryType;

/**
 * A place that holds binary data, whatever its Java type.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <M> the class of the model's objects
 * @param <V> the Java type of what stands there
 * @since 0.1.0
 */
public interface BinaryPath<M, V> extends OrderedPath<M, V> {

    @Override
    BinaryType<V> type();

    /**
     * Asks how the bytes begin.
     *
     * <p>The prefix is compared with the stored bytes. For {@link io.bloop.type.Types#BASE64_BYTES} it is the prefix
     * of the bytes themselves: the condition joins the beginnings that their base64 can have by "or", unless the prefix
     * has a multiple of three bytes.
     *
     * @param prefix the beginning
     * @return the condition
     */
    default Condition<M> beginsWith(byte[] prefix) {
        return Condition.beginsWith(this, type(), prefix);
    }

    /**
     * Asks what the stored bytes contain.
     *
     * @param part the part
     * @return the condition
     * @throws InvalidCondition if the bytes are stored as base64, in which DynamoDB cannot find a part
     */
    default Condition<M> contains(byte[] part) {
        return Condition.contains(this, type(), part);
    }

    /**
     * Asks whether the stored bytes begin with what stands elsewhere in the item.
     *
     * @param other the other place
     * @return the condition, unmet where either is absent
     * @throws InvalidCondition if the places are the same, or either is stored as base64
     */
    default Condition<M> beginsWith(BinaryPath<? super M, ?> other) {
        return Condition.call(Operator.BEGINS_WITH, this, other);
    }

    /**
     * Asks whether the stored bytes contain what stands elsewhere in the item.
     *
     * @param other the other place
     * @return the condition, unmet where either is absent
     * @throws InvalidCondition if the places are the same, or either is stored as base64
     */
    default Condition<M> contains(BinaryPath<? super M, ?> other) {
        return Condition.call(Operator.CONTAINS, this, other);
    }

    /**
     * Returns the number of stored bytes, to be compared.
     *
     * @return the size; four bytes for each three of {@link io.bloop.type.Types#BASE64_BYTES}
     */
    default Size<M> size() {
        return new Size<>(this);
    }
}
