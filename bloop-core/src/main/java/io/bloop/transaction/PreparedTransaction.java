package io.bloop.transaction;

import io.bloop.request.Backoff;
import io.bloop.request.RequestFailed;
import io.bloop.request.Requests;
import io.bloop.request.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * Is a transaction that is ready to be committed: its requests are frozen, and its token makes sure that it is applied
 * once, however often it is committed.
 *
 * <p>Where a commit fails without an answer, commit the same prepared transaction again. Not thread-safe.
 */
public final class PreparedTransaction {

    /** What DynamoDB remembers a token for, less a guard for clocks and the way there. */
    static final Duration LIFETIME = Duration.ofMinutes(10).minusSeconds(30);

    private final Requests requests;
    private final List<Entry<?>> entries;
    private final InstantSource clock;
    private final Supplier<Backoff> backoffs;
    private final String token = UUID.randomUUID().toString();
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
        this.requests = requests;
        this.entries = transaction.entries();
        this.clock = clock;
        this.backoffs = backoffs;
    }

    /**
     * Returns the token that identifies the transaction to DynamoDB.
     *
     * @return the client request token
     */
    public String token() {
        return token;
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
        if (entries.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Instant first = firstSent == null ? now : firstSent;
        if (now.isAfter(first.plus(LIFETIME))) {
            throw new TransactionTokenExpired(token, first);
        }
        if (firstSent == null) {
            entries.forEach(entry -> entry.announce().run());
        }
        firstSent = first;
        send();
        if (!committed) {
            committed = true;
            entries.forEach(entry -> entry.commit().run());
        }
    }

    private void send() {
        TransactWriteItemsRequest request = TransactWriteItemsRequest.builder()
                .clientRequestToken(token)
                .transactItems(entries.stream().map(Entry::item).toList())
                .build();
        Backoff backoff = backoffs.get();
        while (true) {
            try {
                requests.transactWriteItems(target(), request);
                return;
            } catch (TransactionCanceledException ex) {
                List<CancellationReason> reasons = reasons(ex);
                boolean passing = !reasons.isEmpty() && reasons.stream().allMatch(CancellationReason::isPassing);
                if (!passing || !backoff.pause()) {
                    throw new TransactionCancelled(reasons, ex);
                }
            } catch (RequestFailed ex) {
                // the attempt before, of the same token, is still under way
                if (!(ex.getCause() instanceof TransactionInProgressException) || !backoff.pause()) {
                    throw ex;
                }
            }
        }
    }

    private List<CancellationReason> reasons(TransactionCanceledException cancelled) {
        List<CancellationReason> reasons = new ArrayList<>();
        for (int i = 0;
                i < Math.min(entries.size(), cancelled.cancellationReasons().size());
                i++) {
            software.amazon.awssdk.services.dynamodb.model.CancellationReason reason =
                    cancelled.cancellationReasons().get(i);
            if (reason.code() != null && !reason.code().equals("None")) {
                reasons.add(entries.get(i).reason(reason, cancelled));
            }
        }
        return reasons;
    }

    private Target target() {
        return Target.joined(
                entries.stream().map(entry -> entry.bound().target(null)).toList());
    }
}
