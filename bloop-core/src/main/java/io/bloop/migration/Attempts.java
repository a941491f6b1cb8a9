package io.bloop.migration;

import io.bloop.lease.internal.Control;
import io.bloop.request.AccessDenied;
import io.bloop.request.ExpressionTooLong;
import io.bloop.request.InvalidRequest;
import io.bloop.request.ItemTooLarge;
import io.bloop.request.RequestFailed;
import io.bloop.request.RequestInterrupted;
import io.bloop.request.TableNotFound;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries again what fails in passing, each time after a longer wait. Not thread-safe. */
final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private static final long FIRST_WAIT = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(10);

    private final Control control;
    private long wait = FIRST_WAIT;

    Attempts(Control control) {
        this.control = control;
    }

    /**
     * Tries once, and waits if that fails in passing.
     *
     * @param what names the request in the log, with a verb
     * @return the answer; null if there is none yet
     * @throws RequestFailed if another attempt would fail too
     */
    <R> @Nullable R once(String what, Supplier<R> request) {
        try {
            R answer = request.get();
            wait = FIRST_WAIT;
            return answer;
        } catch (RequestFailed ex) {
            failed(what, ex);
            return null;
        }
    }

    /**
     * Tries until there is an answer.
     *
     * @param what names the request in the log, with a verb
     * @return the answer; null if the run has to stop before
     * @throws RequestFailed if another attempt would fail too
     */
    <R> @Nullable R repeat(String what, Supplier<R> request) {
        R answer = once(what, request);
        while (answer == null && !control.isStopping()) {
            answer = once(what, request);
        }
        return answer;
    }

    /**
     * Waits before the next attempt.
     *
     * @throws RequestFailed if the next one would fail too
     */
    void failed(String what, RequestFailed failure) {
        if (isFinal(failure)) {
            throw failure;
        }
        LOG.warn("{} failed; the next attempt follows.", what, failure);
        control.sleep(wait);
        wait = Math.min(wait * 2, LONGEST_WAIT);
    }

    /** Tells whether a request would fail again, whenever it is sent. */
    private static boolean isFinal(RequestFailed failure) {
        return isRefused(failure)
                || failure instanceof AccessDenied
                || failure instanceof TableNotFound
                || failure instanceof RequestInterrupted;
    }

    /** Tells whether the request itself is what DynamoDB does not take. */
    static boolean isRefused(RequestFailed failure) {
        return failure instanceof InvalidRequest
                || failure instanceof ItemTooLarge
                || failure instanceof ExpressionTooLong;
    }
}
