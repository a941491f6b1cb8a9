package io.bloop.request.internal;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Tells whether a request that failed may have been applied. */
public final class Applied {

    private static final Set<String> READS = Set.of(
            "GetItem",
            "BatchGetItem",
            "Query",
            "Scan",
            "TransactGetItems",
            "DescribeTable",
            "DescribeTimeToLive",
            "DescribeContinuousBackups",
            "ListTagsOfResource",
            "ListStreams",
            "DescribeStream",
            "GetShardIterator",
            "GetRecords");

    /**
     * The text that the SDK keeps of an attempt that DynamoDB has refused: the SDK repeats a request with status 400 only
     * for an error code, and has a sentence of its own where there is none.
     */
    private static final Pattern REFUSED = Pattern.compile(
            "Request attempt \\d+ failure: (?!Service returned HTTP status code ).*"
                    + "\\(Service: [^()]*, Status Code: 400, Request ID: [^()]*\\)",
            Pattern.DOTALL);

    private static final String NOT_ANSWERED = "Unable to execute HTTP request: ";

    private Applied() {}

    public static boolean perhaps(String operation, SdkException failure) {
        return !READS.contains(operation) && (!isRefusal(failure) || byAnEarlierAttempt(failure));
    }

    /** The SDK keeps of the attempts before the last one only what they said, and of some failures in their cause. */
    static boolean byAnEarlierAttempt(SdkException failure) {
        for (Throwable attempt : failure.getSuppressed()) {
            String said = String.valueOf(attempt.getMessage());
            if (!REFUSED.matcher(said).matches() && !isUnsent(said, failure)) {
                return true;
            }
        }
        return failure.getCause() instanceof SdkException wrapped && byAnEarlierAttempt(wrapped);
    }

    private static boolean isRefusal(SdkException failure) {
        return failure instanceof AwsServiceException service ? ErrorCodes.isRefusal(service) : isUnsent(failure);
    }

    /** Tells from what an attempt said that it had no connection, or no host: the one that the last attempt misses too. */
    private static boolean isUnsent(String said, SdkException last) {
        int start = said.indexOf(NOT_ANSWERED);
        if (start < 0) {
            return false;
        }
        String reason = said.substring(start + NOT_ANSWERED.length());
        UnknownHostException unknown = find(UnknownHostException.class, last);
        return reason.startsWith("Connect to ")
                || reason.contains("Connection refused")
                || unknown != null && reason.startsWith(host(unknown));
    }

    private static String host(UnknownHostException unknown) {
        return String.valueOf(unknown.getMessage()).split(":", 2)[0];
    }

    private static boolean isUnsent(SdkException failure) {
        String said = String.valueOf(failure.getMessage());
        return find(ConnectException.class, failure) != null
                || find(UnknownHostException.class, failure) != null
                || said.startsWith("Unable to load credentials")
                || isUnsent(said, failure);
    }

    private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
