package io.bloop.settings.internal;

import java.util.function.BiFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/**
 * A request about a table, and how a client sends it.
 *
 * @param <Q> the class of the request
 * @param <R> the class of the response
 * @param operation the API operation, such as {@code UpdateTimeToLive}
 * @param request the request
 * @param sender sends the request by a client
 */
public record TableCall<Q extends DynamoDbRequest, R extends DynamoDbResponse>(
        String operation, Q request, BiFunction<DynamoDbClient, Q, R> sender) {}
