package io.bloop.request.internal;

import io.bloop.request.RequestInterrupted;
import io.bloop.request.RequestLimit;
import io.bloop.request.RequestObserver;
import io.bloop.request.Target;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Sends every request of an engine: waits for its turn, lets observers watch it, checks what has come back, and turns a
 * failure into an exception of the library. Thread-safe.
 */
final class RequestSender {

    private final Observed observed;
    private final @Nullable RequestLimit limit;

    RequestSender(SdkClient client, List<RequestObserver> observers, @Nullable RequestLimit limit) {
        this.observed = new Observed(client, observers);
        this.limit = limit;
    }

    /**
     * Sends a request.
     *
     * @param isForCaller tells which failures the caller has asked for, and wants as they are
     */
    <Q extends AwsRequest, R> R send(
            Operation<Q, R> operation,
            Target target,
            Q request,
            Function<Q, R> call,
            Predicate<SdkException> isForCaller) {
        Duration waited = enter(operation.name(), target, request);
        try {
            return observed.send(
                    operation, target, request, waited, sent -> ResponseCheck.checked(request, call.apply(sent)));
        } catch (SdkException ex) {
            if (isForCaller.test(ex)) {
                throw ex;
            }
            throw Failures.of(FailedCall.of(operation.name(), target, request), ex);
        } finally {
            if (limit != null) {
                limit.exit();
            }
        }
    }

    private Duration enter(String operation, Target target, AwsRequest request) {
        try {
            if (limit != null) {
                return limit.enter();
            }
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw RequestInterrupted.beforeSending(FailedCall.of(operation, target, request), ex);
        }
        return Duration.ZERO;
    }
}
