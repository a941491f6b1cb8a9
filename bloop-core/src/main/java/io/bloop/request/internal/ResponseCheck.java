package io.bloop.request.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Refuses responses that report success and that DynamoDB cannot have sent.
 *
 * <p>The SDK makes a response of an empty body, whose members are all null. It is the response of a proxy, a gateway or
 * another server, and proves neither that an item is absent nor that anything was written.
 */
final class ResponseCheck {

    private static final int NO_CONTENT = 204;

    private ResponseCheck() {}

    /**
     * Returns a response that DynamoDB can have sent.
     *
     * @throws SdkClientException if DynamoDB cannot have sent it, which says what it lacks
     */
    static <R> R checked(AwsRequest request, R answer) {
        Object whole = answer instanceof ItemsResponse<?> items ? items.answer() : answer;
        // a mock may answer nothing
        if (whole instanceof AwsResponse response) {
            String lack = lack(request, response);
            if (lack != null) {
                throw SdkClientException.create("the response" + status(response.sdkHttpResponse()) + " has " + lack
                        + ". " + Failures.FOREIGN_RESPONSE);
            }
        }
        return answer;
    }

    private static String status(@Nullable SdkHttpResponse http) {
        return http == null ? "" : " (status " + http.statusCode() + ")";
    }

    private static @Nullable String lack(AwsRequest request, AwsResponse response) {
        if (isEmpty(response)) {
            return "no body";
        }
        String member = missingMember(response);
        if (member != null) {
            return "no member '" + member + "'";
        }
        if (request instanceof TransactGetItemsRequest get && response instanceof TransactGetItemsResponse got) {
            int asked = get.transactItems().size();
            int found = got.responses().size();
            return found == asked ? null : found + " of " + asked + " items";
        }
        return null;
    }

    private static boolean isEmpty(AwsResponse response) {
        SdkHttpResponse http = response.sdkHttpResponse();
        return http != null
                && (http.statusCode() == NO_CONTENT || isWithoutLength(http))
                && response.sdkFields().stream().noneMatch(field -> isSet(field.getValueOrDefault(response)));
    }

    /** DynamoDB states the length of each body, and the identifier of each request. */
    private static boolean isWithoutLength(SdkHttpResponse http) {
        Optional<String> length = http.firstMatchingHeader("Content-Length");
        return length.isPresent()
                ? length.get().equals("0")
                : http.firstMatchingHeader("x-amzn-RequestId").isEmpty();
    }

    private static boolean isSet(@Nullable Object member) {
        return member != null && !(member instanceof SdkAutoConstructList) && !(member instanceof SdkAutoConstructMap);
    }

    /** Returns the name of a member that DynamoDB always sends, and that is missing. */
    private static @Nullable String missingMember(AwsResponse response) {
        // the answers about one item come first: each class of an answer that is asked about below is loaded for that
        if (response instanceof GetItemResponse
                || response instanceof PutItemResponse
                || response instanceof UpdateItemResponse
                || response instanceof DeleteItemResponse) {
            return null;
        }
        if (response instanceof QueryResponse found) {
            return firstMissing("Count", found.count(), "ScannedCount", found.scannedCount());
        }
        if (response instanceof ScanResponse found) {
            return firstMissing("Count", found.count(), "ScannedCount", found.scannedCount());
        }
        if (response instanceof TransactGetItemsResponse found) {
            return found.hasResponses() ? null : "Responses";
        }
        if (response instanceof BatchGetItemResponse found) {
            return found.hasResponses() || isMade(response) ? null : "Responses";
        }
        if (response instanceof BatchWriteItemResponse written) {
            return written.hasUnprocessedItems() || isMade(response) ? null : "UnprocessedItems";
        }
        return missingDescription(response);
    }

    private static @Nullable String missingDescription(AwsResponse response) {
        if (response instanceof DescribeTableResponse found) {
            return found.table() == null ? "Table" : null;
        }
        if (response instanceof DescribeTimeToLiveResponse found) {
            return found.timeToLiveDescription() == null ? "TimeToLiveDescription" : null;
        }
        if (response instanceof DescribeContinuousBackupsResponse found) {
            return found.continuousBackupsDescription() == null ? "ContinuousBackupsDescription" : null;
        }
        return missingOfStream(response);
    }

    /** A response without records that comes from elsewhere would pass for the end of a shard. */
    private static @Nullable String missingOfStream(AwsResponse response) {
        if (response instanceof DescribeStreamResponse found) {
            return found.streamDescription() == null ? "StreamDescription" : null;
        }
        if (response instanceof GetShardIteratorResponse found) {
            return found.shardIterator() == null ? "ShardIterator" : null;
        }
        if (response instanceof ListStreamsResponse found) {
            return found.hasStreams() || isMade(response) ? null : "Streams";
        }
        return response instanceof GetRecordsResponse found && !found.hasRecords() && !isMade(response)
                ? "Records"
                : null;
    }

    /** Tells whether a response did not come over HTTP: a mock leaves out what a test does not need. */
    private static boolean isMade(AwsResponse response) {
        return response.sdkHttpResponse() == null;
    }

    private static @Nullable String firstMissing(
            String first, @Nullable Integer firstCount, String second, @Nullable Integer secondCount) {
        return firstCount == null ? first : secondCount == null ? second : null;
    }
}
