package io.bloop.expression;

import io.bloop.type.BinaryType;
import io.bloop.type.DocumentType;
import io.bloop.type.DynamicType;
import io.bloop.type.Member;
import io.bloop.type.MemberValues;
import io.bloop.type.NumberType;
import io.bloop.type.StringType;
import io.bloop.type.Type;
import io.bloop.type.Types;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Lists types of every kind, each with a few values of which some begin alike.
 *
 * @param name tells the types apart
 * @param type how the values are stored
 * @param values at least three, and none stored as another is
 * @param bytes returns the bytes that a caller sees of a value that is stored as binary data
 */
record TypeValues<V>(String name, Type<V> type, List<V> values, Function<V, byte[]> bytes) {

    private static final Instant FIRST = Instant.parse("1969-12-31T23:59:58.5Z");
    private static final Instant SECOND = Instant.parse("1970-01-01T00:00:01.5Z");
    private static final Instant THIRD = Instant.parse("2016-08-09T01:16:25.322849Z");

    enum Size {
        SMALL(30),
        MEDIUM(20),
        LARGE(10);

        final long code;

        Size(long code) {
            this.code = code;
        }

        String letter() {
            return name().substring(0, 1);
        }
    }

    record Slug(String text) {}

    record Cents(BigDecimal euros) {}

    record Hash(int bits) {}

    record Point(Integer x, Instant at) {}

    static final class PointType extends DocumentType<Point> {

        private final Member<Point, Integer> x = member("x", Types.INTEGER).getter(Point::x);
        private final Member<Point, Instant> at = member("at", Types.TIMESTAMP).getter(Point::at);

        PointType() {
            super(Point.class);
        }

        @Override
        protected Point create(MemberValues<Point> values) {
            return new Point(values.get(x), values.get(at));
        }
    }

    private static final StringType<Slug> SLUG =
            StringType.of(Slug.class, slug -> "slug:" + slug.text(), text -> new Slug(text.substring(5)));
    private static final NumberType<Cents> CENTS = NumberType.of(
            Cents.class,
            cents -> cents.euros().movePointRight(2).toPlainString(),
            text -> new Cents(new BigDecimal(text).movePointLeft(2)));
    private static final BinaryType<Hash> HASH = BinaryType.of(
            Hash.class,
            hash -> ByteBuffer.allocate(4).putInt(hash.bits()).array(),
            bytes -> new Hash(ByteBuffer.wrap(bytes).getInt()));

    private static final List<byte[]> ARRAYS =
            List.of(bytes(1, 2, 3), bytes(1, 2, 3, 250, 251, 252, 253), bytes(1, 2), bytes(250, 251, 1, 2, 3, 9));

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static <V> TypeValues<V> of(String name, Type<V> type, List<V> values) {
        return new TypeValues<>(name, type, values, value -> {
            throw new IllegalStateException(name + " is not binary");
        });
    }

    /** Returns the types that are stored as S, N or B. */
    static Stream<TypeValues<?>> scalars() {
        return Stream.of(texts(), times(), numbers(), binaries()).flatMap(List::stream);
    }

    private static List<TypeValues<?>> texts() {
        return List.of(
                of("STRING", Types.STRING, List.of("ab", "abc", "b", "é")),
                of("UUID", Types.UUID, List.of(new UUID(1, 2), new UUID(1, 3), new UUID(-1, 2))),
                of(
                        "URI",
                        Types.URI,
                        List.of(URI.create("http://a/b"), URI.create("HTTP://a/b"), URI.create("ftp://a"))),
                of(
                        "URL",
                        Types.URL,
                        Stream.of("http://a/b", "http://a/c", "ftp://a")
                                .map(TypeValues::url)
                                .toList()),
                of("LOCALE", Types.LOCALE, List.of(Locale.GERMANY, Locale.GERMAN, Locale.JAPAN)),
                of(
                        "CURRENCY",
                        Types.CURRENCY,
                        Stream.of("EUR", "USD", "EEK")
                                .map(Currency::getInstance)
                                .toList()),
                of(
                        "ZONE_ID",
                        Types.ZONE_ID,
                        Stream.of("Europe/Vienna", "Europe/Rome", "UTC")
                                .map(ZoneId::of)
                                .toList()),
                of("enumOf", Types.enumOf(Size.class), List.of(Size.values())),
                of("enumByText", Types.enumByValue(Size.class, Types.STRING, Size::letter), List.of(Size.values())),
                of("custom text", SLUG, List.of(new Slug("a"), new Slug("ab"), new Slug("b"))));
    }

    @SuppressWarnings("deprecation") // the constructor that newer JDKs offer instead does not exist in 17
    private static URL url(String text) {
        try {
            return new URL(text);
        } catch (java.net.MalformedURLException ex) {
            throw new IllegalArgumentException(ex);
        }
    }

    private static List<TypeValues<?>> times() {
        List<LocalDateTime> local = Stream.of(FIRST, SECOND, THIRD)
                .map(moment -> LocalDateTime.ofInstant(moment, ZoneOffset.UTC))
                .toList();
        return List.of(
                of("INSTANT", Types.INSTANT, List.of(FIRST, SECOND, THIRD)),
                of("TIMESTAMP", Types.TIMESTAMP, List.of(FIRST, SECOND, THIRD)),
                of(
                        "OFFSET_DATE_TIME",
                        Types.OFFSET_DATE_TIME,
                        local.stream()
                                .map(at -> at.atOffset(ZoneOffset.ofHours(2)))
                                .toList()),
                of(
                        "ZONED_DATE_TIME",
                        Types.ZONED_DATE_TIME,
                        local.stream()
                                .map(at -> at.atZone(ZoneId.of("Europe/Vienna")))
                                .toList()),
                of("LOCAL_DATE_TIME", Types.LOCAL_DATE_TIME, local),
                of(
                        "LOCAL_DATE",
                        Types.LOCAL_DATE,
                        local.stream().map(LocalDateTime::toLocalDate).toList()),
                of(
                        "LOCAL_TIME",
                        Types.LOCAL_TIME,
                        local.stream().map(LocalDateTime::toLocalTime).toList()),
                of("YEAR", Types.YEAR, List.of(Year.of(7), Year.of(1969), Year.of(2016))),
                of(
                        "YEAR_MONTH",
                        Types.YEAR_MONTH,
                        local.stream().map(YearMonth::from).toList()),
                of(
                        "DURATION",
                        Types.DURATION,
                        List.of(Duration.ofMinutes(90), Duration.ofHours(2), Duration.ofMillis(-1500))),
                of(
                        "DURATION_SECONDS",
                        Types.DURATION_SECONDS,
                        List.of(Duration.ofMinutes(90), Duration.ofNanos(1), Duration.ofMillis(-1500))),
                of("PERIOD", Types.PERIOD, List.of(Period.ofDays(1), Period.ofMonths(12), Period.ofYears(1))));
    }

    private static List<TypeValues<?>> numbers() {
        return List.of(
                of("INTEGER", Types.INTEGER, List.of(1, 2, -300)),
                of("LONG", Types.LONG, List.of(1L, 9_007_199_254_740_993L, -1L)),
                of("SHORT", Types.SHORT, List.of((short) 1, (short) 2, (short) -300)),
                of("BYTE", Types.BYTE, List.of((byte) 1, (byte) 2, (byte) -128)),
                of(
                        "BIG_INTEGER",
                        Types.BIG_INTEGER,
                        List.of(BigInteger.ONE, BigInteger.TEN.pow(37), BigInteger.valueOf(-5))),
                of("DOUBLE", Types.DOUBLE, List.of(0.1, 1e20, -2.5)),
                of("FLOAT", Types.FLOAT, List.of(0.1f, 1e20f, -2.5f)),
                of(
                        "BIG_DECIMAL",
                        Types.BIG_DECIMAL,
                        List.of(new BigDecimal("1.50"), new BigDecimal("1E+2"), new BigDecimal("-1.5"))),
                of("enumByOrdinal", Types.enumByOrdinal(Size.class), List.of(Size.values())),
                of(
                        "enumByNumber",
                        Types.enumByValue(Size.class, Types.LONG, size -> size.code),
                        List.of(Size.values())),
                of(
                        "custom number",
                        CENTS,
                        List.of(
                                new Cents(new BigDecimal("1.50")),
                                new Cents(BigDecimal.TEN),
                                new Cents(BigDecimal.ZERO))));
    }

    private static List<TypeValues<?>> binaries() {
        return List.of(
                new TypeValues<>("BYTES", Types.BYTES, ARRAYS, bytes -> bytes),
                new TypeValues<>(
                        "BYTE_BUFFER",
                        Types.BYTE_BUFFER,
                        ARRAYS.stream().map(ByteBuffer::wrap).toList(),
                        ByteBuffer::array),
                new TypeValues<>("BASE64_BYTES", Types.BASE64_BYTES, ARRAYS, bytes -> bytes),
                new TypeValues<>(
                        "custom bytes",
                        HASH,
                        List.of(new Hash(0x01020304), new Hash(0x01020305), new Hash(-1)),
                        hash -> ByteBuffer.allocate(4).putInt(hash.bits()).array()));
    }

    /** Returns the types that are stored as something else. */
    static Stream<TypeValues<?>> others() {
        return Stream.of(
                of("BOOLEAN", Types.BOOLEAN, List.of(true, false)),
                of(
                        "document",
                        new PointType(),
                        List.of(new Point(1, FIRST), new Point(1, SECOND), new Point(null, THIRD))),
                of(
                        "set of UUID",
                        Types.setOf(Types.UUID),
                        List.of(Set.of(new UUID(1, 2)), Set.of(new UUID(1, 2), new UUID(1, 3)))),
                of("set of TIMESTAMP", Types.setOf(Types.TIMESTAMP), List.of(Set.of(FIRST), Set.of(FIRST, SECOND))),
                of(
                        "set of enumByOrdinal",
                        Types.setOf(Types.enumByOrdinal(Size.class)),
                        List.of(Set.of(Size.SMALL), Set.of(Size.LARGE, Size.SMALL))),
                of(
                        "set of custom bytes",
                        Types.setOf(HASH),
                        List.of(Set.of(new Hash(1)), Set.of(new Hash(1), new Hash(2)))),
                of(
                        "list of TIMESTAMP",
                        Types.listOf(Types.TIMESTAMP),
                        List.of(List.of(FIRST, SECOND), List.of(SECOND), List.of())),
                of("list of BASE64_BYTES", Types.listOf(Types.BASE64_BYTES), List.of(ARRAYS, List.of(ARRAYS.get(0)))),
                of(
                        "map of DURATION_SECONDS",
                        Types.mapOf(Types.DURATION_SECONDS),
                        List.of(Map.of("a", Duration.ZERO), Map.of("a", Duration.ofMillis(1)), Map.of())),
                dynamic("DYNAMIC", Types.DYNAMIC),
                dynamic("BASE64_DYNAMIC", Types.BASE64_DYNAMIC));
    }

    private static TypeValues<Object> dynamic(String name, DynamicType type) {
        List<Object> values = new ArrayList<>(List.of("abc", 5, true, Set.of("a", "b"), Map.of("a", 1)));
        values.addAll(ARRAYS);
        return of(name, type, values);
    }

    static Stream<TypeValues<?>> all() {
        return Stream.concat(scalars(), others());
    }

    @Override
    public String toString() {
        return name;
    }
}
