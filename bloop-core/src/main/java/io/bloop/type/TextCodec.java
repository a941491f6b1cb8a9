package io.bloop.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
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
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Lists the Java types that the library itself stores as text.
 *
 * <p>Two switches, because each of sixty functions would be a class that a JVM has to make before its first request.
 */
enum TextCodec implements Codec<Object, String> {
    STRING,
    UUID,
    INSTANT,
    OFFSET_DATE_TIME,
    ZONED_DATE_TIME,
    LOCAL_DATE,
    LOCAL_TIME,
    LOCAL_DATE_TIME,
    YEAR,
    YEAR_MONTH,
    DURATION,
    DURATION_SECONDS,
    PERIOD,
    TIMESTAMP,
    INTEGER,
    LONG,
    SHORT,
    BYTE,
    BIG_INTEGER,
    DOUBLE,
    FLOAT,
    BIG_DECIMAL,
    URI,
    URL,
    LOCALE,
    CURRENCY,
    ZONE_ID,
    CHARACTER,
    DATE,
    PATTERN,
    INET_ADDRESS;

    /** Returns this codec for the class of its values, which {@link Types} names beside it. */
    @SuppressWarnings("unchecked")
    <V> Codec<V, String> as() {
        return (Codec<V, String>) (Codec<?, String>) this;
    }

    /** Tells cheaply that a text, which was read, is the very one that would be written; false tells nothing. */
    boolean isOwnForm(CharSequence text) {
        return switch (this) {
            case STRING -> true;
            case UUID -> Parsing.isLowerCase(text);
            case INSTANT, OFFSET_DATE_TIME, ZONED_DATE_TIME -> InstantText.isFixedWidth(text);
            case LOCAL_DATE -> text.length() == 10;
            case YEAR_MONTH -> text.length() == 7;
            case YEAR -> text.length() == 4;
            default -> false;
        };
    }

    @Override
    public boolean hasOneWidth() {
        return switch (this) {
            case UUID,
                    INSTANT,
                    OFFSET_DATE_TIME,
                    ZONED_DATE_TIME,
                    LOCAL_DATE,
                    LOCAL_TIME,
                    LOCAL_DATE_TIME,
                    YEAR,
                    YEAR_MONTH,
                    CURRENCY,
                    CHARACTER,
                    DATE -> true;
            default -> false;
        };
    }

    @Override
    public String dump(Object value) {
        return switch (this) {
            case STRING -> (String) value;
            case UUID -> ((UUID) value).toString();
            case INTEGER -> ((Integer) value).toString();
            case LONG -> ((Long) value).toString();
            case DURATION, PERIOD, SHORT, BYTE, URI, URL -> value.toString();
            case INSTANT -> InstantText.print((Instant) value);
            case OFFSET_DATE_TIME -> InstantText.print(((OffsetDateTime) value).toInstant());
            case ZONED_DATE_TIME -> InstantText.print(((ZonedDateTime) value).toInstant());
            case LOCAL_DATE -> LocalText.print((LocalDate) value);
            case LOCAL_TIME -> LocalText.print((LocalTime) value);
            case LOCAL_DATE_TIME -> LocalText.print((LocalDateTime) value);
            case YEAR -> LocalText.print((Year) value);
            case YEAR_MONTH -> LocalText.print((YearMonth) value);
            case DURATION_SECONDS -> DurationText.print((Duration) value);
            case TIMESTAMP -> Long.toString(InstantText.wholeSeconds((Instant) value));
            case BIG_INTEGER -> DecimalText.print(new BigDecimal((BigInteger) value), "BigInteger");
            case DOUBLE -> FloatingText.print((Double) value);
            case FLOAT -> FloatingText.print((Float) value);
            case BIG_DECIMAL -> DecimalText.print((BigDecimal) value);
            case LOCALE -> ((Locale) value).toLanguageTag();
            case CURRENCY -> ((Currency) value).getCurrencyCode();
            case ZONE_ID -> ((ZoneId) value).getId();
            case CHARACTER -> CharacterText.print((Character) value);
            case DATE -> InstantText.print(InstantText.of((Date) value));
            case PATTERN -> PatternText.print((Pattern) value);
            case INET_ADDRESS -> ((InetAddress) value).getHostAddress();
        };
    }

    @Override
    public Object load(String text) {
        return parse(text);
    }

    /** Reads a text, of which nothing is kept unless it is the value. */
    Object parse(CharSequence text) {
        return switch (this) {
            case STRING -> text.toString();
            case UUID -> Parsing.uuid(text);
            case INSTANT -> InstantText.parse(text);
            case OFFSET_DATE_TIME -> InstantText.parse(text).atOffset(ZoneOffset.UTC);
            case ZONED_DATE_TIME -> InstantText.parse(text).atZone(ZoneOffset.UTC);
            case LOCAL_DATE -> LocalDate.parse(text);
            case LOCAL_TIME -> LocalTime.parse(text);
            case LOCAL_DATE_TIME -> LocalDateTime.parse(text);
            case YEAR -> Year.parse(text);
            case YEAR_MONTH -> YearMonth.parse(text);
            case DURATION -> Duration.parse(text);
            case DURATION_SECONDS -> DurationText.parse(text.toString());
            case PERIOD -> Period.parse(text);
            case TIMESTAMP -> Instant.ofEpochSecond(Parsing.whole(text, "timestamp", Long.MIN_VALUE, Long.MAX_VALUE));
            case INTEGER -> (int) Parsing.whole(text, "Integer", Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> Parsing.whole(text, "Long", Long.MIN_VALUE, Long.MAX_VALUE);
            case SHORT -> (short) Parsing.whole(text, "Short", Short.MIN_VALUE, Short.MAX_VALUE);
            case BYTE -> (byte) Parsing.whole(text, "Byte", Byte.MIN_VALUE, Byte.MAX_VALUE);
            case BIG_INTEGER -> Parsing.bigInteger(text.toString());
            case DOUBLE -> FloatingText.parseDouble(text.toString());
            case FLOAT -> FloatingText.parseFloat(text.toString());
            case BIG_DECIMAL -> Parsing.decimal(text);
            case URI -> java.net.URI.create(text.toString());
            case URL -> Parsing.url(text.toString());
            case LOCALE -> new Locale.Builder().setLanguageTag(text.toString()).build();
            case CURRENCY -> Currency.getInstance(text.toString());
            case ZONE_ID -> ZoneId.of(text.toString());
            case CHARACTER -> CharacterText.parse(text.toString());
            case DATE -> Date.from(InstantText.parse(text));
            case PATTERN -> Pattern.compile(text.toString());
            case INET_ADDRESS -> Parsing.address(text.toString());
        };
    }
}
