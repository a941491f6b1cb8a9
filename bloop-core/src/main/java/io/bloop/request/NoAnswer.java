package io.bloop.request;

import io.bloop.request.internal.FailedCall;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Signals that no response of DynamoDB has arrived. A write may have been applied nevertheless.
 *
 * <p>Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Error handling with DynamoDB</a>
 * @since 0.1.0
 */
public final class NoAnswer extends RequestFailed {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception of a call without a response.
     *
     * @param call the call that failed
     * @param cause the exception of the SDK
     * @param advice what the caller can do, the last sentence of the message; may be empty
     */
    public NoAnswer(FailedCall call, SdkException cause, String advice) {
        super(call, cause, advice);
    }
}
