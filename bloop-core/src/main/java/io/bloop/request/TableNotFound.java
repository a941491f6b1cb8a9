package io.bloop.request;

import io.bloop.request.internal.FailedCall;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Says that the table or index of a request is not there.
 *
 * <p>Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Error handling with DynamoDB</a>
 */
public final class TableNotFound extends RequestFailed {

    private static final long serialVersionUID = 1L;

    public TableNotFound(FailedCall call, SdkException cause, String advice) {
        super(call, cause, advice);
    }
}
