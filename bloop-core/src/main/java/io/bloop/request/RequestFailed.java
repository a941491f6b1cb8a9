package io.bloop.request;

import io.bloop.BloopException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Says that DynamoDB, or the way there, has failed a request; the SDK's exception is the cause.
 *
 * <p>Subclasses tell the failures apart that callers treat differently. Immutable.
 */
public sealed class RequestFailed extends BloopException
        permits AccessDenied,
                ExpressionTooLong,
                InvalidRequest,
                ItemTooLarge,
                NoAnswer,
                RequestThrottled,
                TableNotFound {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final Target target;
    private final boolean perhapsApplied;

    RequestFailed(String operation, Target target, SdkException cause, String advice) {
        super(message(operation, target, cause, advice), cause);
        this.operation = operation;
        this.target = target;
        this.perhapsApplied = Applied.perhaps(operation, cause);
    }

    private static String message(String operation, Target target, SdkException cause, String advice) {
        String reason = reason(cause);
        return operation + " of " + target + " failed: " + reason + (reason.endsWith(".") ? "" : ".")
                + (advice.isEmpty() ? "" : " " + advice)
                + (Applied.perhaps(operation, cause) ? " It may have been applied all the same." : "");
    }

    private static String reason(SdkException cause) {
        if (cause instanceof AwsServiceException service && service.awsErrorDetails() != null) {
            return service.awsErrorDetails().errorCode() + ": "
                    + service.awsErrorDetails().errorMessage();
        }
        return String.valueOf(cause.getMessage());
    }

    /**
     * Returns the API operation.
     *
     * @return the name, as {@code UpdateItem}
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
     * Tells whether the request may have changed something although it failed.
     *
     * <p>That is so for a write when an answer to one of its attempts was lost, or when the service failed. To find
     * out, read the item; objects in memory are as they were before the call.
     *
     * @return false if it is certain that nothing was changed
     */
    public boolean isPerhapsApplied() {
        return perhapsApplied;
    }
}
