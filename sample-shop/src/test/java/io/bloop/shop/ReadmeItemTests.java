package io.bloop.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the item that README.md shows and the one that the shop stores the same. */
class ReadmeItemTests extends ShopTest {

    private static final String SHOWN_MOMENT = "2026-05-01T12:00:00.000000+00:00";

    @Test
    void theReadmeShowsAnOrderAsItIsStored() throws Exception {
        registered("ada");
        product("pen", 4);
        carts.put("ada", "pen", 4);
        checkout.place("o-1", "ada", "home");

        Map<String, AttributeValue> item = stored("ORDER#o-1", "#");

        String moment = item.get("placedOn").s();
        assertThat(shown()).isEqualTo(json(item, moment));
    }

    private static Map<?, ?> shown() throws Exception {
        String page = Files.readString(Path.of("README.md"));
        int start = page.indexOf("```json\n") + "```json\n".length();
        return JsonMapper.shared().readValue(page.substring(start, page.indexOf("```", start)), Map.class);
    }

    private static Map<String, Object> json(Map<String, AttributeValue> item, String moment) {
        return item.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> json(entry.getValue(), moment)));
    }

    /** Returns a value in DynamoDB's JSON, with the moment that the README shows in place of the stored one. */
    private static Map<String, Object> json(AttributeValue value, String moment) {
        return switch (value.type()) {
            case S -> Map.of("S", value.s().replace(moment, SHOWN_MOMENT));
            case N -> Map.of("N", value.n());
            case M -> Map.of("M", json(value.m(), moment));
            default -> throw new AssertionError("The shop stores no values of type " + value.type());
        };
    }
}
