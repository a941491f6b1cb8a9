package io.bloop.wire.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.testing.ItemJson;
import io.bloop.type.MemberReader;
import io.bloop.type.StoredItem;
import io.bloop.type.Tag;
import io.bloop.wire.RandomAttributes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class WireItemTests {

    private static @Nullable StoredItem found(byte[] item) {
        byte[] response = new byte[item.length + 9];
        System.arraycopy("{\"Item\":".getBytes(StandardCharsets.UTF_8), 0, response, 0, 8);
        System.arraycopy(item, 0, response, 8, item.length);
        response[response.length - 1] = '}';
        FoundItems found = FoundItems.in(response, ItemsMember.ITEM, new AttributeNames());
        return found == null ? null : found.items(FoundItems.NO_TABLE).get(0);
    }

    private static @Nullable StoredItem found(String item) {
        return found(item.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, AttributeValue> read(String item) {
        StoredItem found = found(item);
        assertThat(found).isNotNull();
        return found.attributes();
    }

    @Provide
    Arbitrary<Map<String, AttributeValue>> items() {
        return RandomAttributes.items();
    }

    @Property(tries = 3_000)
    void everyItemIsReadAsTheSdkHasSentIt(@ForAll("items") Map<String, AttributeValue> item) {
        assertThat(read(ItemJson.of(item))).isEqualTo(item);
    }

    @Property(tries = 1_000)
    void everyValueHasTheTagThatItWasSentWith(@ForAll("items") Map<String, AttributeValue> item) {
        List<String> names = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        MemberReader in = found(ItemJson.of(item)).open();
        while (in.next()) {
            names.add(in.name());
            tags.add(in.tag() == Tag.NULL ? "NUL" : in.tag().toString());
        }
        assertThat(names).containsExactlyElementsOf(item.keySet());
        assertThat(tags)
                .containsExactlyElementsOf(item.values().stream()
                        .map(value -> value.type().toString())
                        .toList());
    }

    @Property(tries = 1_000)
    void aTextReadsTheSameWithoutAStringOfItsOwn(@ForAll("items") Map<String, AttributeValue> item) {
        MemberReader in = found(ItemJson.of(item)).open();
        while (in.next()) {
            if (in.tag() == Tag.S || in.tag() == Tag.N) {
                CharSequence chars = in.chars();
                String inPlaces = IntStream.range(0, chars.length())
                        .mapToObj(i -> String.valueOf(chars.charAt(i)))
                        .collect(Collectors.joining());
                String whole = chars.toString();
                String firstHalf = chars.subSequence(0, chars.length() / 2).toString();

                assertThat(in.text()).isEqualTo(whole).isEqualTo(inPlaces).startsWith(firstHalf);
            }
        }
    }

    @Property(tries = 1_000)
    void everyItemOfAResponseIsReadByTheReaderOfTheOneBefore(
            @ForAll("several") List<Map<String, AttributeValue>> items) {
        List<Map<String, AttributeValue>> read = new ArrayList<>();
        Set<MemberReader> readers = Collections.newSetFromMap(new IdentityHashMap<>());
        for (StoredItem item : ReceivedItem.all(items)) {
            MemberReader in = item.open();
            Map<String, AttributeValue> attributes = new LinkedHashMap<>();
            while (in.next()) {
                attributes.put(in.name(), in.raw());
            }
            in.release();
            readers.add(in);
            read.add(attributes);
        }

        assertThat(read).isEqualTo(items);
        assertThat(readers).hasSizeLessThanOrEqualTo(1);
    }

    @Property(tries = 300)
    void anItemIsReadWhileAnotherOfItsResponseIs(@ForAll("several") List<Map<String, AttributeValue>> items) {
        List<StoredItem> received = ReceivedItem.all(items);
        List<MemberReader> readers = received.stream().map(StoredItem::open).toList();
        List<Map<String, AttributeValue>> read = items.stream()
                .<Map<String, AttributeValue>>map(item -> new LinkedHashMap<>())
                .toList();
        boolean more = true;
        while (more) {
            more = false;
            for (int i = 0; i < readers.size(); i++) {
                if (read.get(i).size() < items.get(i).size() && readers.get(i).next()) {
                    read.get(i).put(readers.get(i).name(), readers.get(i).raw());
                    more = true;
                }
            }
        }

        assertThat(read).isEqualTo(items);
    }

    @Test
    void theItemsOfAResponseAreReadByManyThreads() {
        List<Map<String, AttributeValue>> items = IntStream.range(0, 2_000)
                .mapToObj(i -> Map.of(
                        "id", AttributeValue.fromS("item " + i),
                        "inner", AttributeValue.fromM(Map.of("n", AttributeValue.fromN(Integer.toString(i))))))
                .toList();
        List<StoredItem> received = ReceivedItem.all(items);

        assertThat(received.parallelStream().map(StoredItem::attributes).toList())
                .isEqualTo(items);
    }

    @Provide
    Arbitrary<List<Map<String, AttributeValue>>> several() {
        return RandomAttributes.items().list().ofMaxSize(4);
    }

    @Property(tries = 1_000)
    void noBeginningOfAnItemIsTakenForOne(@ForAll("items") Map<String, AttributeValue> item) {
        String json = ItemJson.of(item);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        assertThat(found(Arrays.copyOf(bytes, bytes.length - 1))).isNull();
        assertThat(found(Arrays.copyOf(bytes, bytes.length / 2))).isNull();
    }

    @Test
    void readsEveryEscape() {
        assertThat(read("{\"a\\u0062\":{\"S\":\"\\\"\\\\\\/\\b\\f\\n\\r\\tx\\u00e9\\uD83D\\uDE00é😀\"}}"))
                .containsExactly(Map.entry("ab", AttributeValue.fromS("\"\\/\b\f\n\r\txé😀é😀")));
    }

    @Test
    void readsHalfOfACharacterAsItCame() {
        assertThat(read("{\"a\":{\"S\":\"x\\ud83d\"}}"))
                .containsExactly(Map.entry("a", AttributeValue.fromS("x\ud83d")));
    }

    @Test
    void passesOverWhatIsNotRead() {
        MemberReader in = found(
                        "{\"a\":{\"M\":{\"b\":{\"L\":[{\"S\":\"}\\\"]\"},{\"NULL\":true}]}}},\"c\":{\"BOOL\":true},"
                                + "\"d\":{\"M\":{\"x\":{\"N\":\"1\"},\"y\":{\"N\":\"2\"}}},\"e\":{\"NS\":[\"1\"]}}")
                .open();
        assertThat(in.next()).isTrue();
        assertThat(in.next()).isTrue();
        assertThat(in.bool()).isTrue();
        assertThat(in.next()).isTrue();
        MemberReader inner = in.members();
        assertThat(inner.next()).isTrue();
        assertThat(inner.text()).isEqualTo("1");
        assertThat(in.next()).isTrue();
        assertThat(in.texts()).containsExactly("1");
        assertThat(in.next()).isFalse();
        assertThat(in.next()).isFalse();
    }

    @Test
    void goesOnAfterMembersThatWereReadToTheirEnd() {
        MemberReader in = found(
                        "{\"a\":{\"L\":[]},\"b\":{\"M\":{\"c\":{\"L\":[{\"B\":\"AQI=\"}]}}},\"d\":{\"BS\":[\"AQ==\",\"\"]}}")
                .open();
        in.next();
        assertThat(in.members().next()).isFalse();
        in.next();
        MemberReader map = in.members();
        map.next();
        MemberReader list = map.members();
        list.next();
        assertThat(list.bytes()).containsExactly(1, 2);
        assertThat(list.next()).isFalse();
        assertThat(map.next()).isFalse();
        assertThat(in.next()).isTrue();
        assertThat(in.binaries()).containsExactly(new byte[] {1}, new byte[] {});
        assertThat(in.next()).isFalse();
    }

    @Test
    void readsTextsAsLongAsAnItemCanBe() {
        String text = "x\\u0041é".repeat(60_000);
        assertThat(read("{\"a\":{\"S\":\"" + text + "\"},\"b\":{\"N\":\"1\"}}"))
                .containsExactly(
                        Map.entry("a", AttributeValue.fromS("xAé".repeat(60_000))),
                        Map.entry("b", AttributeValue.fromN("1")));
    }

    @Test
    void namesThatShareASlotAreToldApart() {
        StringBuilder json = new StringBuilder("{\"n0\":{\"N\":\"0\"}");
        for (int i = 1; i < 500; i++) {
            json.append(",\"n").append(i).append("\":{\"N\":\"").append(i).append("\"}");
        }
        assertThat(read(json + "}")).hasSize(500).containsEntry("n499", AttributeValue.fromN("499"));
    }

    @Test
    void bytesAreTheCallersOwn() {
        StoredItem item = found("{\"a\":{\"B\":\"AQI=\"}}");
        MemberReader in = item.open();
        in.next();
        in.bytes()[0] = 9;
        assertThat(item.attributes())
                .containsEntry("a", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {1, 2})));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":null}",
                "{\"a\":{}}",
                "{\"a\":{\"S\":\"x\",\"N\":\"1\"}}",
                "{\"a\":{\"X\":\"x\"}}",
                "{\"a\":{\"S\":1}}",
                "{\"a\":{\"N\":1}}",
                "{\"a\":{\"S\":null}}",
                "{\"a\":{\"BOOL\":\"true\"}}",
                "{\"a\":{\"BOOL\":tru}}",
                "{\"a\":{\"NULL\":false}}",
                "{\"a\":{\"SS\":[null]}}",
                "{\"a\":{\"SS\":[\"x\"}}",
                "{\"a\":{\"L\":[\"x\"]}}",
                "{\"a\":{\"M\":[]}}",
                "{\"a\":{\"B\":\"AQI\"}}",
                "{\"a\":{\"B\":\"A===\"}}",
                "{\"a\":{\"B\":\"A*==\"}}",
                "{\"a\":{\"B\":\"AQ\\u003d=\"}}",
                "{\"a\":{\"S\":\"\\x\"}}",
                "{\"a\":{\"S\":\"\\u12g4\"}}",
                "{\"a\":{\"S\":\"\\u12",
                "{\"a\":{\"S\":\"\n\"}}",
                "{\"a\":{\"S\":\"x\"},}",
                "{\"a\": {\"S\":\"x\"}}",
                "{ \"a\":{\"S\":\"x\"}}",
                "{\"a\":{\"S\":\"x\"}}}"
            })
    void anythingUnfamiliarIsLeftToTheSdk(String item) {
        assertThat(found(item)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "BF",
                "C0AF",
                "C1BF",
                "C3",
                "C328",
                "E08080",
                "E0A0",
                "EDA080",
                "EDBFBF",
                "F0808080",
                "F48FBF",
                "F4908080",
                "F5808080",
                "FF"
            })
    void textThatIsNotUtf8IsLeftToTheSdk(String hex) {
        byte[] odd = HexFormat.of().parseHex(hex);
        byte[] before = "{\"a\":{\"S\":\"".getBytes(StandardCharsets.UTF_8);
        byte[] after = "\"}}".getBytes(StandardCharsets.UTF_8);
        byte[] item = new byte[before.length + odd.length + after.length];
        System.arraycopy(before, 0, item, 0, before.length);
        System.arraycopy(odd, 0, item, before.length, odd.length);
        System.arraycopy(after, 0, item, before.length + odd.length, after.length);
        assertThat(found(item)).isNull();
    }

    @Test
    void whatIsNestedDeeperThanDynamoDbStoresIsLeftToTheSdk() {
        String most = "{\"a\":" + "{\"L\":[".repeat(32) + "]}".repeat(32) + "}";
        String tooMany = "{\"a\":" + "{\"L\":[".repeat(10_000) + "]}".repeat(10_000) + "}";
        assertThat(found(most)).isNotNull();
        assertThat(found(tooMany)).isNull();
    }
}
