package io.bloop.request;

import io.bloop.request.internal.FailedCall;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Says that the caller may not do what a request asks, or that DynamoDB does not know the caller.
 *
 * <p>Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Error handling with DynamoDB</a>
 */
public final class AccessDenied extends RequestFailed {

    private static final long serialVersionUID = 1L;

    public AccessDenied(FailedCall call, SdkException cause, String advice) {
        super(call, cause, advice);
    }
}
