package io.bloop.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.type.Samples.Sample;
import io.bloop.type.Samples.Two;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TypeLawTests {

    @Provide
    Arbitrary<Sample<?>> samples() {
        return Samples.any();
    }

    @Provide
    Arbitrary<Two<?>> twos() {
        return Samples.two();
    }

    @Property(tries = 3_000)
    @Label("T every value is read back as it was stored")
    void everyValueIsReadBackAsItWasStored(@ForAll("samples") Sample<?> sample) {
        assertThat(Samples.comparable(sample.loaded())).isEqualTo(Samples.comparable(sample.value()));
    }

    @Property(tries = 3_000)
    @Label("T1 every value is stored with its type's one tag, or not at all")
    void everyValueIsStoredWithItsTypesTag(@ForAll("samples") Sample<?> sample) {
        AttributeValue dumped = sample.dumped();
        assertThat(
                        dumped == null
                                ? sample.type().tag().toString()
                                : dumped.type().toString())
                .isEqualTo(sample.type().tag().toString());
    }

    @Property(tries = 3_000)
    @Label("E18 what is remembered while a value is read is what is remembered of it afterwards")
    void aValueIsRememberedAlikeWhileItIsReadAndAfterwards(@ForAll("samples") Sample<?> sample) {
        AttributeValue dumped = sample.dumped();
        if (dumped != null) {
            assertIsRememberedAlike(sample.type(), dumped);
        }
    }

    private static <V> void assertIsRememberedAlike(Type<V> type, AttributeValue stored) {
        Remembered whileRead = new Remembered();
        V value = type.read(AttributeValueReader.ofValue(stored), whileRead);
        Object afterwards = type.rememberRead(AttributeValueReader.ofValue(stored), value);
        assertThat(whileRead.kept()).usingRecursiveComparison().isEqualTo(afterwards);
    }

    @Provide
    Arbitrary<Sample<?>> dynamicSamples() {
        return Samples.dynamicSamples();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    @Label("T every dynamic value is read back as it was stored")
    void everyDynamicValueIsReadBackAsItWasStored(@ForAll("dynamicSamples") Sample<?> sample) {
        assertThat(Samples.comparable(sample.loaded())).isEqualTo(Samples.comparable(sample.value()));
        assertThat(new Sample<>(widened(sample.type()), sample.loaded()).isSameAs(sample.remembered()))
                .isTrue();
    }

    @Property(tries = 3_000)
    void whatWasRememberedIsStoredAsTheValueWas(@ForAll("samples") Sample<?> sample) {
        assertThat(Samples.unordered(AttributeValues.dumpRemembered(sample.type(), sample.remembered())))
                .isEqualTo(Samples.unordered(sample.dumped()));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whatWasRememberedOfADynamicValueIsStoredAsTheValueWas(@ForAll("dynamicSamples") Sample<?> sample) {
        assertThat(Samples.unordered(AttributeValues.dumpRemembered(sample.type(), sample.remembered())))
                .isEqualTo(Samples.unordered(sample.dumped()));
    }

    @Property(tries = 3_000)
    void aValueIsTheSameAsItself(@ForAll("samples") Sample<?> sample) {
        assertThat(sample.isSameAs(sample.remembered())).isTrue();
    }

    @Property(tries = 3_000)
    void aValueReadBackIsTheSame(@ForAll("samples") Sample<?> sample) {
        assertThat(new Sample<>(widened(sample.type()), sample.loaded()).isSameAs(sample.remembered()))
                .isTrue();
    }

    @Property(tries = 5_000)
    void twoValuesAreTheSameExactlyWhereTheyAreStoredAlike(@ForAll("twos") Two<?> two) {
        assertThat(two.rightIsSameAsLeft()).isEqualTo(two.areStoredAlike());
    }

    @Test
    void nothingIsTheSameAsAnAbsentAttribute() {
        assertThat(Samples.types()).allSatisfy(type -> {
            assertThat(type.isSame(null, null)).isTrue();
            assertThat(type.isSame(null, type.remember(null))).isTrue();
        });
    }

    @Test
    void whatAnAbsentAttributeReadsAsIsTheSameAsAnAbsentAttribute() {
        assertThat(Samples.types())
                .allSatisfy(type ->
                        assertThat(widened(type).isSame(type.absent(), null)).isTrue());
    }

    @Property
    void aValueIsNotTheSameAsAnAbsentAttributeThatReadsOtherwise(@ForAll("samples") Sample<?> sample) {
        Object absent = Samples.comparable(sample.type().absent());
        assertThat(sample.isSameAs(null))
                .isEqualTo(Samples.comparable(sample.value()).equals(absent));
    }

    @Test
    @DisplayName("T1 NULL tags written by others read as an absent attribute does")
    void nullTagsReadAsAnAbsentAttributeDoes() {
        assertThat(Samples.types()).allSatisfy(type -> {
            assertThat(AttributeValues.load(type, AttributeValue.fromNul(true))).isEqualTo(type.absent());
            assertThat(AttributeValues.load(type, null)).isEqualTo(type.absent());
        });
    }

    @Property
    void anElementChangedInPlaceIsSeen(@ForAll @Size(min = 1, max = 4) List<@StringLength(max = 5) String> list) {
        List<String> value = new ArrayList<>(list);
        Object remembered = Types.listOf(Types.STRING).remember(value);
        value.set(0, value.get(0) + "!");
        assertThat(Types.listOf(Types.STRING).isSame(value, remembered)).isFalse();
    }

    @Property
    void aListGrownInPlaceIsSeen(@ForAll @Size(max = 4) List<@StringLength(max = 5) String> list) {
        List<String> value = new ArrayList<>(list);
        Object remembered = Types.listOf(Types.STRING).remember(value);
        value.add(null);
        assertThat(Types.listOf(Types.STRING).isSame(value, remembered)).isFalse();
    }

    @Property
    void aMapChangedInPlaceIsSeen(@ForAll @Size(min = 1, max = 4) Map<@StringLength(max = 5) String, Integer> map) {
        Map<String, Integer> value = new HashMap<>(map);
        Object remembered = Types.mapOf(Types.INTEGER).remember(value);
        value.replaceAll((name, number) -> number + 1);
        assertThat(Types.mapOf(Types.INTEGER).isSame(value, remembered)).isFalse();
    }

    @Property
    void aMapWhoseValueBecomesNullIsSeen(
            @ForAll @Size(min = 1, max = 4) Map<@StringLength(max = 5) String, Integer> map) {
        Map<String, Integer> value = new HashMap<>(map);
        Object remembered = Types.mapOf(Types.INTEGER).remember(value);
        value.put(map.keySet().iterator().next(), null);
        assertThat(Types.mapOf(Types.INTEGER).isSame(value, remembered)).isFalse();
    }

    @Property
    void aSetChangedInPlaceIsSeen(@ForAll @Size(min = 1, max = 4) Set<Long> set) {
        Set<Long> value = new HashSet<>(set);
        Object remembered = Types.setOf(Types.LONG).remember(value);
        value.remove(set.iterator().next());
        assertThat(Types.setOf(Types.LONG).isSame(value, remembered)).isFalse();
    }

    @Property
    void bytesChangedInPlaceAreSeen(@ForAll @Size(min = 1, max = 20) byte[] value) {
        Object remembered = Types.BYTES.remember(value);
        value[0]++;
        assertThat(Types.BYTES.isSame(value, remembered)).isFalse();
    }

    @Property
    void bytesOfASetChangedInPlaceAreSeen(@ForAll @Size(min = 1, max = 20) byte[] value) {
        Object remembered = Types.setOf(Types.BYTES).remember(Set.of(value));
        value[0]++;
        assertThat(Types.setOf(Types.BYTES).isSame(Set.of(value), remembered)).isFalse();
    }

    @Property
    void aBufferReadFromInPlaceIsSeen(@ForAll @Size(min = 1, max = 20) byte[] bytes) {
        ByteBuffer value = ByteBuffer.wrap(bytes);
        Object remembered = Types.BYTE_BUFFER.remember(value);
        value.get();
        assertThat(Types.BYTE_BUFFER.isSame(value, remembered)).isFalse();
    }

    @Property
    void aListDeepInsideChangedInPlaceIsSeen(
            @ForAll @Size(min = 1, max = 4)
                    List<@Size(min = 1, max = 3) Map<@StringLength(max = 5) String, Integer>> maps) {
        Type<List<Map<String, Integer>>> type = Types.listOf(Types.mapOf(Types.INTEGER));
        List<Map<String, Integer>> value = new ArrayList<>();
        maps.forEach(map -> value.add(new HashMap<>(map)));
        Object remembered = type.remember(value);
        value.get(0).clear();
        assertThat(type.isSame(value, remembered)).isFalse();
    }

    @Property
    void valuesThatWereReadAreTheCallersOwn(@ForAll @Size(min = 1, max = 20) byte[] bytes) {
        AttributeValue stored = AttributeValues.dump(Types.BYTES, bytes);
        AttributeValues.load(Types.BYTES, stored)[0]++;
        AttributeValues.load(Types.setOf(Types.BYTES), AttributeValue.fromBs(List.of(stored.b())))
                .iterator()
                .next()[0]++;
        assertThat(stored.b().asByteArray()).isEqualTo(bytes);
    }

    @Property
    void valuesThatWereStoredDoNotChangeWithTheirSource(@ForAll @Size(min = 1, max = 20) byte[] bytes) {
        Tuple2<byte[], AttributeValue> before = Tuple.of(bytes.clone(), AttributeValues.dump(Types.BYTES, bytes));
        bytes[0]++;
        assertThat(before.get2().b().asByteArray()).isEqualTo(before.get1());
    }

    @SuppressWarnings("unchecked") // values come from the type itself
    private static Type<Object> widened(Type<?> type) {
        return (Type<Object>) type;
    }
}
