package io.bloop.boot;

import io.bloop.request.RequestLimit;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Knows the limits of the clients whose connections Bloop has configured.
 *
 * <p>The connections of other clients are not known, so that engines with such a client have no limit. Thread-safe.
 */
final class RequestLimits {

    private final Map<DynamoDbClient, RequestLimit> limits = Collections.synchronizedMap(new IdentityHashMap<>());

    void put(DynamoDbClient client, RequestLimit limit) {
        limits.put(client, limit);
    }

    /** Returns the limit that all engines of a client share. */
    Optional<RequestLimit> of(DynamoDbClient client) {
        return Optional.ofNullable(limits.get(client));
    }
}
