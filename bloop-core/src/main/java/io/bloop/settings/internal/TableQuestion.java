package io.bloop.settings.internal;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;

/**
 * A request that asks for a setting of a table, and where its response holds the value.
 *
 * @param <R> the class of the response
 * @param <V> the class of the value
 * @param call the request
 * @param value returns the value of a response, or null where the table has none
 */
public record TableQuestion<R extends DynamoDbResponse, V>(TableCall<?, R> call, Function<R, @Nullable V> value) {}
