package io.bloop.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.ItemMapper;
import io.bloop.type.CompatibleTypes;
import io.bloop.type.StringType;
import io.bloop.type.Types;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the order of values with the order of the keys in which other text follows them, for every type of text. */
class SortablePartTests {

    private static final long SEED = 20_260_501;
    private static final int VALUES = 120;
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

    /** An object whose range key holds a value, with a text behind it. */
    record Entry(Object value, String tail) {}

    static final class EntryModel<V> extends ModelDefinition<Entry> {

        final StringColumn<Entry, V> value;
        final StringColumn<Entry, String> tail = column("tail", Types.STRING).getter(Entry::tail);
        final StringColumn<Entry, String> pk = template("PK", "#").hashKey();
        final StringColumn<Entry, String> sk =
                template("SK", "AT#{value}#{tail}").rangeKey();

        @SuppressWarnings("unchecked") // each type gets values of its own
        EntryModel(StringType<V> type) {
            super(Entry.class);
            value = column("value", type).getter(entry -> (V) entry.value());
        }

        @Override
        protected Entry create(Values<Entry> values) {
            return new Entry(values.get(value), values.get(tail));
        }
    }

    /** A type, how to make values of it, and their order. */
    record Case<V>(StringType<V> type, List<V> values, Comparator<? super V> order) {

        @Override
        public String toString() {
            return type.toString();
        }
    }

    private static Stream<String> names(Class<?> constants) {
        return Arrays.stream(constants.getFields())
                .filter(field -> StringType.class.isAssignableFrom(field.getType()))
                .map(Field::getName);
    }

    private static Map<String, Case<?>> cases() {
        Random random = new Random(SEED);
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < VALUES; i++) {
            long second = i % 3 == 0
                    ? Instant.parse("2026-05-01T12:00:00Z").getEpochSecond() + random.nextInt(3)
                    : FIRST.getEpochSecond()
                            + (long) (random.nextDouble() * (LAST.getEpochSecond() - FIRST.getEpochSecond()));
            // sometimes with few digits behind the second, or none
            int millis = List.of(0, 100, 120, 123, random.nextInt(1_000)).get(random.nextInt(5));
            moments.add(Instant.ofEpochSecond(second).plusMillis(millis));
        }
        List<ZoneId> zones =
                List.of(ZoneOffset.UTC, ZoneOffset.ofHours(-11), ZoneOffset.ofHours(14), ZoneId.of("Europe/Paris"));
        List<OffsetDateTime> offsets = new ArrayList<>();
        List<ZonedDateTime> zoned = new ArrayList<>();
        List<LocalDateTime> locals = new ArrayList<>();
        for (Instant moment : moments) {
            ZonedDateTime one = moment.atZone(zones.get(random.nextInt(zones.size())));
            zoned.add(one);
            offsets.add(one.toOffsetDateTime());
            locals.add(moment.atOffset(ZoneOffset.UTC).toLocalDateTime());
        }
        List<Date> dates = moments.stream().map(Date::from).toList();
        List<LocalDate> days = locals.stream().map(LocalDateTime::toLocalDate).toList();
        List<Character> characters = new ArrayList<>(List.of('a', 'z', 'A', '0', '\u00e4', '\u20ac', '\uffee'));
        List<UUID> uuids = new ArrayList<>();
        for (int i = 0; i < VALUES; i++) {
            uuids.add(new UUID(random.nextLong(), random.nextLong()));
        }
        Comparator<UUID> unsigned = (one, other) -> one.getMostSignificantBits() == other.getMostSignificantBits()
                ? Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits())
                : Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        Comparator<Object> none = (one, other) -> 0;
        Map<String, Case<?>> cases = new LinkedHashMap<>();
        cases.put(
                "STRING",
                new Case<>(Types.STRING, List.of("a", "a b", "a!", "b", "\u00e4"), Comparator.naturalOrder()));
        cases.put("UUID", new Case<>(Types.UUID, uuids, unsigned));
        cases.put("INSTANT", new Case<>(Types.INSTANT, moments, Comparator.naturalOrder()));
        cases.put(
                "OFFSET_DATE_TIME",
                new Case<>(Types.OFFSET_DATE_TIME, offsets, Comparator.comparing(OffsetDateTime::toInstant)));
        cases.put(
                "ZONED_DATE_TIME",
                new Case<>(Types.ZONED_DATE_TIME, zoned, Comparator.comparing(ZonedDateTime::toInstant)));
        cases.put("LOCAL_DATE", new Case<>(Types.LOCAL_DATE, days, Comparator.naturalOrder()));
        cases.put(
                "LOCAL_TIME",
                new Case<>(
                        Types.LOCAL_TIME,
                        locals.stream().map(LocalDateTime::toLocalTime).toList(),
                        Comparator.<LocalTime>naturalOrder()));
        cases.put("LOCAL_DATE_TIME", new Case<>(Types.LOCAL_DATE_TIME, locals, Comparator.naturalOrder()));
        cases.put(
                "YEAR",
                new Case<>(Types.YEAR, days.stream().map(Year::from).toList(), Comparator.<Year>naturalOrder()));
        cases.put(
                "YEAR_MONTH",
                new Case<>(
                        Types.YEAR_MONTH,
                        days.stream().map(YearMonth::from).toList(),
                        Comparator.<YearMonth>naturalOrder()));
        cases.put(
                "DURATION",
                new Case<>(
                        Types.DURATION,
                        List.of(Duration.ofHours(9), Duration.ofHours(10), Duration.ofSeconds(1)),
                        Comparator.<Duration>naturalOrder()));
        cases.put("PERIOD", new Case<>(Types.PERIOD, List.of(Period.ofDays(9), Period.ofDays(10)), none));
        cases.put("URI", new Case<>(Types.URI, List.of(URI.create("a:b"), URI.create("a:b!")), none));
        cases.put("URL", new Case<>(Types.URL, List.of(url("http://a"), url("http://a!")), none));
        cases.put("LOCALE", new Case<>(Types.LOCALE, List.of(Locale.GERMAN, Locale.GERMANY), none));
        cases.put(
                "CURRENCY",
                new Case<>(
                        Types.CURRENCY,
                        List.copyOf(Currency.getAvailableCurrencies()),
                        Comparator.comparing(Currency::getCurrencyCode)));
        cases.put("ZONE_ID", new Case<>(Types.ZONE_ID, zones, none));
        cases.put("CHARACTER", new Case<>(Types.CHARACTER, characters, Comparator.naturalOrder()));
        cases.put("DATE", new Case<>(Types.DATE, dates, Comparator.naturalOrder()));
        cases.put("PATTERN", new Case<>(Types.PATTERN, List.of(Pattern.compile("a"), Pattern.compile("a!")), none));
        cases.put("INET_ADDRESS", new Case<>(Types.INET_ADDRESS, List.of(InetAddress.getLoopbackAddress()), none));
        cases.put(
                "ENHANCED_INSTANT",
                new Case<>(CompatibleTypes.ENHANCED_INSTANT, moments, Comparator.<Instant>naturalOrder()));
        cases.put(
                "ENHANCED_OFFSET_DATE_TIME",
                new Case<>(
                        CompatibleTypes.ENHANCED_OFFSET_DATE_TIME,
                        offsets,
                        Comparator.comparing(OffsetDateTime::toInstant)));
        cases.put(
                "ENHANCED_ZONED_DATE_TIME",
                new Case<>(
                        CompatibleTypes.ENHANCED_ZONED_DATE_TIME,
                        zoned,
                        Comparator.comparing(ZonedDateTime::toInstant)));
        cases.put("MAPPER_DATE", new Case<>(CompatibleTypes.MAPPER_DATE, dates, Comparator.naturalOrder()));
        cases.put(
                "JAVASCRIPT_INSTANT",
                new Case<>(CompatibleTypes.JAVASCRIPT_INSTANT, moments, Comparator.<Instant>naturalOrder()));
        // types that users make
        cases.put(
                "an enum",
                new Case<>(
                        Types.enumOf(DayOfWeek.class),
                        List.of(DayOfWeek.values()),
                        Comparator.<DayOfWeek>naturalOrder()));
        cases.put(
                "moments in a form of its own",
                new Case<>(
                        StringType.of(Instant.class, m -> Long.toString(m.toEpochMilli()), Instant::parse),
                        moments,
                        Comparator.<Instant>naturalOrder()));
        return cases;
    }

    private static URL url(String text) {
        try {
            return URI.create(text).toURL();
        } catch (java.net.MalformedURLException ex) {
            throw new IllegalArgumentException(ex);
        }
    }

    static Stream<Case<?>> all() {
        return cases().values().stream();
    }

    private static <V> boolean isSortable(EntryModel<V> model) {
        assertThat(model.columns()).contains(model.sk); // which finds the parts of templates
        return model.sk.template().orElseThrow().isSortable(0);
    }

    @Test
    void everyTypeOfTextIsCompared() {
        Set<String> expected = new TreeSet<>(
                Stream.concat(names(Types.class), names(CompatibleTypes.class)).toList());

        assertThat(cases().keySet()).containsAll(expected);
    }

    @Test
    @DisplayName("P5 a part that is not the last one has an order only where its stored texts have one width")
    void onlyTypesOfOneWidthAreSortable() {
        Map<String, Boolean> sortable = new HashMap<>();
        cases().forEach((name, one) -> sortable.put(name, isSortable(new EntryModel<>(one.type()))));
        sortable.values().removeIf(is -> !is);

        assertThat(sortable.keySet())
                .containsExactlyInAnyOrder(
                        "UUID",
                        "INSTANT",
                        "OFFSET_DATE_TIME",
                        "ZONED_DATE_TIME",
                        "LOCAL_DATE",
                        "LOCAL_TIME",
                        "LOCAL_DATE_TIME",
                        "YEAR",
                        "YEAR_MONTH",
                        "CURRENCY",
                        "CHARACTER",
                        "DATE",
                        "JAVASCRIPT_INSTANT");
        assertThat(isSortable(new EntryModel<>(Types.INSTANT.orElse(FIRST)))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("all")
    @DisplayName("P5 the keys of a sortable part are in the order of its values, whatever text follows")
    <V> void keysAreInTheOrderOfTheValues(Case<V> one) {
        EntryModel<V> model = new EntryModel<>(one.type());
        if (!isSortable(model)) {
            return;
        }
        ItemMapper<Entry> mapper = ItemMapper.of(model);
        for (V left : one.values()) {
            for (V right : one.values()) {
                if (one.order().compare(left, right) < 0) {
                    assertThat(compare(
                                    mapper.write(new Entry(left, "zz"))
                                            .get("SK")
                                            .s(),
                                    mapper.write(new Entry(right, "!"))
                                            .get("SK")
                                            .s()))
                            .describedAs("%s before %s", left, right)
                            .isNegative();
                }
            }
        }
    }

    private static int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
