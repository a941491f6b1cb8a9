package io.bloop.request;

import io.bloop.request.internal.Applied;
import io.bloop.request.internal.FailedCall;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Signals that the calling thread was interrupted while it waited for its turn, or while the request was in progress.
 *
 * <p>The interrupt flag of the thread is set. {@link #isPerhapsApplied()} is false where nothing was sent. Immutable.
 *
 * @since 0.1.0
 */
public final class RequestInterrupted extends RequestFailed {

    private static final long serialVersionUID = 1L;

    private RequestInterrupted(FailedCall call, SdkException cause, String reason, boolean perhapsApplied) {
        super(call, cause, reason, "", perhapsApplied);
    }

    /**
     * Returns the exception of a request that was not sent.
     *
     * @param call the call that failed
     * @param cause the interruption
     * @return the exception
     */
    public static RequestInterrupted beforeSending(FailedCall call, InterruptedException cause) {
        return new RequestInterrupted(
                call,
                AbortedException.create("The thread was interrupted before the request was sent.", cause),
                "the thread was interrupted before the request was sent",
                false);
    }

    /**
     * Returns the exception of a request that was interrupted after it was sent.
     *
     * @param call the call that failed
     * @param cause the exception of the SDK
     * @return the exception
     */
    public static RequestInterrupted underWay(FailedCall call, SdkException cause) {
        return new RequestInterrupted(
                call,
                cause,
                "the thread was interrupted while the request was in progress",
                Applied.perhaps(call.operation(), cause));
    }
}
