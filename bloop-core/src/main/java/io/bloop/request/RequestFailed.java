package io.bloop.request;

import io.bloop.BloopException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Says that DynamoDB, or the way there, has failed a request; the SDK's exception is the cause.
 *
 * <p>Immutable.
 */
public final class RequestFailed extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String operation;

    private final Target target;

    /**
     * Creates an exception.
     *
     * @param operation the API operation, as {@code UpdateItem}
     * @param target what the request was about
     * @param cause the SDK's exception
     */
    public RequestFailed(String operation, Target target, SdkException cause) {
        super(operation + " of " + target + " failed: " + reason(cause), cause);
        this.operation = operation;
        this.target = target;
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
}
