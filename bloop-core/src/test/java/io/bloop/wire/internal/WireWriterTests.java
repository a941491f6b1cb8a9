package io.bloop.wire.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.testing.ItemJson;
import io.bloop.type.MemberWriter;
import io.bloop.wire.RandomAttributes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class WireWriterTests {

    private static @Nullable WrittenItem written(Map<String, AttributeValue> item, int expected) {
        WireWriter out = new WireWriter(expected);
        item.forEach((name, value) -> {
            out.attribute(WireWriter.attributeName(name));
            out.raw(value);
        });
        return out.item(new AttributeNames());
    }

    private static String text(@Nullable WrittenItem item) {
        assertThat(item).isNotNull();
        try (InputStream in = item.stream()) {
            byte[] json = in.readAllBytes();
            assertThat(item.length()).isEqualTo(json.length);
            return new String(json, StandardCharsets.UTF_8);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Provide
    Arbitrary<Map<String, AttributeValue>> items() {
        return RandomAttributes.items();
    }

    @Property(tries = 3_000)
    void everyItemIsWrittenAsTheSdkWritesIt(
            @ForAll("items") Map<String, AttributeValue> item, @ForAll @IntRange(max = 300) int expected) {
        assertThat(text(written(item, expected))).isEqualTo(ItemJson.of(item));
    }

    @Property(tries = 1_000)
    void everyItemReadsAsItWasWritten(@ForAll("items") Map<String, AttributeValue> item) {
        WrittenItem written = written(item, 0);
        assertThat(written).isNotNull();
        assertThat(written.attributes()).isEqualTo(item);
    }

    @Test
    void everyCharacterOfOneUnitIsWrittenAsTheSdkWritesIt() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            all.append((char) c);
        }
        Map<String, AttributeValue> item = Map.of("text", fromS(all.toString()));

        assertThat(text(written(item, 0))).isEqualTo(ItemJson.of(item));
    }

    @Test
    void valuesNestDeeply() {
        AttributeValue value = fromS("deep");
        for (int i = 0; i < 31; i++) {
            value = i % 2 == 0 ? fromM(Map.of("m", value)) : fromL(List.of(value, fromS("")));
        }
        Map<String, AttributeValue> item = Map.of("root", value);

        assertThat(text(written(item, 0))).isEqualTo(ItemJson.of(item));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE00", "\uDE00\uD83D", "a\uD83Db", "\uD83D\uD83D\uDE00"})
    void halfACharacterIsWrittenAsTheSdkWritesIt(String text) {
        Map<String, AttributeValue> item =
                Map.of("texts", AttributeValue.fromSs(List.of(text)), "map", fromM(Map.of(text, fromS(text))));
        Map<String, AttributeValue> ordered = new LinkedHashMap<>(item);

        assertThat(text(written(ordered, 0))).isEqualTo(ItemJson.of(ordered));
    }

    @Test
    void aValueWithoutATypeIsLeftToTheSdk() {
        AttributeValue none = AttributeValue.builder().build();

        assertThat(written(Map.of("none", none), 0)).isNull();
        assertThat(written(Map.of("list", fromL(List.of(none))), 0)).isNull();
    }

    @Test
    void aNullThatSaysFalseIsWrittenAsTheSdkWritesIt() {
        Map<String, AttributeValue> item = Map.of("no", AttributeValue.fromNul(false));

        assertThat(text(written(item, 0)))
                .isEqualTo("{\"no\":{\"NULL\":false}}")
                .isEqualTo(ItemJson.of(item));
    }

    @Test
    @DisplayName("a name whose value is not written names nothing that follows")
    void aNameWithoutAValueNamesNothing() {
        WireWriter out = new WireWriter(0);
        out.attribute(WireWriter.attributeName("absent"));
        out.attribute(WireWriter.attributeName("list"));
        MemberWriter list = out.list(2);
        MemberWriter map = list.map(1);
        map.name("absent");
        map.end();
        list.string("element");
        list.end();
        out.attribute(WireWriter.attributeName("absent"));

        assertThat(text(out.item(new AttributeNames())))
                .isEqualTo("{\"list\":{\"L\":[{\"M\":{}},{\"S\":\"element\"}]}}");
    }

    @Test
    void onlyAnEmptyTextOrBinaryIsAnEmptyValue() {
        assertThat(endsEmpty(fromS(""))).isTrue();
        assertThat(endsEmpty(AttributeValue.fromB(SdkBytes.fromByteArray(new byte[0]))))
                .isTrue();
        assertThat(endsEmpty(fromS(":\"\"}"))).isFalse();
        assertThat(endsEmpty(fromS("a"))).isFalse();
        assertThat(endsEmpty(AttributeValue.fromSs(List.of("")))).isFalse();
        assertThat(endsEmpty(fromL(List.of(fromS(""))))).isFalse();
        assertThat(endsEmpty(fromM(Map.of("a", fromS(""))))).isFalse();
        assertThat(endsEmpty(fromM(Map.of()))).isFalse();
    }

    private static boolean endsEmpty(AttributeValue value) {
        WireWriter out = new WireWriter(0);
        out.attribute(WireWriter.attributeName("name"));
        out.raw(value);
        return out.endsWithEmptyValue();
    }
}
