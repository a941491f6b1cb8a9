package io.bloop.request;

import io.bloop.request.internal.FailedCall;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Signals that the expressions of a request are longer, or have more operators, than DynamoDB takes.
 *
 * <p>Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">Quotas in DynamoDB</a>
 * @since 0.1.0
 */
public final class ExpressionTooLong extends RequestFailed {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception of an expression that is too long.
     *
     * @param call the call that failed
     * @param cause the exception of the SDK
     * @param advice what the caller can do, the last sentence of the message; may be empty
     */
    public ExpressionTooLong(FailedCall call, SdkException cause, String advice) {
        super(call, cause, advice);
    }
}
