package io.bloop.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.ByteBuffer;
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
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Holds the types that come with the library.
 *
 * <p>Fields of a primitive type take the type of the box with a value for the absent attribute, as
 * {@code LONG.orElse(0L)}. Stateless and thread-safe.
 *
 * @since 0.1.0
 */
public final class Types {

    /** Text, as S; the empty string is stored as such. */
    public static final StringType<String> STRING =
            StringType.ofImmutable("String", String.class, TextCodec.STRING.as());

    /** UUID, as S in lower case with hyphens. */
    public static final StringType<java.util.UUID> UUID =
            StringType.ofImmutable("UUID", java.util.UUID.class, TextCodec.UUID.as());

    /**
     * Instant, as S in UTC with six fraction digits, such as {@code 2016-08-09T01:16:25.322849+00:00}: the order of the
     * text is the order of time, for the years 1 to 9999. Finer digits are truncated when stored.
     */
    public static final StringType<Instant> INSTANT =
            StringType.ofImmutable("Instant", Instant.class, TextCodec.INSTANT.as());

    /** Date and time with an offset, as S like {@link #INSTANT}: in UTC, so that it is read with the offset zero. */
    public static final StringType<OffsetDateTime> OFFSET_DATE_TIME =
            StringType.of("OffsetDateTime", OffsetDateTime.class, TextCodec.OFFSET_DATE_TIME.as());

    /** Date and time in a time zone, as S like {@link #INSTANT}: in UTC, so that it is read with that zone. */
    public static final StringType<ZonedDateTime> ZONED_DATE_TIME =
            StringType.of("ZonedDateTime", ZonedDateTime.class, TextCodec.ZONED_DATE_TIME.as());

    /** Date, as S like {@code 2016-08-09}; the order of the text is that of time, for the years 1 to 9999. */
    public static final StringType<LocalDate> LOCAL_DATE =
            StringType.ofImmutable("LocalDate", LocalDate.class, TextCodec.LOCAL_DATE.as());

    /** Time of day, as S like {@code 01:16:25.322849000}; the order of the text is that of time. */
    public static final StringType<LocalTime> LOCAL_TIME =
            StringType.ofImmutable("LocalTime", LocalTime.class, TextCodec.LOCAL_TIME.as());

    /** Date and time of day, as S like {@code 2016-08-09T01:16:25.322849000}; ordered as {@link #LOCAL_DATE}. */
    public static final StringType<LocalDateTime> LOCAL_DATE_TIME =
            StringType.ofImmutable("LocalDateTime", LocalDateTime.class, TextCodec.LOCAL_DATE_TIME.as());

    /** Year, as S in four digits, from 1 to 9999. */
    public static final StringType<Year> YEAR = StringType.ofImmutable("Year", Year.class, TextCodec.YEAR.as());

    /** Month of a year, as S like {@code 2016-08}; ordered as {@link #LOCAL_DATE}. */
    public static final StringType<YearMonth> YEAR_MONTH =
            StringType.ofImmutable("YearMonth", YearMonth.class, TextCodec.YEAR_MONTH.as());

    /** Length of time, as S like {@code PT8H6M12.345S}. */
    public static final StringType<Duration> DURATION =
            StringType.ofImmutable("Duration", Duration.class, TextCodec.DURATION.as());

    /** Length of time, as N in seconds with their fraction. */
    public static final NumberType<Duration> DURATION_SECONDS =
            NumberType.ofImmutable("seconds", Duration.class, TextCodec.DURATION_SECONDS.as());

    /** Length of time in days, months and years, as S like {@code P1Y2M3D}. */
    public static final StringType<Period> PERIOD =
            StringType.ofImmutable("Period", Period.class, TextCodec.PERIOD.as());

    /** Instant, as N in whole epoch seconds, the form of DynamoDB's time to live. Fractions are truncated. */
    public static final NumberType<Instant> TIMESTAMP =
            NumberType.ofImmutable("timestamp", Instant.class, TextCodec.TIMESTAMP.as());

    /** 32-bit number, as N. A stored fraction, or a number out of range, is an error. */
    public static final NumberType<Integer> INTEGER =
            NumberType.ofImmutable("Integer", Integer.class, TextCodec.INTEGER.as());

    /** 64-bit number, as N. A stored fraction, or a number out of range, is an error. */
    public static final NumberType<Long> LONG = NumberType.ofImmutable("Long", Long.class, TextCodec.LONG.as());

    /** 16-bit number, as N. A stored fraction, or a number out of range, is an error. */
    public static final NumberType<Short> SHORT = NumberType.ofImmutable("Short", Short.class, TextCodec.SHORT.as());

    /** 8-bit number, as N. A stored fraction, or a number out of range, is an error. */
    public static final NumberType<Byte> BYTE = NumberType.ofImmutable("Byte", Byte.class, TextCodec.BYTE.as());

    /** Whole number, as N, of at most 38 digits without the zeros at its end; never rounded. */
    public static final NumberType<BigInteger> BIG_INTEGER =
            NumberType.ofImmutable("BigInteger", BigInteger.class, TextCodec.BIG_INTEGER.as());

    /** 64-bit floating-point number, as N in the fewest digits that mean it; NaN and infinities are errors. */
    public static final NumberType<Double> DOUBLE = NumberType.of("Double", Double.class, TextCodec.DOUBLE.as());

    /** 32-bit floating-point number, as N in the fewest digits that mean it; NaN and infinities are errors. */
    public static final NumberType<Float> FLOAT = NumberType.of("Float", Float.class, TextCodec.FLOAT.as());

    /** Decimal number, as N, of at most 38 digits and from 1E-130 to 9.9E+125 in magnitude; never rounded. */
    public static final NumberType<BigDecimal> BIG_DECIMAL =
            NumberType.ofImmutable("BigDecimal", BigDecimal.class, TextCodec.BIG_DECIMAL.as());

    /** Truth value, as BOOL. */
    public static final BooleanType BOOLEAN = new BooleanType(BooleanForm.BOOL, null);

    /** Bytes, as B. */
    public static final BinaryType<byte[]> BYTES = BinaryType.of("byte[]", byte[].class, BinaryCodec.BYTES.as());

    /** Bytes, as B: what is between the buffer's position and its limit. */
    public static final BinaryType<ByteBuffer> BYTE_BUFFER =
            BinaryType.of("ByteBuffer", ByteBuffer.class, BinaryCodec.BYTE_BUFFER.as());

    /** URI, as S; a change of its text is a change, also where the URIs are equal, as those of hosts in capitals. */
    public static final StringType<java.net.URI> URI = StringType.of("URI", java.net.URI.class, TextCodec.URI.as());

    /** URL, as S. */
    public static final StringType<java.net.URL> URL =
            // not by equals(), which resolves host names
            StringType.of("URL", java.net.URL.class, TextCodec.URL.as());

    /** Locale, as S by its language tag. */
    public static final StringType<Locale> LOCALE = StringType.of("Locale", Locale.class, TextCodec.LOCALE.as());

    /** Currency, as S by its code. */
    public static final StringType<Currency> CURRENCY =
            StringType.ofImmutable("Currency", Currency.class, TextCodec.CURRENCY.as());

    /** Time zone, as S by its identifier. */
    public static final StringType<ZoneId> ZONE_ID =
            StringType.ofImmutable("ZoneId", ZoneId.class, TextCodec.ZONE_ID.as());

    /** Character, as S of that one character; one half of a surrogate pair, which is no text by itself, is an error. */
    public static final StringType<Character> CHARACTER =
            StringType.ofImmutable("Character", Character.class, TextCodec.CHARACTER.as());

    /**
     * Instant of a date, as S like {@link #INSTANT}; digits that are finer than milliseconds are truncated when it is
     * read.
     */
    public static final StringType<Date> DATE = StringType.of("Date", Date.class, TextCodec.DATE.as());

    /**
     * Regular expression, as S, with its flags as {@code (?i)} at the beginning; the flags {@code LITERAL} and
     * {@code CANON_EQ}, which have no such form, are errors.
     */
    public static final StringType<Pattern> PATTERN = StringType.of("Pattern", Pattern.class, TextCodec.PATTERN.as());

    /** Address of the internet, as S in digits, such as {@code 192.0.2.1}; names are neither stored nor looked up. */
    public static final StringType<InetAddress> INET_ADDRESS =
            StringType.of("InetAddress", InetAddress.class, TextCodec.INET_ADDRESS.as());

    /** Bytes, as B that holds their base64: how Python's bloop stores them. */
    public static final BinaryType<byte[]> BASE64_BYTES =
            BinaryType.of("byte[] as base64", byte[].class, BinaryCodec.BASE64.as());

    /** Anything, by value: see {@link DynamicType}; with {@link #listOf} and {@link #mapOf} a list or a map of anything. */
    public static final DynamicType DYNAMIC = new DynamicType(BYTES);

    /** Anything, as {@link #DYNAMIC}, but with bytes as {@link #BASE64_BYTES}: how Python's bloop stores them. */
    public static final DynamicType BASE64_DYNAMIC = new DynamicType(BASE64_BYTES);

    private Types() {}

    /**
     * Returns the type of an enum, as S by the constant's name.
     *
     * @param <E> the enum
     * @param javaType its class
     * @return the type; an unknown constant is an error when it is read
     */
    public static <E extends Enum<E>> StringType<E> enumOf(Class<E> javaType) {
        return StringType.ofImmutable(javaType.getSimpleName(), javaType, EnumValues.named(javaType));
    }

    /**
     * Returns the type of an enum, as N by the constant's place, from 0.
     *
     * <p>A constant that is put between others, or taken away, changes what the stored numbers mean.
     *
     * @param <E> the enum
     * @param javaType its class
     * @return the type; a place that no constant has is an error when it is read
     */
    public static <E extends Enum<E>> NumberType<E> enumByOrdinal(Class<E> javaType) {
        return enumByValue(javaType, INTEGER, Enum::ordinal);
    }

    /**
     * Returns the type of an enum, as N by a number that each constant has for itself.
     *
     * @param <E> the enum
     * @param <V> the Java type of the numbers
     * @param javaType its class
     * @param stored how the numbers are stored, such as {@link #INTEGER}
     * @param value returns the number of a constant
     * @return the type; an unknown number is an error when it is read
     * @throws InvalidType if a constant has no number, or two have the same
     */
    public static <E extends Enum<E>, V> NumberType<E> enumByValue(
            Class<E> javaType, NumberType<V> stored, Function<? super E, ? extends V> value) {
        EnumValues<E, V> values = new EnumValues<>(javaType, stored, value);
        return NumberType.ofImmutable(javaType.getSimpleName(), javaType, values);
    }

    /**
     * Returns the type of an enum, as S by a value that each constant has for itself.
     *
     * @param <E> the enum
     * @param <V> the Java type of the values
     * @param javaType its class
     * @param stored how the values are stored, such as {@link #STRING}
     * @param value returns the value of a constant
     * @return the type; an unknown value is an error when it is read
     * @throws InvalidType if a constant has no value, or two have the same
     */
    public static <E extends Enum<E>, V> StringType<E> enumByValue(
            Class<E> javaType, StringType<V> stored, Function<? super E, ? extends V> value) {
        EnumValues<E, V> values = new EnumValues<>(javaType, stored, value);
        return StringType.ofImmutable(javaType.getSimpleName(), javaType, values);
    }

    /**
     * Returns the type of a set of strings, as SS.
     *
     * @param <E> the Java type of the elements
     * @param element the type of the elements
     * @return the type
     */
    public static <E> SetType<E> setOf(StringType<E> element) {
        return new SetType<>(element, Tag.SS);
    }

    /**
     * Returns the type of a set of numbers, as NS.
     *
     * @param <E> the Java type of the elements
     * @param element the type of the elements
     * @return the type
     */
    public static <E> SetType<E> setOf(NumberType<E> element) {
        return new SetType<>(element, Tag.NS);
    }

    /**
     * Returns the type of a set of binaries, as BS.
     *
     * @param <E> the Java type of the elements
     * @param element the type of the elements
     * @return the type
     */
    public static <E> SetType<E> setOf(BinaryType<E> element) {
        return new SetType<>(element, Tag.BS);
    }

    /**
     * Returns the type of a set of elements whose kind the compiler does not know.
     *
     * @param <E> the Java type of the elements
     * @param element the type of the elements
     * @return the type, as SS, NS or BS
     * @throws InvalidType if the elements are not stored as S, N or B
     */
    public static <E> SetType<E> setOfAny(Type<E> element) {
        return SetType.ofAny(element);
    }

    /**
     * Returns the type of a list, as L.
     *
     * @param <E> the Java type of the elements
     * @param element the type of the elements
     * @return the type
     */
    public static <E> ListType<E> listOf(Type<E> element) {
        return new ListType<>(element);
    }

    /**
     * Returns the type of a map from strings, as M.
     *
     * @param <E> the Java type of the values
     * @param element the type of the values
     * @return the type
     */
    public static <E> MapType<String, E> mapOf(Type<E> element) {
        return new MapType<>(STRING, element);
    }

    /**
     * Returns the type of a map from keys that have a text, as M with the texts as names.
     *
     * @param <K> the Java type of the keys
     * @param <E> the Java type of the values
     * @param key the type of the keys, such as {@code enumOf(DayOfWeek.class)} or {@link #UUID}
     * @param element the type of the values
     * @return the type
     */
    public static <K, E> MapType<K, E> mapOf(StringType<K> key, Type<E> element) {
        return new MapType<>(key, element);
    }

    /**
     * Returns the type of a map from numbers, as M with the numbers as decimal text for names.
     *
     * @param <K> the Java type of the keys
     * @param <E> the Java type of the values
     * @param key the type of the keys, such as {@link #INTEGER}
     * @param element the type of the values
     * @return the type
     */
    public static <K, E> MapType<K, E> mapOf(NumberType<K> key, Type<E> element) {
        return new MapType<>(key, element);
    }
}
