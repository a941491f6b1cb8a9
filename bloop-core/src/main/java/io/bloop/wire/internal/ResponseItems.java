package io.bloop.wire.internal;

import io.bloop.type.StoredItem;
import io.bloop.wire.ItemsInterceptor;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/**
 * Carries the items of one response from an {@link ItemsInterceptor} to the caller.
 *
 * <p>For the engine; each is good for one request. Not thread-safe.
 */
public final class ResponseItems {

    private static final CallAttribute<ResponseItems> ATTRIBUTE = new CallAttribute<>(ResponseItems.class);

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
     * Lets a request ask for the items of its response, and keeps the configuration that the request has.
     *
     * @param request the request
     */
    public void askedForBy(DynamoDbRequest.Builder request) {
        ATTRIBUTE.put(request, this);
    }

    public static @Nullable ResponseItems of(ExecutionAttributes attributes) {
        return ATTRIBUTE.of(attributes);
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
