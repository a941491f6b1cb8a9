package io.bloop.wire.internal;

import io.bloop.wire.ItemsInterceptor;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Tells which items of a client's calls an engine may move between objects and bytes itself.
 *
 * <p>The client needs an {@link ItemsInterceptor}. Any other interceptor that is not the SDK's own, and any client that is
 * not the SDK's own, may read or change items, such as one that encrypts them; so that items are taken past them only
 * where that is wanted, and only those of responses.
 *
 * <p>For the engine.
 *
 * @param read whether items are read from the bytes of responses
 * @param write whether items are written as bytes of requests
 */
public record Interceptors(boolean read, boolean write) {

    private static final Logger LOG = LoggerFactory.getLogger(Interceptors.class);

    private static final String SDK = "software.amazon.awssdk.";

    /**
     * Asks a client.
     *
     * @param client the client
     * @param wanted false to leave all items to the SDK, true to read them past others; null to leave them to the SDK where
     *     someone else may touch them
     * @return what an engine may do
     */
    public static Interceptors of(DynamoDbClient client, @Nullable Boolean wanted) {
        if (Boolean.FALSE.equals(wanted)) {
            return new Interceptors(false, false);
        }
        List<ExecutionInterceptor> interceptors = ClientConfiguration.of(client)
                .map(ClientOverrideConfiguration::executionInterceptors)
                .orElse(List.of());
        if (interceptors.stream().noneMatch(ItemsInterceptor.class::isInstance)) {
            if (wanted != null) {
                LOG.warn("Items are not read from the bytes of responses: the client has no ItemsInterceptor.");
            }
            return new Interceptors(false, false);
        }
        List<String> others = Stream.concat(Stream.of(client), interceptors.stream())
                .filter(one -> !(one instanceof ItemsInterceptor))
                .map(one -> one.getClass().getName())
                .filter(name -> !name.startsWith(SDK))
                .toList();
        if (!others.isEmpty()) {
            LOG.info(
                    "Items are {}written as bytes of requests, since these may read or change them: {}",
                    wanted == null ? "neither read from the bytes of responses nor " : "not ",
                    others);
        }
        return new Interceptors(wanted != null || others.isEmpty(), others.isEmpty());
    }
}
