package io.bloop.request;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
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
    private static final String REFUSED = "Status Code: 4";
    private static final int FIRST_SERVER_ERROR = 500;

    private Applied() {}

    static boolean perhaps(String operation, SdkException failure) {
        return !READS.contains(operation) && (!isRefusal(failure) || !allRefusals(failure.getSuppressed()));
    }

    static boolean byAnEarlierAttempt(SdkException failure) {
        return !allRefusals(failure.getSuppressed());
    }

    private static boolean isRefusal(SdkException failure) {
        if (failure instanceof AwsServiceException service && service.statusCode() > 0) {
            return service.statusCode() < FIRST_SERVER_ERROR;
        }
        return isUnsent(failure);
    }

    /** The SDK keeps of the attempts before the last one only what they said. */
    private static boolean allRefusals(Throwable[] earlier) {
        for (Throwable attempt : earlier) {
            if (!String.valueOf(attempt.getMessage()).contains(REFUSED)) {
                return false;
            }
        }
        return true;
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
