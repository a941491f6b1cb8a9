package io.bloop.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.StringArbitrary;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Generates values over the whole range of each type. */
final class Samples {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Samples() {}

    enum Color {
        RED,
        GREEN,
        BLUE
    }

    record Slug(String text) {}

    static final StringType<Slug> SLUG = StringType.of(Slug.class, Slug::text, Slug::new);
    static final NumberType<Year> YEAR =
            NumberType.of(Year.class, Year::toString, text -> Year.of(Integer.parseInt(text)));
    static final BinaryType<BitSet64> BITS =
            BinaryType.of(BitSet64.class, bits -> bits.toBytes(), bytes -> BitSet64.of(bytes));

    record BitSet64(long bits) {

        byte[] toBytes() {
            return ByteBuffer.allocate(Long.BYTES).putLong(bits).array();
        }

        static BitSet64 of(byte[] bytes) {
            return new BitSet64(ByteBuffer.wrap(bytes).getLong());
        }
    }

    /** A type with one value of it. */
    record Sample<V>(Type<V> type, V value) {

        AttributeValue dumped() {
            return AttributeValues.dump(type, value);
        }

        V loaded() {
            return AttributeValues.load(type, dumped());
        }

        boolean isSameAs(Object remembered) {
            return type.isSame(value, remembered);
        }

        Object remembered() {
            return type.remember(value);
        }
    }

    /** A type with two values of it. */
    record Two<V>(Type<V> type, V left, V right) {

        boolean rightIsSameAsLeft() {
            return type.isSame(right, type.remember(left));
        }

        boolean areStoredAlike() {
            return unordered(AttributeValues.dump(type, left)).equals(unordered(AttributeValues.dump(type, right)));
        }
    }

    private record Source<V>(Type<V> type, Arbitrary<V> values) {

        Arbitrary<Sample<?>> samples() {
            return values.map(value -> new Sample<>(type, value));
        }

        Arbitrary<Two<?>> twos() {
            return Combinators.combine(values, values).as((left, right) -> new Two<>(type, left, right));
        }
    }

    private static List<Source<?>> sources() {
        List<Source<?>> sources = new ArrayList<>(List.of(
                new Source<>(Types.STRING, strings()),
                new Source<>(Types.STRING.orElse("none"), strings()),
                new Source<>(Types.UUID, uuids()),
                new Source<>(Types.INSTANT, instants()),
                new Source<>(Types.TIMESTAMP, seconds()),
                new Source<>(Types.INTEGER, Arbitraries.integers()),
                new Source<>(Types.LONG, Arbitraries.longs()),
                new Source<>(Types.LONG.orElse(0L), Arbitraries.longs().between(-1, 1)),
                new Source<>(Types.BIG_DECIMAL, decimals()),
                new Source<>(Types.BOOLEAN, Arbitraries.of(true, false)),
                new Source<>(Types.BOOLEAN.orElse(false), Arbitraries.of(true, false)),
                new Source<>(Types.BYTES, bytes()),
                new Source<>(Types.BASE64_BYTES, bytes()),
                new Source<>(Types.SHORT, Arbitraries.shorts()),
                new Source<>(Types.BYTE, Arbitraries.bytes()),
                new Source<>(Types.BIG_INTEGER, integers()),
                new Source<>(Types.DOUBLE, Arbitraries.doubles().between(-1E100, 1E100)),
                new Source<>(Types.DURATION, durations()),
                new Source<>(Types.DURATION_SECONDS, durations()),
                new Source<>(Types.BYTE_BUFFER, bytes().map(ByteBuffer::wrap)),
                new Source<>(Types.URI, uris()),
                new Source<>(Types.enumOf(Color.class), Arbitraries.of(Color.class)),
                new Source<>(Types.enumByOrdinal(Color.class), Arbitraries.of(Color.class)),
                new Source<>(
                        Types.enumByValue(Color.class, Types.LONG, color -> color.ordinal() * 1_000L - 1_000L),
                        Arbitraries.of(Color.class)),
                new Source<>(
                        Types.enumByValue(Color.class, Types.STRING, Color::toString), Arbitraries.of(Color.class)),
                new Source<>(Types.CHARACTER, Arbitraries.chars().filter(one -> !Character.isSurrogate(one))),
                new Source<>(Types.DATE, instants().map(moment -> Date.from(moment.truncatedTo(ChronoUnit.MILLIS)))),
                new Source<>(Types.PATTERN, patterns()),
                new Source<>(Types.INET_ADDRESS, addresses()),
                new Source<>(SLUG, strings().map(Slug::new)),
                new Source<>(YEAR, Arbitraries.integers().between(-9999, 9999).map(Year::of)),
                new Source<>(BITS, Arbitraries.longs().map(BitSet64::new))));
        sources.addAll(times());
        sources.addAll(List.of(
                new Source<>(Types.setOf(Types.STRING), strings().set()),
                new Source<>(Types.setOf(Types.UUID), uuids().set()),
                new Source<>(
                        Types.setOf(Types.LONG),
                        Arbitraries.longs().between(-9, 9).set().ofMaxSize(3)),
                new Source<>(
                        Types.setOf(Types.BIG_DECIMAL),
                        decimals().map(BigDecimal::stripTrailingZeros).set()),
                new Source<>(Types.setOf(Types.BYTES), bytes().set().map(Samples::byContent)),
                new Source<>(
                        Types.setOf(BITS),
                        Arbitraries.longs().map(BitSet64::new).set()),
                new Source<>(
                        Types.listOf(Types.STRING), strings().injectNull(0.2).list()),
                new Source<>(
                        Types.listOf(Types.BOOLEAN),
                        Arbitraries.of(true, false).injectNull(0.3).list().ofMaxSize(2)),
                new Source<>(Types.listOf(Types.BYTES), bytes().list()),
                new Source<>(
                        Types.mapOf(Types.INTEGER), maps(Arbitraries.integers().injectNull(0.2))),
                new Source<>(
                        Types.mapOf(Types.enumOf(Color.class), Types.LONG),
                        maps(Arbitraries.of(Color.class), Arbitraries.longs())),
                new Source<>(
                        Types.mapOf(Types.UUID, Types.setOf(Types.STRING)),
                        maps(uuids(), strings().set().ofMaxSize(2))),
                new Source<>(
                        Types.mapOf(Types.INTEGER, Types.BOOLEAN),
                        maps(Arbitraries.integers().between(-9, 9), Arbitraries.of(true, false))),
                new Source<>(
                        Types.mapOf(Types.TIMESTAMP, Types.DATE),
                        maps(seconds(), instants().map(moment -> Date.from(moment.truncatedTo(ChronoUnit.MILLIS))))),
                new Source<>(
                        Types.listOf(Types.mapOf(Types.LOCAL_DATE, Types.listOf(Types.CHARACTER))),
                        maps(
                                        instants().map(moment -> LocalDate.ofInstant(moment, ZoneOffset.UTC)),
                                        Arbitraries.of('a', 'b').list().ofMaxSize(2))
                                .list()
                                .ofMaxSize(2)),
                new Source<>(SHAPE, shapes()),
                new Source<>(
                        Types.listOf(SHAPE), shapes().injectNull(0.2).list().ofMaxSize(3)),
                new Source<>(
                        Types.mapOf(Types.enumOf(Color.class), SHAPE), maps(Arbitraries.of(Color.class), shapes())),
                new Source<>(
                        Types.listOf(Types.mapOf(Types.setOf(Types.LONG))),
                        maps(Arbitraries.longs().set().ofMaxSize(3)).list().ofMaxSize(3)),
                new Source<>(
                        Types.mapOf(Types.listOf(Types.listOf(Types.BYTES))),
                        maps(bytes().list().ofMaxSize(2).injectNull(0.2).list().ofMaxSize(2)))));
        return sources;
    }

    sealed interface Shape permits Circle, Group {}

    record Circle(Integer radius, String color) implements Shape {}

    record Group(List<Shape> parts, String color) implements Shape {}

    static final DocumentType<Circle> CIRCLE = new DocumentType<>(Circle.class) {
        private final Member<Circle, Integer> radius =
                member("radius", Types.INTEGER).getter(Circle::radius);
        private final Member<Circle, String> color =
                member("color", Types.STRING).getter(Circle::color);

        @Override
        protected Circle create(MemberValues<Circle> values) {
            return new Circle(values.get(radius), values.get(color));
        }
    };

    static final DocumentType<Group> GROUP = new DocumentType<>(Group.class) {
        private final Member<Group, List<Shape>> parts =
                member("parts", () -> Types.listOf(SHAPE)).getter(Group::parts);
        private final Member<Group, String> color =
                member("color", Types.STRING).getter(Group::color);

        @Override
        protected Group create(MemberValues<Group> values) {
            return new Group(values.get(parts), values.get(color));
        }
    };

    static final PolymorphicType<Shape> SHAPE = new PolymorphicType<>(Shape.class, "type") {
        {
            subtype(CIRCLE, "circle", "Circle");
            subtype(GROUP, "group");
        }
    };

    private static Arbitrary<Shape> shapes() {
        Arbitrary<Shape> circles = Combinators.combine(
                        Arbitraries.integers().injectNull(0.2), strings().injectNull(0.2))
                .as(Circle::new);
        return Arbitraries.oneOf(
                circles,
                Combinators.combine(circles.injectNull(0.2).list().ofMaxSize(2), strings())
                        .as(Group::new));
    }

    private static Arbitrary<Pattern> patterns() {
        Arbitrary<Integer> flags = Arbitraries.of(
                        Pattern.UNIX_LINES,
                        Pattern.CASE_INSENSITIVE,
                        Pattern.MULTILINE,
                        Pattern.DOTALL,
                        Pattern.UNICODE_CASE)
                .set()
                .map(set -> set.stream().mapToInt(Integer::intValue).sum());
        return Combinators.combine(Arbitraries.of("", "a+", "(?i)a", "[a-z]*\\d", "(?s)."), flags)
                .as((text, some) -> Pattern.compile(text, some));
    }

    private static Arbitrary<InetAddress> addresses() {
        return Arbitraries.oneOf(
                        Arbitraries.bytes().array(byte[].class).ofSize(4),
                        Arbitraries.bytes().array(byte[].class).ofSize(16))
                .map(bytes -> {
                    try {
                        return InetAddress.getByAddress(bytes);
                    } catch (UnknownHostException ex) {
                        throw new IllegalStateException(ex);
                    }
                });
    }

    private static List<Source<?>> times() {
        Arbitrary<LocalDateTime> moments = instants().map(moment -> LocalDateTime.ofInstant(moment, ZoneOffset.UTC));
        return List.of(
                new Source<>(Types.LOCAL_DATE_TIME, moments),
                new Source<>(Types.LOCAL_DATE, moments.map(LocalDateTime::toLocalDate)),
                new Source<>(Types.LOCAL_TIME, moments.map(LocalDateTime::toLocalTime)),
                new Source<>(Types.YEAR, moments.map(moment -> Year.of(moment.getYear()))),
                new Source<>(Types.YEAR_MONTH, moments.map(YearMonth::from)),
                new Source<>(Types.OFFSET_DATE_TIME, instants().map(moment -> moment.atOffset(ZoneOffset.UTC))),
                new Source<>(Types.ZONED_DATE_TIME, instants().map(moment -> moment.atZone(ZoneOffset.UTC))));
    }

    /** Values of every class that a dynamic value may have, four deep at most: a tree without a bound may be huge. */
    static Arbitrary<Object> dynamic() {
        return dynamic(3);
    }

    private static Arbitrary<Object> dynamic(int depth) {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                strings().asGeneric(),
                decimals().map(BigDecimal::stripTrailingZeros).asGeneric(),
                Arbitraries.of(true, false).asGeneric(),
                bytes().asGeneric(),
                strings().set().ofMinSize(1).ofMaxSize(3).asGeneric(),
                Arbitraries.longs()
                        .map(BigDecimal::valueOf)
                        .set()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .asGeneric(),
                bytes().set().ofMinSize(1).ofMaxSize(3).map(Samples::byContent).asGeneric());
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<Object> inner = dynamic(depth - 1).injectNull(0.2);
        return Arbitraries.oneOf(
                scalars, inner.list().ofMaxSize(3).asGeneric(), maps(inner).asGeneric());
    }

    static Arbitrary<Sample<?>> dynamicSamples() {
        return dynamic().map(value -> new Sample<>(Types.DYNAMIC, value));
    }

    private static Arbitrary<BigInteger> integers() {
        BigInteger most = BigInteger.TEN.pow(38).subtract(BigInteger.ONE);
        return Arbitraries.bigIntegers().between(most.negate(), most);
    }

    private static Arbitrary<Duration> durations() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(0, 999_999_999))
                .as((seconds, nanos) -> Duration.ofSeconds(seconds, nanos));
    }

    static Arbitrary<Sample<?>> any() {
        return Arbitraries.oneOf(sources().stream().map(Source::samples).toList());
    }

    static Arbitrary<Two<?>> two() {
        return Arbitraries.oneOf(sources().stream().map(Source::twos).toList());
    }

    static List<Type<?>> types() {
        return sources().stream().<Type<?>>map(Source::type).toList();
    }

    /** Strings of all code units, lone surrogates among them. */
    static StringArbitrary strings() {
        return Arbitraries.strings().all().ofMaxLength(20);
    }

    static Arbitrary<UUID> uuids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    /** Moments of whole microseconds in the years 1 to 9999. */
    static Arbitrary<Instant> instants() {
        Arbitrary<Long> seconds = Arbitraries.longs().between(FIRST.getEpochSecond(), LAST.getEpochSecond());
        Arbitrary<Integer> micros = Arbitraries.integers().between(0, 999_999);
        return Combinators.combine(seconds, micros)
                .as((second, micro) -> Instant.ofEpochSecond(second, micro * 1_000L));
    }

    static Arbitrary<Instant> seconds() {
        return Arbitraries.longs()
                .between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    static Arbitrary<BigDecimal> decimals() {
        Arbitrary<BigInteger> digits = Arbitraries.bigIntegers()
                .between(
                        BigInteger.TEN.pow(38).negate().add(BigInteger.ONE),
                        BigInteger.TEN.pow(38).subtract(BigInteger.ONE));
        Arbitrary<Integer> exponents = Arbitraries.integers().between(-130, 125);
        return Combinators.combine(digits, exponents).as((unscaled, exponent) -> {
            BigDecimal whole = new BigDecimal(unscaled);
            int scale = whole.precision() - 1 - exponent;
            return unscaled.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(unscaled, scale);
        });
    }

    static Arbitrary<byte[]> bytes() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(20);
    }

    static Arbitrary<URI> uris() {
        return Combinators.combine(
                        Arbitraries.of("http", "HTTPS"),
                        Arbitraries.strings().alpha().ofLength(2),
                        Arbitraries.strings().alpha().numeric().ofMaxLength(20))
                .as((scheme, host, path) -> URI.create(scheme + "://" + host + "/" + path + "%c3%A9"));
    }

    private static <V> Arbitrary<Map<String, V>> maps(Arbitrary<V> values) {
        return maps(strings().ofMinLength(1), values);
    }

    private static <K, V> Arbitrary<Map<K, V>> maps(Arbitrary<K> keys, Arbitrary<V> values) {
        return Arbitraries.maps(keys, values).ofMaxSize(4).map(HashMap::new);
    }

    private static Set<byte[]> byContent(Set<byte[]> arrays) {
        Set<byte[]> set = new TreeSet<>(Arrays::compare);
        set.addAll(arrays);
        return set;
    }

    /** Returns a regular expression without the flags at its beginning. */
    private static String text(Pattern pattern) {
        return pattern.pattern().replaceFirst("^(\\(\\?[a-zU]+\\))+", "");
    }

    /** Returns a value of which equality tells by content, also of arrays inside. */
    static Object comparable(Object value) {
        if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        }
        if (value instanceof Pattern pattern) {
            return Pattern.compile(pattern.pattern(), pattern.flags()).flags() + text(pattern);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Samples::comparable).collect(Collectors.toCollection(ArrayList::new));
        }
        if (value instanceof Set<?> set) {
            return set.stream().map(Samples::comparable).collect(Collectors.toSet());
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new HashMap<>();
            map.forEach((name, one) -> copy.put(name, comparable(one)));
            return copy;
        }
        return value;
    }

    /** Returns an attribute value of which equality does not depend on the order inside sets. */
    static Object unordered(AttributeValue value) {
        if (value == null) {
            return "nothing";
        }
        return switch (value.type()) {
            case SS -> Set.copyOf(value.ss());
            case NS -> Set.copyOf(value.ns());
            case BS -> new HashSet<>(value.bs());
            case L -> value.l().stream().map(Samples::unordered).toList();
            case M ->
                value.m().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> unordered(entry.getValue())));
            default -> value;
        };
    }
}
