package io.bloop.transaction;

import io.bloop.model.Key;
import io.bloop.request.internal.Backoff;
import io.bloop.request.internal.Requests;
import io.bloop.write.internal.Write;
import io.bloop.write.internal.WriteGroup;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * A transaction that is ready to be committed: its operations are frozen, and its token makes sure that it is applied
 * once, however often it is committed.
 *
 * <p>Where a commit fails without a response, commit the same prepared transaction again. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class PreparedTransaction {

    /** What DynamoDB remembers a token for, less a guard for clocks and the way there. */
    static final Duration LIFETIME = Duration.ofMinutes(10).minusSeconds(30);

    private final List<Write<?>> writes;
    private final WriteGroup group;
    private final InstantSource clock;
    private @Nullable Instant firstSent;
    private boolean committed;

    /**
     * Freezes a transaction.
     *
     * @param requests sends the request
     * @param transaction the operations
     * @param clock tells the time
     */
    public PreparedTransaction(Requests requests, WriteTransaction transaction, InstantSource clock) {
        this(requests, transaction, clock, Backoff::new);
    }

    PreparedTransaction(
            Requests requests, WriteTransaction transaction, InstantSource clock, Supplier<Backoff> backoffs) {
        this.writes = transaction.writes();
        this.group = new WriteGroup(requests, writes, backoffs);
        this.clock = clock;
    }

    /**
     * Returns the token that identifies the transaction to DynamoDB.
     *
     * @return the client request token
     */
    public String token() {
        return group.token();
    }

    /**
     * Commits the transaction; one without operations sends nothing.
     *
     * <p>Conflicts with other transactions and throttling are tried again, with the same token. Afterwards the
     * objects count as saved or deleted.
     *
     * @throws TransactionCancelled if it was cancelled; then nothing was applied, and the objects are as they were
     * @throws TransactionTokenExpired if it was first sent too long ago
     */
    public void commit() {
        if (writes.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Instant first = firstSent == null ? now : firstSent;
        if (now.isAfter(first.plus(LIFETIME))) {
            throw new TransactionTokenExpired(token(), first);
        }
        firstSent = first;
        send(now);
        if (!committed) {
            committed = true;
            writes.forEach(write -> write.settle(Map.of()));
        }
    }

    private void send(Instant now) {
        String token = token();
        try {
            group.send();
        } catch (TransactionCanceledException ex) {
            throw cancelled(ex);
        } finally {
            if (!token.equals(token())) {
                firstSent = now;
            }
        }
    }

    private TransactionCancelled cancelled(TransactionCanceledException ex) {
        List<WriteGroup.Reason> reasons = group.reasons(ex);
        return new TransactionCancelled(
                reasons.stream()
                        .map(reason -> CancellationReason.of(reason, ex))
                        .toList(),
                reasons.stream()
                        .filter(reason -> WriteGroup.isUnmet(
                                String.valueOf(reason.reason().code())))
                        .<Key<?>>map(reason -> reason.write().key())
                        .toList(),
                ex);
    }
}
