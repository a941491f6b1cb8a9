package io.bloop.write.internal;

import io.bloop.request.CallInterrupted;
import io.bloop.request.RequestFailed;
import io.bloop.request.Target;
import io.bloop.request.internal.Backoff;
import io.bloop.request.internal.Requests;
import io.bloop.wire.internal.WrittenItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * Writes that are applied together, once, under the token of their transaction.
 *
 * <p>For the engine. A token makes sure that DynamoDB applies a transaction once, however often it is sent. Not
 * thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</a>
 */
public final class WriteGroup {

    /** DynamoDB's code of an operation that is not the reason of a cancellation. */
    private static final String OPERATION = "TransactWriteItems";

    private static final String NO_REASON = "None";

    private static final String UNMET = "ConditionalCheckFailed";
    private static final String INVALID = "ValidationError";

    private final Requests requests;
    private final Supplier<Backoff> backoffs;
    private List<Write<?>> writes;
    private String token = UUID.randomUUID().toString();
    private int amendments;

    /**
     * Creates a group that was not sent yet.
     *
     * @param requests sends the request
     * @param writes the writes, at least one
     * @param backoffs waits between attempts
     */
    public WriteGroup(Requests requests, List<? extends Write<?>> writes, Supplier<Backoff> backoffs) {
        this.requests = requests;
        this.writes = List.copyOf(writes);
        this.backoffs = backoffs;
    }

    /**
     * Tells whether the same transaction may well succeed a moment later.
     *
     * @param code DynamoDB's code for the reason of a cancellation
     * @return true for conflicts and throttling
     */
    public static boolean isPassing(String code) {
        return switch (code) {
            case "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded" -> true;
            default -> false;
        };
    }

    /**
     * Tells whether a code says that an operation's condition was not met.
     *
     * @param code DynamoDB's code for the reason of a cancellation
     * @return false for a conflict, throttling or an invalid request
     */
    public static boolean isUnmet(String code) {
        return code.equals(UNMET);
    }

    /**
     * Returns the token that identifies the transaction to DynamoDB.
     *
     * @return the client request token of the last attempt
     */
    public String token() {
        return token;
    }

    /**
     * Sends the writes until they are applied or refused; conflicts and throttling are retried with the same token.
     *
     * @throws TransactionCanceledException if the transaction was cancelled; then nothing was applied
     */
    public void send() {
        Backoff backoff = backoffs.get();
        // a transaction that was not sent yet keeps its token
        writes = writes.stream().<Write<?>>map(write -> looked(write)).toList();
        while (true) {
            try {
                requests.transactWriteItems(target(), request(), carried());
                return;
            } catch (TransactionCanceledException ex) {
                if (!(mayAmend() && amend(ex)) && !(isPassing(ex) && backoff.pause(OPERATION, target()))) {
                    throw ex;
                }
            } catch (RequestFailed ex) {
                // the previous attempt with the same token is still in progress
                boolean isUnderWay = ex.getCause() instanceof TransactionInProgressException;
                if (!(mayAmend() && amend(ex)) && !(isUnderWay && pause(backoff, ex))) {
                    throw WriteSender.advised(writes, ex);
                }
            }
        }
    }

    private boolean mayAmend() {
        return amendments < WriteSender.MOST_AMENDMENTS;
    }

    private <T> Write<T> looked(Write<T> write) {
        return WriteSender.looked(requests, write);
    }

    /** Waits for an attempt that is in progress; where the wait is interrupted, the attempt is what matters. */
    private boolean pause(Backoff backoff, RequestFailed underWay) {
        try {
            return backoff.pause(OPERATION, target());
        } catch (CallInterrupted ex) {
            underWay.addSuppressed(ex);
            return false;
        }
    }

    private TransactWriteItemsRequest.Builder request() {
        return TransactWriteItemsRequest.builder()
                .clientRequestToken(token)
                .transactItems(writes.stream().map(Write::inTransaction).toList());
    }

    /** Returns the items that the request has to carry, in the order of their puts. */
    private List<WrittenItem> carried() {
        return writes.stream().map(Write::carried).filter(Objects::nonNull).toList();
    }

    private Target target() {
        return Target.joined(
                writes.stream().map(write -> write.bound().target(null)).toList());
    }

    /**
     * Tells whether a transaction may succeed as it is when it is sent again.
     *
     * @param cancelled why it was cancelled
     * @return false if one of the reasons stays
     */
    public static boolean isPassing(TransactionCanceledException cancelled) {
        List<String> codes = cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .filter(code -> code != null && !code.equals(NO_REASON))
                .toList();
        return !codes.isEmpty() && codes.stream().allMatch(WriteGroup::isPassing);
    }

    /** Writes again what has met an explicit NULL. What was cancelled was not applied, so that a new token is safe. */
    private boolean amend(TransactionCanceledException cancelled) {
        List<Write<?>> amended = new ArrayList<>(writes);
        boolean isOther = false;
        for (Reason reason : reasons(cancelled)) {
            Write<?> other = amended(reason);
            if (other != null) {
                amended.set(reason.place(), other);
                isOther = true;
            }
        }
        return isOther && replaceBy(amended);
    }

    /** Does the same where DynamoDB refuses the request as a whole, and does not say for which operation. */
    private boolean amend(RequestFailed failure) {
        if (!WriteSender.meetsOtherType(failure)) {
            return false;
        }
        List<Write<?>> amended = new ArrayList<>();
        for (Write<?> write : writes) {
            Write<?> other = write.mayMeetNull() ? WriteSender.amendedByTable(requests, write, false) : null;
            amended.add(other == null ? write : other);
        }
        return !amended.equals(writes) && replaceBy(amended);
    }

    private boolean replaceBy(List<Write<?>> amended) {
        amendments++;
        writes = List.copyOf(amended);
        token = UUID.randomUUID().toString();
        return true;
    }

    private @Nullable Write<?> amended(Reason reason) {
        return switch (String.valueOf(reason.reason().code())) {
            case UNMET ->
                reason.write()
                        .corrected(reason.reason().hasItem() ? reason.reason().item() : Map.of(), false);
            case INVALID ->
                WriteSender.meetsOtherType(reason.reason().message())
                        ? WriteSender.amendedByTable(requests, reason.write(), false)
                        : null;
            default -> null;
        };
    }

    /**
     * A reason of a cancellation, with the write that it is about.
     *
     * @param place the place of the write among the others, from 0
     * @param write the write
     * @param reason DynamoDB's reason
     */
    public record Reason(int place, Write<?> write, CancellationReason reason) {}

    /**
     * Finds the writes that have stopped the others.
     *
     * @param cancelled says why
     * @return the reasons, in the order of the writes
     */
    public List<Reason> reasons(TransactionCanceledException cancelled) {
        List<Reason> reasons = new ArrayList<>();
        List<CancellationReason> all = cancelled.cancellationReasons();
        for (int i = 0; i < Math.min(writes.size(), all.size()); i++) {
            String code = all.get(i).code();
            if (code != null && !code.equals(NO_REASON)) {
                reasons.add(new Reason(i, writes.get(i), all.get(i)));
            }
        }
        return reasons;
    }
}
