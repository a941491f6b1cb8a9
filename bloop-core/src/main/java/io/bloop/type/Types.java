package io.bloop.type;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;

/**
 * Holds the types that come with the library.
 *
 * <p>Fields of a primitive type take the type of the box with a value for the absent attribute, as
 * {@code LONG.orElse(0L)}. Stateless and thread-safe.
 */
public final class Types {

    /** Text, as S; the empty string is stored as such. */
    public static final StringType<String> STRING =
            StringType.ofImmutable("String", String.class, value -> value, text -> text);

    /** UUID, as S in lower case with hyphens. */
    public static final StringType<java.util.UUID> UUID =
            StringType.ofImmutable("UUID", UUID.class, java.util.UUID::toString, Parsing::uuid);

    /**
     * Moment, as S in UTC with six fraction digits, as {@code 2016-08-09T01:16:25.322849+00:00}: the order of the
     * text is the order of time, for the years 1 to 9999. Finer digits are cut off when stored.
     */
    public static final StringType<Instant> INSTANT =
            StringType.ofImmutable("Instant", Instant.class, InstantText::print, InstantText::parse);

    /** Moment, as N in whole epoch seconds, as DynamoDB's time to live needs it. Fractions are cut off. */
    public static final NumberType<Instant> TIMESTAMP = NumberType.ofImmutable(
            "timestamp",
            Instant.class,
            value -> Long.toString(value.getEpochSecond()),
            text -> Instant.ofEpochSecond(Parsing.whole(text, "timestamp", Long.MIN_VALUE, Long.MAX_VALUE)));

    /** 32-bit number, as N. A stored fraction, or a number out of range, is an error. */
    public static final NumberType<Integer> INTEGER =
            NumberType.ofImmutable("Integer", Integer.class, value -> Integer.toString(value), text ->
                    (int) Parsing.whole(text, "Integer", Integer.MIN_VALUE, Integer.MAX_VALUE));

    /** 64-bit number, as N. A stored fraction, or a number out of range, is an error. */
    public static final NumberType<Long> LONG = NumberType.ofImmutable(
            "Long",
            Long.class,
            value -> Long.toString(value),
            text -> Parsing.whole(text, "Long", Long.MIN_VALUE, Long.MAX_VALUE));

    /** Decimal number, as N, of at most 38 digits and from 1E-130 to 9.9E+125 in magnitude; never rounded. */
    public static final NumberType<BigDecimal> BIG_DECIMAL =
            NumberType.ofImmutable("BigDecimal", BigDecimal.class, DecimalText::print, BigDecimal::new);

    /** Truth value, as BOOL. */
    public static final BooleanType BOOLEAN = new BooleanType(null);

    /** Bytes, as B. */
    public static final BinaryType<byte[]> BYTES = BinaryType.of(byte[].class, bytes -> bytes, bytes -> bytes);

    /** Bytes, as B: what is between the buffer's position and its limit. */
    public static final BinaryType<ByteBuffer> BYTE_BUFFER =
            BinaryType.of(ByteBuffer.class, Parsing::bytes, ByteBuffer::wrap);

    /** URI, as S; a change of its text is a change, also where the URIs are equal, as those of hosts in capitals. */
    public static final StringType<java.net.URI> URI =
            StringType.of(URI.class, java.net.URI::toString, java.net.URI::create);

    private Types() {}

    /**
     * Returns the type of an enum, as S by the constant's name.
     *
     * @param <E> the enum
     * @param javaType its class
     * @return the type; an unknown constant is an error when it is read
     */
    public static <E extends Enum<E>> StringType<E> enumOf(Class<E> javaType) {
        return StringType.ofImmutable(
                javaType.getSimpleName(), javaType, Enum::name, text -> Parsing.constant(javaType, text));
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
    public static <E> MapType<E> mapOf(Type<E> element) {
        return new MapType<>(element);
    }
}
