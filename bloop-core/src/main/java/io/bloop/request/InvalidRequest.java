package io.bloop.request;

import io.bloop.request.internal.FailedCall;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Signals that DynamoDB refuses a request as it is; to send it again does not help.
 *
 * <p>Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Error handling with DynamoDB</a>
 * @since 0.1.0
 */
public final class InvalidRequest extends RequestFailed {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception of a request that DynamoDB refuses.
     *
     * @param call the call that failed
     * @param cause the exception of the SDK
     * @param advice what the caller can do, the last sentence of the message; may be empty
     */
    public InvalidRequest(FailedCall call, SdkException cause, String advice) {
        super(call, cause, advice);
    }

    /**
     * Returns this exception with what to do about it, where the sender of the request knows.
     *
     * @param advice a sentence
     * @return an exception whose message ends with the sentence
     */
    public InvalidRequest advised(String advice) {
        FailedCall call = new FailedCall(operation(), target(), key());
        SdkException cause = (SdkException) Objects.requireNonNull(getCause(), "every failed request has one");
        InvalidRequest advised = new InvalidRequest(call, cause, advice);
        advised.setStackTrace(getStackTrace());
        return advised;
    }
}
