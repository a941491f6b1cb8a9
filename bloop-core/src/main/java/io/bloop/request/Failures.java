package io.bloop.request;

import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Tells the SDK's failures apart. */
final class Failures {

    private static final Set<String> UNKNOWN_CALLER = Set.of(
            "UnrecognizedClientException",
            "InvalidSignatureException",
            "IncompleteSignatureException",
            "MissingAuthenticationTokenException",
            "ExpiredTokenException");

    private Failures() {}

    static RequestFailed of(String operation, Target target, SdkException cause) {
        if (!(cause instanceof AwsServiceException service)) {
            return new NoAnswer(operation, target, cause, "");
        }
        String code = service.awsErrorDetails() == null
                ? ""
                : String.valueOf(service.awsErrorDetails().errorCode());
        String message = service.awsErrorDetails() == null
                ? ""
                : String.valueOf(service.awsErrorDetails().errorMessage());
        if (service.isThrottlingException() || code.equals("RequestLimitExceeded")) {
            return new RequestThrottled(
                    operation,
                    target,
                    cause,
                    "Send less at once, or give the table or index more throughput; on-demand billing needs none.");
        }
        if (code.equals("AccessDeniedException")) {
            return new AccessDenied(
                    operation,
                    target,
                    cause,
                    "Allow the action dynamodb:" + operation + " on the table"
                            + (target.index() == null ? "" : "'s index") + " to these credentials.");
        }
        if (UNKNOWN_CALLER.contains(code)) {
            return new AccessDenied(operation, target, cause, "Check the credentials, the region and the clock.");
        }
        if (code.equals("ResourceNotFoundException")) {
            return new TableNotFound(
                    operation,
                    target,
                    cause,
                    "Check the table's name, the region and the account; binding creates what is missing.");
        }
        return code.equals("ValidationException")
                ? invalid(operation, target, cause, message)
                : new RequestFailed(operation, target, cause, "");
    }

    private static RequestFailed invalid(String operation, Target target, SdkException cause, String message) {
        if (message.contains("Item size")) {
            return new ItemTooLarge(
                    operation,
                    target,
                    cause,
                    "An item has at most 400 KB with the names of its attributes; store less in it.");
        }
        if (message.contains("Expression size") || message.contains("too many operators")) {
            return new ExpressionTooLong(
                    operation,
                    target,
                    cause,
                    "An expression has at most 4 KB and 300 operators; divide what is asked.");
        }
        return new InvalidRequest(operation, target, cause, "");
    }
}
