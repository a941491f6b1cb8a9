package io.bloop.request;

import io.bloop.request.internal.FailedCall;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Says that a global index cannot be read yet: DynamoDB fills it, or it is not there.
 *
 * <p>The same query succeeds as soon as the index is ready. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.OnlineOps.html">Managing global
 *     secondary indexes</a>
 */
public final class IndexNotReady extends RequestFailed {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param call the call that failed
     * @param cause the SDK's exception
     * @param advice what to do about it
     */
    public IndexNotReady(FailedCall call, SdkException cause, String advice) {
        super(call, cause, advice);
    }
}
