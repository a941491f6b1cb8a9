package io.bloop.request;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/**
 * What became of one request.
 *
 * <p>Immutable and thread-safe.
 *
 * @param waited how long the request has waited for its turn before the observers were told of it, which is no part of the
 *     duration; zero where the engine has no {@link RequestLimit}
 * @param duration the time from sending to the response, with all retries
 * @param items how many items came back, or were written
 * @param scanned how many items a query or scan has read before its filter; as many as {@code items} elsewhere
 * @param capacity what the tables and indexes have been charged, as DynamoDB says it; empty where it does not
 * @param retries how often the SDK has tried again
 * @param failure why it failed, an unmet condition among the reasons; what is no exception of the SDK's, as that of an
 *     interceptor, is its cause; null if it succeeded
 * @since 0.1.0
 */
public record Outcome(
        Duration waited,
        Duration duration,
        int items,
        int scanned,
        List<ConsumedCapacity> capacity,
        int retries,
        @Nullable SdkException failure) {

    /**
     * Creates an outcome that keeps a copy of the charges.
     *
     * @param waited how long the request has waited for its turn before the observers were told of it
     * @param duration the time from sending to the response
     * @param items how many items came back
     * @param scanned how many items a query or scan has read before its filter
     * @param capacity what the tables and indexes have been charged
     * @param retries how often the SDK has tried again
     * @param failure why it failed
     */
    public Outcome {
        capacity = List.copyOf(capacity);
    }
}
