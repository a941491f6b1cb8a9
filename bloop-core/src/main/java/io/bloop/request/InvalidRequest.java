package io.bloop.request;

import software.amazon.awssdk.core.exception.SdkException;

/**
 * Says that DynamoDB refuses a request as it is; to send it again does not help.
 *
 * <p>Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Error handling with DynamoDB</a>
 */
public final class InvalidRequest extends RequestFailed {

    private static final long serialVersionUID = 1L;

    InvalidRequest(FailedCall call, SdkException cause, String advice) {
        super(call, cause, advice);
    }
}
