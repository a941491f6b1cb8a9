package io.bloop.write;

import io.bloop.bound.BoundModel;
import io.bloop.request.ConstraintViolation;
import io.bloop.request.Requests;
import io.bloop.type.InvalidValue;
import io.bloop.type.MappingFailed;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Is one write on a condition, which may be unmet because the write itself was applied and its answer lost.
 *
 * <p>Where the SDK has tried again after an attempt that was not refused, the item that is there tells: if it is what
 * the write was to make of it, the write has happened.
 *
 * @param bound the model
 * @param operation what is done, as {@code save}
 * @param subject the object or the key that it is done with
 * @param options how it is done
 */
record Attempt<T>(BoundModel<T> bound, String operation, Object subject, WriteOptions<T> options) {

    /**
     * Makes the write.
     *
     * @param send sends the request, and returns the attributes of its answer
     * @param isDone tells whether an item is what the write was to make of it
     * @param isRuledOut tells whether another item shows that the write was never applied
     * @return the attributes of the answer; all there are of the item where the answer was lost
     */
    Map<String, AttributeValue> write(
            Supplier<Map<String, AttributeValue>> send,
            Predicate<Map<String, AttributeValue>> isDone,
            Predicate<Map<String, AttributeValue>> isRuledOut) {
        try {
            return send.get();
        } catch (ConditionalCheckFailedException ex) {
            Map<String, AttributeValue> there = ex.hasItem() ? ex.item() : Map.of();
            boolean inDoubt = Requests.isInDoubt(ex);
            // the values of before are lost with the answer
            if (inDoubt && options.sync() != Sync.OLD && isDone.test(there)) {
                return there;
            }
            throw violation(ex, there, inDoubt && !isRuledOut.test(there));
        }
    }

    private ConstraintViolation violation(
            ConditionalCheckFailedException cause, Map<String, AttributeValue> there, boolean perhapsApplied) {
        Object existing = options.returnsExisting() && !there.isEmpty() ? read(cause, there) : null;
        return new ConstraintViolation(
                operation, bound.target(null), subject, options.condition(), existing, cause, perhapsApplied);
    }

    private @Nullable Object read(ConditionalCheckFailedException cause, Map<String, AttributeValue> item) {
        try {
            return bound.definition().mapping().read(item, bound);
        } catch (InvalidValue | MappingFailed ex) {
            // that the write was refused matters more than what cannot be read
            cause.addSuppressed(ex);
            return null;
        }
    }
}
