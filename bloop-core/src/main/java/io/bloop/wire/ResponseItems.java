package io.bloop.wire;

import io.bloop.type.StoredItem;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbServiceClientConfiguration;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/**
 * Goes out with a request, and comes back with the items of its response where an {@link ItemsInterceptor} was on the
 * way.
 *
 * <p>For the engine; each is good for one request. Not thread-safe.
 */
public final class ResponseItems {

    /** The SDK refuses two attributes of one name, and class loaders may have a class like this each. */
    private static final ExecutionAttribute<ResponseItems> ATTRIBUTE = new ExecutionAttribute<>(
            ResponseItems.class.getName() + "@" + Integer.toHexString(System.identityHashCode(ResponseItems.class)));

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
     * Tells whether a client has an {@link ItemsInterceptor}, so that requests should ask it for items.
     *
     * @param client the client
     * @return false if it has none, or does not say
     */
    public static boolean areOfferedBy(DynamoDbClient client) {
        try {
            DynamoDbServiceClientConfiguration configuration = client.serviceClientConfiguration();
            // a mock has none
            return configuration != null
                    && configuration.overrideConfiguration().executionInterceptors().stream()
                            .anyMatch(ItemsInterceptor.class::isInstance);
        } catch (UnsupportedOperationException ex) {
            // a client around another one need not say how it is configured
            return false;
        }
    }

    /**
     * Lets a request ask for the items of its response.
     *
     * @param request the request, which has no configuration of its own yet
     */
    public void askedForBy(DynamoDbRequest.Builder request) {
        request.overrideConfiguration(AwsRequestOverrideConfiguration.builder()
                .putExecutionAttribute(ATTRIBUTE, this)
                .build());
    }

    static @Nullable ResponseItems of(ExecutionAttributes attributes) {
        return attributes.getAttribute(ATTRIBUTE);
    }

    AttributeNames names() {
        return names;
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
