package io.bloop.request.internal;

import io.bloop.request.AccessDenied;
import io.bloop.request.ExpressionTooLong;
import io.bloop.request.IndexNotReady;
import io.bloop.request.InvalidRequest;
import io.bloop.request.ItemTooLarge;
import io.bloop.request.NoAnswer;
import io.bloop.request.RequestFailed;
import io.bloop.request.RequestInterrupted;
import io.bloop.request.RequestThrottled;
import io.bloop.request.TableNotFound;
import java.nio.channels.ClosedByInterruptException;
import java.util.Objects;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Tells the SDK's failures apart. */
public final class Failures {

    static final String FOREIGN_RESPONSE =
            "The response does not come from DynamoDB: check the endpoint, and every proxy or gateway on the way.";

    /** What DynamoDB says of an index that is not there. */
    private static final String NO_INDEX = "does not have the specified index";

    /** What DynamoDB says of an index that it fills. */
    private static final String FILLED_INDEX = "backfilling global secondary index";

    private static final String FILLED_ADVICE = "DynamoDB is still filling the index: try again when it is ACTIVE.";

    private static final int FIRST_SERVER_ERROR = 500;

    private Failures() {}

    static boolean isServerError(RequestFailed failure) {
        return failure.getCause() instanceof AwsServiceException service && service.statusCode() >= FIRST_SERVER_ERROR;
    }

    /** Returns the failure of a search as that of an index which is being filled. */
    static IndexNotReady indexNotReady(RequestFailed failure) {
        SdkException cause = (SdkException) Objects.requireNonNull(failure.getCause(), "every failed request has one");
        return new IndexNotReady(
                new FailedCall(failure.operation(), failure.target(), failure.key()), cause, FILLED_ADVICE);
    }

    public static RequestFailed of(FailedCall call, SdkException cause) {
        if (!(cause instanceof AwsServiceException service)) {
            return withoutAnswer(call, cause);
        }
        String code = ErrorCodes.of(service);
        if (code.isEmpty()) {
            return new RequestFailed(call, cause, FOREIGN_RESPONSE);
        }
        if (code.equals(ErrorCodes.TRANSACTION_IN_PROGRESS)) {
            return new RequestFailed(
                    call,
                    cause,
                    "An attempt with the same token is still in progress: commit the same prepared transaction again.");
        }
        if (isThrottling(service, code)) {
            return new RequestThrottled(
                    call,
                    cause,
                    "Send less at once, or give the table or index more throughput; on-demand billing needs none.");
        }
        if (code.equals("AccessDeniedException")) {
            return new AccessDenied(
                    call,
                    cause,
                    "Allow the action dynamodb:" + call.operation() + " on the table"
                            + (call.target().index() == null ? "" : "'s index") + " to these credentials.");
        }
        if (ErrorCodes.UNKNOWN_CALLER.contains(code)) {
            return new AccessDenied(call, cause, "Check the credentials, the region and the clock.");
        }
        if (code.equals("ResourceNotFoundException")) {
            return new TableNotFound(
                    call,
                    cause,
                    "Check the table's name, the region and the account; binding creates what is missing.");
        }
        return code.equals("ValidationException")
                ? invalid(call, cause, message(service))
                : new RequestFailed(call, cause, "");
    }

    /** The SDK takes every response of status 429 for throttling, whoever has sent it. */
    private static boolean isThrottling(AwsServiceException service, String code) {
        return code.equals("RequestLimitExceeded") || service.isThrottlingException() && ErrorCodes.isRefusal(service);
    }

    private static RequestFailed invalid(FailedCall call, SdkException cause, String message) {
        if (message.contains("Item size")) {
            return new ItemTooLarge(
                    call, cause, "An item has at most 400 KB with the names of its attributes; store less in it.");
        }
        if (message.contains("Expression size") || message.contains("too many operators")) {
            return new ExpressionTooLong(
                    call, cause, "An expression has at most 4 KB and 300 operators; divide what is asked.");
        }
        if (message.contains(NO_INDEX)) {
            return new IndexNotReady(
                    call, cause, "Add the index to the table, or let binding add it by updating the table.");
        }
        if (message.contains(FILLED_INDEX)) {
            return new IndexNotReady(call, cause, FILLED_ADVICE);
        }
        return new InvalidRequest(call, cause, "");
    }

    private static RequestFailed withoutAnswer(FailedCall call, SdkException cause) {
        if (isInterrupt(cause)) {
            Thread.currentThread().interrupt();
            return RequestInterrupted.underWay(call, cause);
        }
        return new NoAnswer(call, cause, "");
    }

    /** A virtual thread that is interrupted has its socket closed, with an exception that says so in words only. */
    private static boolean isInterrupt(SdkException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AbortedException
                    || cause instanceof InterruptedException
                    || cause instanceof ClosedByInterruptException) {
                return true;
            }
        }
        return Thread.currentThread().isInterrupted();
    }

    /** Says why a request has failed, without any value of an item. */
    public static String reason(SdkException cause) {
        if (!(cause instanceof AwsServiceException service)) {
            return firstMessage(cause);
        }
        String code = ErrorCodes.of(service);
        if (code.isEmpty()) {
            return "status " + service.statusCode() + " without an error code";
        }
        String message = ServiceMessage.withoutValues(message(service));
        return message.isEmpty() ? code : code + ": " + message;
    }

    private static String message(AwsServiceException service) {
        String message = service.awsErrorDetails() == null
                ? null
                : service.awsErrorDetails().errorMessage();
        return message == null ? "" : message;
    }

    private static String firstMessage(SdkException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null && !message.isBlank()) {
                return message;
            }
        }
        return failure.getClass().getSimpleName() + " without a message";
    }
}
