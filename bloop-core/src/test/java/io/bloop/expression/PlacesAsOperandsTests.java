package io.bloop.expression;

import static io.bloop.type.Types.BASE64_BYTES;
import static io.bloop.type.Types.BYTES;
import static io.bloop.type.Types.DYNAMIC;
import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.TIMESTAMP;
import static io.bloop.type.Types.enumByOrdinal;
import static io.bloop.type.Types.enumOf;
import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.mapOf;
import static io.bloop.type.Types.setOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromB;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromSs;

import io.bloop.engine.BloopTemplate;
import io.bloop.model.BinaryColumn;
import io.bloop.model.DynamicColumn;
import io.bloop.model.ListColumn;
import io.bloop.model.MapColumn;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.SetColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.testing.LocalDynamoDb;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;

class PlacesAsOperandsTests {

    /** An object of which only the item matters. */
    record Probe(String id) {}

    static final class ProbeModel extends ModelDefinition<Probe> {

        static final ProbeModel PROBE = new ProbeModel();

        final StringColumn<Probe, String> id =
                column("id", STRING).getter(Probe::id).hashKey();
        final StringColumn<Probe, String> text = column("text", STRING).getter(one -> null);
        final StringColumn<Probe, String> start = column("start", STRING).getter(one -> null);
        final NumberColumn<Probe, Long> two = column("two", LONG).getter(one -> null);
        final NumberColumn<Probe, Long> one = column("one", LONG).getter(one -> null);
        final NumberColumn<Probe, Long> three = column("three", LONG).getter(one -> null);
        final BinaryColumn<Probe, byte[]> bytes = column("bytes", BYTES).getter(one -> null);
        final BinaryColumn<Probe, byte[]> firstBytes =
                column("firstBytes", BYTES).getter(one -> null);
        final BinaryColumn<Probe, byte[]> base64 =
                column("base64", BASE64_BYTES).getter(one -> null);
        final SetColumn<Probe, String> set = column("set", setOf(STRING)).getter(one -> null);
        final ListColumn<Probe, Long> list = column("list", listOf(LONG)).getter(one -> null);
        final MapColumn<Probe, String, Long> map = column("map", mapOf(LONG)).getter(one -> null);
        final StringColumn<Probe, Instant> moment = column("moment", INSTANT).getter(one -> null);
        final NumberColumn<Probe, Instant> seconds =
                column("seconds", TIMESTAMP).getter(one -> null);
        final StringColumn<Probe, DayOfWeek> day =
                column("day", enumOf(DayOfWeek.class)).getter(one -> null);
        final NumberColumn<Probe, DayOfWeek> place =
                column("place", enumByOrdinal(DayOfWeek.class)).getter(one -> null);
        final DynamicColumn<Probe> meta = column("meta", DYNAMIC).getter(one -> null);

        private ProbeModel() {
            super(Probe.class);
        }

        @Override
        protected Probe create(Values<Probe> values) {
            columns().forEach(values::get);
            return new Probe(values.get(id));
        }
    }

    private static final ProbeModel PROBE = ProbeModel.PROBE;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private BloopTemplate<Probe> stored() {
        BloopTemplate<Probe> probes = dynamoDb.engine().template(PROBE);
        probes.scan().all();
        dynamoDb.put(
                "Probe",
                Map.ofEntries(
                        Map.entry("id", fromS("1")),
                        Map.entry("text", fromS("hello")),
                        Map.entry("start", fromS("he")),
                        Map.entry("one", fromN("1")),
                        Map.entry("two", fromN("2")),
                        Map.entry("three", fromN("3")),
                        Map.entry("bytes", fromB(SdkBytes.fromByteArray(new byte[] {1, 2, 3}))),
                        Map.entry("firstBytes", fromB(SdkBytes.fromByteArray(new byte[] {1, 2}))),
                        Map.entry("set", fromSs(List.of("he", "x"))),
                        Map.entry("list", fromL(List.of(fromN("2"), fromN("7")))),
                        Map.entry("map", fromM(Map.of("k", fromN("2")))),
                        Map.entry(
                                "meta",
                                fromM(Map.of(
                                        "text", fromS("hello"),
                                        "two", fromN("2"),
                                        "bytes", fromB(SdkBytes.fromByteArray(new byte[] {1, 2, 3})),
                                        "list", fromL(List.of(fromS("he"), fromN("2"))),
                                        "set", fromSs(List.of("he")))))));
        return probes;
    }

    static Stream<Condition<Probe>> met() {
        DynamicPath<Probe> text = PROBE.meta.key("text");
        DynamicPath<Probe> two = PROBE.meta.key("two");
        return Stream.of(
                PROBE.two.in(PROBE.one, PROBE.list.at(0)),
                PROBE.text.in(PROBE.start, PROBE.meta.key("text").as(STRING)),
                PROBE.list.at(0).in(PROBE.three, PROBE.two),
                PROBE.map.key("k").in(PROBE.one, PROBE.two),
                PROBE.two.between(PROBE.one, PROBE.three),
                PROBE.two.between(1L, PROBE.three),
                PROBE.two.between(PROBE.one, 3L),
                PROBE.list.at(0).asNumber().between(PROBE.one, 2L),
                PROBE.text.between(PROBE.start, "z"),
                PROBE.bytes.between(PROBE.firstBytes, new byte[] {9}),
                PROBE.text.beginsWith(PROBE.start),
                PROBE.text.contains(PROBE.start),
                PROBE.bytes.beginsWith(PROBE.firstBytes),
                PROBE.bytes.contains(PROBE.firstBytes),
                PROBE.set.contains(PROBE.start),
                PROBE.list.contains(PROBE.two),
                PROBE.list.size().between(PROBE.one, PROBE.three),
                PROBE.list.size().in(PROBE.one, PROBE.two),
                PROBE.list.size().in(List.of(2, 5)),
                two.eq(PROBE.two),
                two.ne(PROBE.one),
                two.lt(PROBE.three),
                two.le(PROBE.two),
                two.gt(PROBE.one),
                two.ge(PROBE.map.key("k")),
                two.in(PROBE.start, PROBE.two),
                two.in(List.of("x", PROBE.two)),
                two.between(PROBE.one, PROBE.three),
                two.between(1, PROBE.three),
                two.between(PROBE.one, 3),
                two.between((Object) PROBE.one, (Object) PROBE.three),
                text.beginsWith(PROBE.start),
                text.beginsWith((Object) PROBE.start),
                text.contains(PROBE.start),
                text.contains((Object) PROBE.start),
                PROBE.meta.key("bytes").beginsWith(PROBE.firstBytes),
                PROBE.meta.key("list").contains(PROBE.two),
                PROBE.meta.key("set").contains(PROBE.start),
                PROBE.meta.key("list").at(0).eq(PROBE.start),
                two.eq(PROBE.meta.key("list").at(1)));
    }

    @Test
    @DisplayName("C9 the table answers conditions with places as operands as they read")
    void theTableAnswersPlaces() {
        BloopTemplate<Probe> probes = stored();

        assertThat(met()).allSatisfy(condition -> {
            assertThat(probes.scan().filter(condition).count()).isEqualTo(1);
            assertThat(probes.scan().filter(condition.not()).count()).isZero();
        });
    }

    private static Arguments refused(Supplier<Condition<Probe>> condition, String message) {
        return Arguments.of(condition, message);
    }

    static Stream<Arguments> refusedPlaces() {
        return Stream.of(
                refused(
                        () -> PROBE.moment.eq(PROBE.seconds),
                        "eq of Probe.moment is never met by Probe.seconds, since Instant (S) and timestamp (N) are not "
                                + "stored alike; name a place that is stored in the same form."),
                refused(
                        () -> PROBE.seconds.between(Instant.EPOCH, PROBE.moment),
                        "between of Probe.seconds is never met by Probe.moment, since timestamp (N) and Instant (S)"
                                + " are not stored alike; name a place that is stored in the same form."),
                refused(
                        () -> PROBE.day.in(PROBE.place, PROBE.place),
                        "in of Probe.day is never met by Probe.place, since DayOfWeek (S) and DayOfWeek (N) are not "
                                + "stored alike; name a place that is stored in the same form."),
                refused(
                        () -> PROBE.bytes.eq(PROBE.base64),
                        "eq of Probe.bytes is never met by Probe.base64, since byte[] (B) and byte[] as base64 (B) are "
                                + "not stored alike; name a place that is stored in the same form."),
                refused(
                        () -> PROBE.base64.beginsWith(PROBE.firstBytes),
                        "beginsWith of Probe.base64 is never met by Probe.firstBytes, since byte[] as base64 (B) and "
                                + "byte[] (B) are not stored alike; name a place that is stored in the same form."),
                refused(
                        () -> PROBE.meta.key("a").lt(PROBE.set),
                        "lt of 'meta.a' takes what is stored as S or N or B, and a value of SS is not; use eq,"
                                + " contains or size."),
                refused(
                        () -> PROBE.meta.key("a").beginsWith(PROBE.two),
                        "beginsWith of 'meta.a' takes what is stored as S or B, and a value of N is not; use eq,"
                                + " contains or size."),
                refused(
                        () -> PROBE.meta.key("a").between(PROBE.set, 3),
                        "between of 'meta.a' takes what is stored as S or N or B, and a value of SS is not; use eq, "
                                + "contains or size."),
                refused(
                        () -> PROBE.two.eq(PROBE.two),
                        "eq of Probe.two compares the place with itself; name another place."),
                refused(
                        () -> PROBE.meta
                                .key("a")
                                .eq(PROBE.meta.as(mapOf(DYNAMIC)).key("a")),
                        "eq of Probe.meta.a compares the place with itself; name another place."),
                refused(
                        () -> PROBE.list.at(1).in(PROBE.two, PROBE.list.at(1)),
                        "in of Probe.list[1] compares the place with itself; name another place."),
                refused(() -> PROBE.text.in(List.of()), "text.in() of no values is never met; give at least one."),
                refused(
                        () -> PROBE.meta.between("a", 5),
                        "between of 'meta' takes two bounds of one data type, and these are of S and N; give bounds of "
                                + "one kind."),
                refused(() -> PROBE.map.key("").exists(), "map has no member without a name; give a name."));
    }

    @ParameterizedTest
    @MethodSource("refusedPlaces")
    @DisplayName("C9 a condition that is never met, or that DynamoDB refuses, is refused when it is built")
    void refusesPlacesThatDoNotFit(Supplier<Condition<Probe>> condition, String message) {
        assertThatExceptionOfType(InvalidCondition.class)
                .isThrownBy(condition::get)
                .withMessage(message);
    }

    @Test
    @DisplayName("E21 a value of the wrong class in a condition is refused with model, column and both classes")
    void refusesValuesOfTheWrongClass() {
        @SuppressWarnings({"unchecked", "rawtypes"})
        NumberColumn<Probe, Object> raw = (NumberColumn) PROBE.two;

        assertThat(Stream.<Supplier<Condition<Probe>>>of(
                        () -> raw.eq("secret"),
                        () -> raw.in(List.of(1L, "secret")),
                        () -> raw.between("secret", 3L),
                        () -> raw.lt("secret")))
                .allSatisfy(condition -> assertThatExceptionOfType(InvalidCondition.class)
                        .isThrownBy(condition::get)
                        .withMessage("Cannot compare Probe.two: expected Long, found a java.lang.String."));
    }
}
