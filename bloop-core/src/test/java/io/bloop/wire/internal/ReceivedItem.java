package io.bloop.wire.internal;

import io.bloop.testing.ItemJson;
import io.bloop.type.StoredItem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Sends items as the SDK does, and receives them as the interceptor does. */
public final class ReceivedItem {

    private ReceivedItem() {}

    /** Returns an equal item that is read from bytes. */
    public static StoredItem of(Map<String, AttributeValue> item) {
        return received("{\"Item\":" + ItemJson.of(item) + "}", ItemsMember.ITEM)
                .get(0);
    }

    /** Returns equal items that are read from the bytes of one response. */
    public static List<StoredItem> all(List<Map<String, AttributeValue>> items) {
        String list = items.stream().map(ItemJson::of).collect(Collectors.joining(","));
        return received("{\"Items\":[" + list + "]}", ItemsMember.ITEMS);
    }

    private static List<StoredItem> received(String response, ItemsMember member) {
        byte[] bytes = response.getBytes(StandardCharsets.UTF_8);
        return Objects.requireNonNull(FoundItems.in(bytes, member, new AttributeNames()))
                .items(FoundItems.NO_TABLE);
    }
}
