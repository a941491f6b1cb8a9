package io.bloop.settings.internal;

import java.util.function.BiFunction;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

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
        String operation, Q request, BiFunction<DynamoDbClient, Q, R> sender) {

    /**
     * Returns a request that updates a table.
     *
     * @param table the table
     * @param change adds what is to change
     * @return the request
     */
    public static TableCall<?, ?> update(DescribedTable table, Consumer<UpdateTableRequest.Builder> change) {
        UpdateTableRequest.Builder request =
                UpdateTableRequest.builder().tableName(table.table().tableName());
        change.accept(request);
        return new TableCall<>("UpdateTable", request.build(), DynamoDbClient::updateTable);
    }
}
