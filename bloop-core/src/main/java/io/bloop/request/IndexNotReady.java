package io.bloop.request;

import io.bloop.request.internal.FailedCall;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Signals that a global index cannot be read yet: DynamoDB fills it, or it is not there.
 *
 * <p>The same query succeeds as soon as the index is ready. Immutable.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.OnlineOps.html">Managing global
 *     secondary indexes</a>
 * @since 0.1.0
 */
public final class IndexNotReady extends RequestFailed {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception of a search of an index that is not ready.
     *
     * @param call the call that failed
     * @param cause the exception of the SDK
     * @param advice what the caller can do, the last sentence of the message; may be empty
     */
    public IndexNotReady(FailedCall call, SdkException cause, String advice) {
        super(call, cause, advice);
    }
}
