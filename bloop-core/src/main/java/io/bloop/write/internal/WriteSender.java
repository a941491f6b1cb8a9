package io.bloop.write.internal;

import io.bloop.bound.internal.BoundModel;
import io.bloop.bound.internal.ItemClaim;
import io.bloop.model.Key;
import io.bloop.request.InvalidRequest;
import io.bloop.request.RequestFailed;
import io.bloop.request.internal.Backoff;
import io.bloop.request.internal.Requests;
import io.bloop.type.StoredItem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Sends single writes, and judges responses that were lost. Thread-safe. */
final class WriteSender {

    /** Another writer may put an explicit NULL back in between, but not for ever. */
    static final int MOST_AMENDMENTS = 3;

    private final Requests requests;

    WriteSender(Requests requests) {
        this.requests = requests;
    }

    /**
     * Sends a write until it is applied or refused.
     *
     * @return the attributes of the response; all attributes of the item where the response was lost
     * @throws io.bloop.request.ConstraintViolation if the condition is not met
     */
    <T> Map<String, AttributeValue> send(Write<T> write) {
        if (write.options().isOnce()) {
            sendOnce(write);
            return Map.of();
        }
        Write<T> next = looked(requests, write);
        boolean inDoubt = false;
        for (int i = 0; ; i++) {
            Write<T> amended;
            try {
                return next.send(requests);
            } catch (ConditionalCheckFailedException ex) {
                Map<String, AttributeValue> there = ex.hasItem() ? ex.item() : Map.of();
                inDoubt |= Requests.isInDoubt(ex);
                if (inDoubt && next.foreign(ex, there) == null && next.isProvenBy(there)) {
                    return there;
                }
                amended = i < MOST_AMENDMENTS ? next.corrected(there, inDoubt) : null;
                if (amended == null) {
                    throw next.violation(ex, there, inDoubt && !next.isRuledOutBy(there));
                }
            } catch (InvalidRequest ex) {
                boolean meetsNull = i < MOST_AMENDMENTS && meetsOtherType(ex);
                amended = meetsNull ? amendedByTable(requests, next, inDoubt) : null;
                if (amended == null) {
                    throw advised(List.of(next), ex);
                }
            }
            next = amended;
        }
    }

    /** Adds to a failure what the writes of the request know about it. */
    static RequestFailed advised(List<? extends Write<?>> writes, RequestFailed failure) {
        String advice = writes.stream()
                .map(write -> write.advice(failure.getMessage()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return failure instanceof InvalidRequest invalid && !advice.isEmpty() ? invalid.advised(advice) : failure;
    }

    private <T> void sendOnce(Write<T> write) {
        WriteGroup group = new WriteGroup(requests, List.of(write), Backoff::new);
        try {
            group.send();
        } catch (TransactionCanceledException ex) {
            for (WriteGroup.Reason reason : group.reasons(ex)) {
                if (WriteGroup.isUnmet(reason.reason().code())) {
                    Map<String, AttributeValue> there =
                            reason.reason().hasItem() ? reason.reason().item() : Map.of();
                    throw write.violation(ex, there, false);
                }
            }
            throw requests.failure("TransactWriteItems", write.bound().target(null), ex);
        }
    }

    static boolean meetsOtherType(RequestFailed failure) {
        return failure instanceof InvalidRequest
                && failure.getCause() != null
                && meetsOtherType(failure.getCause().getMessage());
    }

    /** Tells whether DynamoDB says that it found an attribute of another type than an update needs, perhaps NULL. */
    static boolean meetsOtherType(@Nullable String message) {
        return message != null && message.contains("An operand in the update expression has an incorrect data type");
    }

    /** Reads the item, because the error of DynamoDB does not contain it. */
    static <T> @Nullable Write<T> amendedByTable(Requests requests, Write<T> write, boolean inDoubt) {
        return item(requests, write)
                .<Write<T>>map(item -> write.amended(item.attributes(), inDoubt))
                .orElse(null);
    }

    /**
     * Looks at the item where DynamoDB cannot evaluate the claim of the model, and makes the write depend on what is there.
     *
     * @throws io.bloop.request.ForeignItem if the item belongs to another model
     */
    static <T> Write<T> looked(Requests requests, Write<T> write) {
        if (!write.needsLook()) {
            return write;
        }
        ItemClaim<T> claim = write.bound().claim();
        Optional<StoredItem> there = item(requests, write);
        there.ifPresent(claim::require);
        return write.guardedBy(claim.guard(there.map(StoredItem::attributes).orElse(Map.of())));
    }

    /**
     * Finds the model that an item belongs to, of those of a supertype by a look at the item where the key does not tell.
     *
     * @return the model; null where the key does not tell, and there is no item
     * @throws io.bloop.request.ForeignItem if the item belongs to none of the models
     */
    @SuppressWarnings("unchecked") // a model that is found by a key alone makes no object
    <T> @Nullable BoundModel<T> owner(BoundModel<T> bound, Key<T> key) {
        if (bound.members().isEmpty()) {
            return bound;
        }
        Optional<StoredItem> known =
                bound.claim().isOfKey() ? Optional.of(StoredItem.of(key.attributes())) : item(requests, bound, key);
        known.ifPresent(bound.claim()::require);
        return (BoundModel<T>)
                known.<BoundModel<? extends T>>map(bound::claimant).orElse(null);
    }

    private static <T> Optional<StoredItem> item(Requests requests, Write<T> write) {
        return item(requests, write.bound(), write.key());
    }

    private static <T> Optional<StoredItem> item(Requests requests, BoundModel<T> bound, Key<T> key) {
        GetItemRequest.Builder request = GetItemRequest.builder()
                .tableName(bound.tableName())
                .key(key.attributes())
                .consistentRead(true);
        return requests.getItem(bound.target(null), request).items().stream().findFirst();
    }
}
