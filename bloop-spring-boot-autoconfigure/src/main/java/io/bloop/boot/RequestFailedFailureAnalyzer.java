package io.bloop.boot;

import io.bloop.request.AccessDenied;
import io.bloop.request.RequestFailed;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Analyzes why the first request got no response, where that is known. */
final class RequestFailedFailureAnalyzer extends AbstractFailureAnalyzer<RequestFailed> {

    private final Environment environment;

    RequestFailedFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, RequestFailed cause) {
        if (isWithoutCredentials(cause.getCause())) {
            return new FailureAnalysis(
                    what(cause) + " was not sent: the AWS default chain has no credentials.",
                    "Set the environment variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile in"
                            + " AWS_PROFILE. DynamoDB Local accepts any values, such as 'local' for both.",
                    cause);
        }
        IOException unreachable = findCause(cause, IOException.class);
        if (unreachable != null) {
            return new FailureAnalysis(
                    what(cause) + " was not answered: " + message(unreachable) + ".", reach(), cause);
        }
        if (isAnsweredBySomethingElse(cause.getCause())) {
            return new FailureAnalysis(cause.getMessage(), reach(), cause);
        }
        if (cause.getCause() instanceof ApiCallTimeoutException late) {
            return new FailureAnalysis(
                    what(cause) + " was not answered in time: " + late.getMessage(),
                    reach() + " If it only needs longer, set bloop.bind-timeout to a longer time.",
                    cause);
        }
        if (cause instanceof AccessDenied) {
            return new FailureAnalysis(
                    cause.getMessage(), "Allow what is denied, or start without binding: bloop.bind=none.", cause);
        }
        return null;
    }

    private static String what(RequestFailed failure) {
        return failure.operation() + " of " + failure.target();
    }

    private static String message(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    /** Every error of DynamoDB has a code. */
    private static boolean isAnsweredBySomethingElse(@Nullable Throwable cause) {
        return cause instanceof AwsServiceException service
                && (service.awsErrorDetails() == null
                        || service.awsErrorDetails().errorCode() == null);
    }

    private String reach() {
        String endpoint = environment.getProperty("bloop.endpoint");
        return endpoint == null
                ? "Check the network and the region."
                : "Start what is to answer at " + endpoint + ", or correct bloop.endpoint.";
    }

    private static boolean isWithoutCredentials(@Nullable Throwable cause) {
        return cause instanceof SdkClientException
                && String.valueOf(cause.getMessage()).startsWith("Unable to load credentials");
    }
}
