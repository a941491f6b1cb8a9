package io.bloop.request;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Tells whether a request that failed may have been applied. */
final class Applied {

    private static final Set<String> READS = Set.of(
            "GetItem",
            "BatchGetItem",
            "Query",
            "Scan",
            "TransactGetItems",
            "DescribeTable",
            "DescribeTimeToLive",
            "DescribeContinuousBackups",
            "ListTagsOfResource");

    /**
     * The text that the SDK keeps of an attempt that DynamoDB has refused: the SDK repeats a request with status 400 only
     * for an error code, and has a sentence of its own where there is none.
     */
    private static final Pattern REFUSED = Pattern.compile(
            "Request attempt \\d+ failure: (?!Service returned HTTP status code ).*"
                    + "\\(Service: [^()]*, Status Code: 400, Request ID: [^()]*\\)",
            Pattern.DOTALL);

    private Applied() {}

    static boolean perhaps(String operation, SdkException failure) {
        return !READS.contains(operation) && (!isRefusal(failure) || byAnEarlierAttempt(failure));
    }

    static boolean byAnEarlierAttempt(SdkException failure) {
        for (Throwable attempt : failure.getSuppressed()) {
            if (!REFUSED.matcher(String.valueOf(attempt.getMessage())).matches()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRefusal(SdkException failure) {
        return failure instanceof AwsServiceException service ? ErrorCodes.isRefusal(service) : isUnsent(failure);
    }

    private static boolean isUnsent(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return String.valueOf(failure == null ? null : failure.getMessage()).startsWith("Unable to load credentials");
    }
}
