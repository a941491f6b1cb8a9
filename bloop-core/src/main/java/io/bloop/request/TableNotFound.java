package io.bloop.request;

import io.bloop.request.internal.FailedCall;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Signals that the table or index of a request is not there.
 *
 * <p>Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Error handling with DynamoDB</a>
 * @since 0.1.0
 */
public final class TableNotFound extends RequestFailed {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception of a call to a table that does not exist.
     *
     * @param call the call that failed
     * @param cause the exception of the SDK
     * @param advice what the caller can do, the last sentence of the message; may be empty
     */
    public TableNotFound(FailedCall call, SdkException cause, String advice) {
        super(call, cause, advice);
    }
}
