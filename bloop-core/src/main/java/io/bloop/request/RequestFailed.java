package io.bloop.request;

import io.bloop.BloopException;
import io.bloop.request.internal.Applied;
import io.bloop.request.internal.FailedCall;
import io.bloop.request.internal.Failures;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Signals a request that has failed, in DynamoDB or on the way to it; the SDK's exception is the cause.
 *
 * <p>The message names model, table and key, and no other value of an item. The message of the SDK's exception is
 * DynamoDB's own, which quotes values in some cases. Subclasses tell the failures apart that callers treat differently.
 * Immutable.
 *
 * @since 0.1.0
 */
public sealed class RequestFailed extends BloopException
        permits AccessDenied,
                ExpressionTooLong,
                IndexNotReady,
                InvalidRequest,
                ItemTooLarge,
                NoAnswer,
                RequestInterrupted,
                RequestThrottled,
                TableNotFound {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final Target target;
    private final @Nullable String key;
    private final boolean perhapsApplied;

    /**
     * Creates an exception whose reason is the message of the SDK.
     *
     * @param call the call that failed
     * @param cause the exception of the SDK
     * @param advice what the caller can do, the last sentence of the message; may be empty
     */
    public RequestFailed(FailedCall call, SdkException cause, String advice) {
        this(call, cause, Failures.reason(cause), advice, Applied.perhaps(call.operation(), cause));
    }

    /**
     * Creates an exception with a reason of its own.
     *
     * @param call the call that failed
     * @param cause the exception of the SDK
     * @param reason why the call failed
     * @param advice what the caller can do, the last sentence of the message; may be empty
     * @param perhapsApplied whether DynamoDB may have applied the write
     */
    public RequestFailed(FailedCall call, SdkException cause, String reason, String advice, boolean perhapsApplied) {
        super(
                call + " failed: " + reason + (reason.endsWith(".") ? "" : ".")
                        + (advice.isEmpty() ? "" : " " + advice)
                        + (perhapsApplied ? " It may have been applied all the same." : ""),
                cause);
        this.operation = call.operation();
        this.target = call.target();
        this.key = call.key();
        this.perhapsApplied = perhapsApplied;
    }

    /**
     * Returns the API operation.
     *
     * @return the name, such as {@code UpdateItem}
     */
    public String operation() {
        return operation;
    }

    /**
     * Returns what the request was about.
     *
     * @return models, table and index
     */
    public Target target() {
        return target;
    }

    /**
     * Returns the key of the item that was to be read or written, printed.
     *
     * @return the key, such as {@code Link(slug=S "docs")}; null where the request was about a table or several items
     */
    public @Nullable String key() {
        return key;
    }

    /**
     * Tells whether the request may have changed something although it failed.
     *
     * <p>It is true for a write unless DynamoDB itself has refused every attempt, by an error code of its own, or the
     * request was never sent. To find out, read the item; objects in memory are as they were before the call.
     *
     * @return false if it is certain that nothing was changed
     */
    public boolean isPerhapsApplied() {
        return perhapsApplied;
    }
}
