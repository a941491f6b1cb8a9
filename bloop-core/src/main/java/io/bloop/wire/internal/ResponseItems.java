package io.bloop.wire.internal;

import io.bloop.type.StoredItem;
import io.bloop.wire.ItemsInterceptor;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbServiceClientConfiguration;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/**
 * Carries the items of one response from an {@link ItemsInterceptor} to the caller.
 *
 * <p>For the engine; each is good for one request. Not thread-safe.
 */
public final class ResponseItems {

    /** The SDK refuses two attributes of one name, and class loaders may have a class like this each. */
    private static final ExecutionAttribute<ResponseItems> ATTRIBUTE = new ExecutionAttribute<>(
            ResponseItems.class.getName() + "@" + Integer.toHexString(System.identityHashCode(ResponseItems.class)));

    private static final Logger LOG = LoggerFactory.getLogger(ResponseItems.class);

    private static final String SDK = "software.amazon.awssdk.";

    private final AttributeNames names;
    private @Nullable FoundItems found;

    /**
     * Creates one that has no items.
     *
     * @param names knows names of attributes that the items may have
     */
    public ResponseItems(AttributeNames names) {
        this.names = names;
    }

    /**
     * Tells whether requests of a client should ask for the items of their responses.
     *
     * <p>The client needs an {@link ItemsInterceptor}. Any other interceptor that is not the SDK's own, and any client that
     * is not the SDK's own, may read or change the items of responses, such as one that decrypts them; so that items are
     * taken past them only where that is wanted.
     *
     * @param client the client
     * @param wanted whether to take the items; null to leave them to the SDK where someone else may touch them
     * @return false if the items are left to the SDK
     */
    public static boolean areOfferedBy(DynamoDbClient client, @Nullable Boolean wanted) {
        if (Boolean.FALSE.equals(wanted)) {
            return false;
        }
        List<ExecutionInterceptor> interceptors = interceptors(client);
        if (interceptors.stream().noneMatch(ItemsInterceptor.class::isInstance)) {
            if (wanted != null) {
                LOG.warn("Items are not read from the bytes of responses: the client has no ItemsInterceptor.");
            }
            return false;
        }
        if (wanted != null) {
            return true;
        }
        List<String> others = Stream.concat(Stream.of(client), interceptors.stream())
                .filter(one -> !(one instanceof ItemsInterceptor))
                .map(one -> one.getClass().getName())
                .filter(name -> !name.startsWith(SDK))
                .toList();
        if (!others.isEmpty()) {
            LOG.info("Items are not read from the bytes of responses, since these may read or change them: {}", others);
        }
        return others.isEmpty();
    }

    private static List<ExecutionInterceptor> interceptors(DynamoDbClient client) {
        try {
            DynamoDbServiceClientConfiguration configuration = client.serviceClientConfiguration();
            // a mock has none
            return configuration == null
                    ? List.of()
                    : configuration.overrideConfiguration().executionInterceptors();
        } catch (UnsupportedOperationException ex) {
            // a client that wraps another one may not return its configuration
            return List.of();
        }
    }

    /**
     * Lets a request ask for the items of its response, and keeps the configuration that the request has.
     *
     * @param request the request
     */
    public void askedForBy(DynamoDbRequest.Builder request) {
        AwsRequestOverrideConfiguration own = request.overrideConfiguration();
        AwsRequestOverrideConfiguration.Builder configuration =
                own == null ? AwsRequestOverrideConfiguration.builder() : own.toBuilder();
        request.overrideConfiguration(
                configuration.putExecutionAttribute(ATTRIBUTE, this).build());
    }

    public static @Nullable ResponseItems of(ExecutionAttributes attributes) {
        return attributes.getAttribute(ATTRIBUTE);
    }

    AttributeNames names() {
        return names;
    }

    /** Forgets the items of an earlier attempt. */
    public void forget() {
        found = null;
    }

    void take(@Nullable FoundItems items) {
        found = items;
    }

    /**
     * Tells whether the items are here; if not, they are in the SDK's response.
     *
     * @return true if an interceptor has taken them from the response
     */
    public boolean isTaken() {
        return found != null;
    }

    /**
     * Returns the items of a response to GetItem, Query or Scan.
     *
     * @return the items in the order of the response
     */
    public List<StoredItem> items() {
        return items(FoundItems.NO_TABLE);
    }

    /**
     * Returns the items of one table in a response to BatchGetItem.
     *
     * @param table the name of the table
     * @return the items in the order of the response
     */
    public List<StoredItem> items(String table) {
        return Objects.requireNonNull(found, "no items were taken from the response")
                .items(table);
    }
}
