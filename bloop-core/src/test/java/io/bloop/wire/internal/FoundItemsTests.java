package io.bloop.wire.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.type.StoredItem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoundItemsTests {

    private static final String A = "{\"id\":{\"S\":\"a\"}}";
    private static final String B = "{\"id\":{\"S\":\"b\"}}";

    private static FoundItems in(String response, ItemsMember member) {
        return FoundItems.in(response.getBytes(StandardCharsets.UTF_8), member, new AttributeNames());
    }

    private static String rest(FoundItems found) {
        return new String(found.rest(), StandardCharsets.UTF_8);
    }

    private static List<String> ids(List<StoredItem> items) {
        return items.stream().map(item -> item.attributes().get("id").s()).toList();
    }

    @Test
    void findsTheItemsOfAQuery() {
        FoundItems found = in(
                "{\"Count\":2,\"Items\":[" + A + "," + B + "],\"LastEvaluatedKey\":" + B
                        + ",\"ScannedCount\":3,\"ConsumedCapacity\":{\"CapacityUnits\":0.5,\"TableName\":\"a,]}\\\"\"}}",
                ItemsMember.ITEMS);
        assertThat(ids(found.items(FoundItems.NO_TABLE))).containsExactly("a", "b");
        assertThat(rest(found))
                .isEqualTo(
                        "{\"Count\":2,\"Items\":[],\"LastEvaluatedKey\":" + B
                                + ",\"ScannedCount\":3,\"ConsumedCapacity\":{\"CapacityUnits\":0.5,\"TableName\":\"a,]}\\\"\"}}");
    }

    @Test
    void findsTheItemOfAGet() {
        FoundItems found = in("{\"ConsumedCapacity\":{},\"Item\":" + A + "}", ItemsMember.ITEM);
        assertThat(ids(found.items(FoundItems.NO_TABLE))).containsExactly("a");
        assertThat(rest(found)).isEqualTo("{\"ConsumedCapacity\":{},\"Item\":{}}");
    }

    @Test
    void findsTheItemsOfEachTable() {
        FoundItems found = in(
                "{\"Responses\":{\"one\":[" + A + "],\"none\":[],\"two\":[" + B + "," + A + "]},\"UnprocessedKeys\":{"
                        + "\"one\":{\"Keys\":[" + B + "]}}}",
                ItemsMember.RESPONSES);
        assertThat(ids(found.items("one"))).containsExactly("a");
        assertThat(ids(found.items("none"))).isEmpty();
        assertThat(ids(found.items("two"))).containsExactly("b", "a");
        assertThat(ids(found.items("three"))).isEmpty();
        assertThat(rest(found))
                .isEqualTo("{\"Responses\":{\"one\":[],\"none\":[],\"two\":[]},\"UnprocessedKeys\":{\"one\":{\"Keys\":["
                        + B + "]}}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ITEM; {}",
                "ITEMS; {\"Items\":[],\"Count\":0}",
                "ITEMS; {\"Count\":7,\"ScannedCount\":9}",
                "ITEMS; {\"New\":[1,{\"a\":[null,true,-1.5e3]}],\"Count\":0}",
                "RESPONSES; {\"Responses\":{}}",
                "RESPONSES; {\"UnprocessedKeys\":{}}"
            })
    void whatHasNoItemsIsTheRest(ItemsMember member, String response) {
        FoundItems found = in(response, member);
        assertThat(found.items(FoundItems.NO_TABLE)).isEmpty();
        assertThat(rest(found)).isEqualTo(response);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"Count\":1",
                "{\"Count\":1,}",
                "{\"Count\":1}x",
                "{\"Count\":1}}",
                "{\"Count\":[}",
                "{\"Count\":]}",
                "{\"Count\":\"}",
                "{\"Items\":null}",
                "{\"Items\":{}}",
                "{\"Items\":[{}],\"Items\":[]}",
                "{\"Items\":[{},]}",
                "{\"Items\":[{}}",
                "{\"It\\u0065ms\":[]}",
                "{ \"Items\":[]}",
                "{\"Items\": []}"
            })
    void anythingUnfamiliarIsLeftToTheSdk(String response) {
        assertThat(in(response, ItemsMember.ITEMS)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Responses\":[]}",
                "{\"Responses\":{\"a\":{}}}",
                "{\"Responses\":{\"a\":[],\"a\":[]}}",
                "{\"Responses\":{\"\\u0061\":[]}}",
                "{\"Responses\":{\"a\":[],}}"
            })
    void unfamiliarTablesAreLeftToTheSdk(String response) {
        assertThat(in(response, ItemsMember.RESPONSES)).isNull();
    }
}
