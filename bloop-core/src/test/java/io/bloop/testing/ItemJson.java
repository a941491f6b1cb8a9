package io.bloop.testing;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes items as JSON, by letting the SDK put them. */
public final class ItemJson {

    private static final String MEMBER = "\"Item\":";

    private static final CannedHttpClient HTTP = new CannedHttpClient().answer("{}");
    private static final DynamoDbClient CLIENT = HTTP.client(c -> {});

    private ItemJson() {}

    /** Writes one item. */
    public static synchronized String of(Map<String, AttributeValue> item) {
        CLIENT.putItem(r -> r.tableName("any").item(item));
        String request = HTTP.lastBody();
        return request.substring(request.indexOf(MEMBER) + MEMBER.length(), request.length() - 1);
    }

    /** Writes a list of items. */
    public static String ofAll(List<Map<String, AttributeValue>> items) {
        return items.stream().map(ItemJson::of).collect(Collectors.joining(",", "[", "]"));
    }
}
