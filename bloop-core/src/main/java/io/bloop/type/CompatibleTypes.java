package io.bloop.type;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;

/**
 * Types that store values in the forms of other mappers, for tables that those mappers read and write too.
 *
 * <p>A value that was read in another form is written back in that form, unless it is changed. Conditions compare with
 * the written form only. The durations of the Enhanced Client are {@link Types#DURATION_SECONDS}. Stateless and
 * thread-safe.
 *
 * @since 0.1.0
 */
public final class CompatibleTypes {

    /** Truth value as the Enhanced Client stores it: BOOL; read from BOOL, from S true or false, and from N 1 or 0. */
    public static final BooleanType ENHANCED_BOOLEAN = new BooleanType(BooleanForm.ENHANCED, null);

    /**
     * Instant as the Enhanced Client stores it: S in UTC with as many digits as are needed, such as {@code
     * 2016-08-09T01:16:25.322849Z}; read from any offset. The order of the text is not always that of time.
     */
    public static final StringType<Instant> ENHANCED_INSTANT =
            StringType.of("Instant of the Enhanced Client", Instant.class, EnhancedTime.INSTANT.as());

    /**
     * Date and time with an offset as the Enhanced Client stores them: S with that offset, such as {@code
     * 2016-08-09T03:16:25.322849+02:00}; read from any offset.
     */
    public static final StringType<OffsetDateTime> ENHANCED_OFFSET_DATE_TIME =
            StringType.of("OffsetDateTime of the Enhanced Client", OffsetDateTime.class, EnhancedTime.OFFSET.as());

    /**
     * Date and time in a time zone as the Enhanced Client stores them: S with offset and zone, such as {@code
     * 2016-08-09T03:16:25.322849+02:00[Europe/Paris]}; read with or without a zone.
     */
    public static final StringType<ZonedDateTime> ENHANCED_ZONED_DATE_TIME =
            StringType.of("ZonedDateTime of the Enhanced Client", ZonedDateTime.class, EnhancedTime.ZONED.as());

    /** Truth value as DynamoDBMapper stores it: N 1 or 0; read from N 1 or 0, and from BOOL. */
    public static final BooleanType MAPPER_BOOLEAN = new BooleanType(BooleanForm.MAPPER, null);

    /**
     * Instant of a date as DynamoDBMapper stores it: S in UTC with three fraction digits, such as {@code
     * 2016-08-09T01:16:25.322Z}; read as {@link Types#DATE}.
     */
    public static final StringType<Date> MAPPER_DATE =
            StringType.of("Date of DynamoDBMapper", Date.class, EnhancedTime.MILLISECONDS.as());

    /**
     * Moment as JavaScript's {@code toISOString} prints it: S in UTC with three fraction digits, such as
     * {@code 2016-08-09T01:16:25.322Z}, for the years 1 to 9999; read as {@link Types#INSTANT}. Finer digits are truncated.
     */
    public static final StringType<Instant> JAVASCRIPT_INSTANT =
            StringType.of("Instant of JavaScript", Instant.class, EnhancedTime.JAVASCRIPT.as());

    /** Moment as N in milliseconds since 1970, such as {@code 1470705385322}. Finer digits are truncated. */
    public static final NumberType<Instant> EPOCH_MILLISECONDS =
            NumberType.of("milliseconds", Instant.class, EnhancedTime.EPOCH.as());

    private CompatibleTypes() {}

    /** The forms of instants and dates with a zone; two switches, like {@link TextCodec}. */
    private enum EnhancedTime implements Codec<Object, String> {
        INSTANT,
        OFFSET,
        ZONED,
        MILLISECONDS,
        JAVASCRIPT,
        EPOCH;

        private static final DateTimeFormatter MILLIS =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

        private static final int TO_MILLISECONDS = "2016-08-09T01:16:25.322".length();

        @SuppressWarnings("unchecked") // each constant names the class of its values
        <V> Codec<V, String> as() {
            return (Codec<V, String>) (Codec<?, String>) this;
        }

        @Override
        public String dump(Object value) {
            return switch (this) {
                case INSTANT, OFFSET, ZONED -> value.toString();
                case MILLISECONDS -> MILLIS.format(InstantText.of((Date) value));
                case JAVASCRIPT -> InstantText.print((Instant) value).substring(0, TO_MILLISECONDS) + "Z";
                case EPOCH -> Long.toString(((Instant) value).toEpochMilli());
            };
        }

        @Override
        public Object load(String text) {
            return switch (this) {
                case INSTANT -> OffsetDateTime.parse(text).toInstant();
                case OFFSET -> OffsetDateTime.parse(text);
                case ZONED -> ZonedDateTime.parse(text);
                case MILLISECONDS -> Date.from(InstantText.parse(text));
                case JAVASCRIPT -> InstantText.parse(text);
                case EPOCH -> Instant.ofEpochMilli(Parsing.whole(text, "milliseconds", Long.MIN_VALUE, Long.MAX_VALUE));
            };
        }

        @Override
        public boolean hasOneWidth() {
            return this == JAVASCRIPT;
        }

        @Override
        public boolean excludes(Codec<?, ?> other) {
            return other != this;
        }
    }
}
