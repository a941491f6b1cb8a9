package io.bloop.wire.internal;

import io.bloop.testing.ItemJson;
import io.bloop.type.StoredItem;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Sends items as the SDK does, and receives them as the interceptor does. */
public final class ReceivedItem {

    private ReceivedItem() {}

    /** Returns an equal item that is read from bytes. */
    public static StoredItem of(Map<String, AttributeValue> item) {
        byte[] response = ("{\"Item\":" + ItemJson.of(item) + "}").getBytes(StandardCharsets.UTF_8);
        return Objects.requireNonNull(FoundItems.in(response, ItemsMember.ITEM, new AttributeNames()))
                .items(FoundItems.NO_TABLE)
                .get(0);
    }
}
