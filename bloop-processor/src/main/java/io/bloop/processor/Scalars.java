package io.bloop.processor;

import io.bloop.type.Types;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Knows the types that come with the library, by the Java type. */
final class Scalars {

    private static final Map<String, Scalar> BY_NAME = new HashMap<>();

    static {
        add(Kind.STRING, String.class, "STRING");
        add(Kind.STRING, UUID.class, "UUID");
        add(Kind.STRING, Instant.class, "INSTANT");
        add(Kind.STRING, OffsetDateTime.class, "OFFSET_DATE_TIME");
        add(Kind.STRING, ZonedDateTime.class, "ZONED_DATE_TIME");
        add(Kind.STRING, LocalDate.class, "LOCAL_DATE");
        add(Kind.STRING, LocalTime.class, "LOCAL_TIME");
        add(Kind.STRING, LocalDateTime.class, "LOCAL_DATE_TIME");
        add(Kind.STRING, Year.class, "YEAR");
        add(Kind.STRING, YearMonth.class, "YEAR_MONTH");
        add(Kind.STRING, Duration.class, "DURATION");
        add(Kind.STRING, Period.class, "PERIOD");
        add(Kind.STRING, URI.class, "URI");
        add(Kind.STRING, URL.class, "URL");
        add(Kind.STRING, Locale.class, "LOCALE");
        add(Kind.STRING, Currency.class, "CURRENCY");
        add(Kind.STRING, ZoneId.class, "ZONE_ID");
        add(Kind.STRING, Character.class, "CHARACTER");
        add(Kind.STRING, Date.class, "DATE");
        add(Kind.STRING, Pattern.class, "PATTERN");
        add(Kind.STRING, InetAddress.class, "INET_ADDRESS");
        add(Kind.NUMBER, Integer.class, "INTEGER");
        add(Kind.NUMBER, Long.class, "LONG");
        add(Kind.NUMBER, Short.class, "SHORT");
        add(Kind.NUMBER, Byte.class, "BYTE");
        add(Kind.NUMBER, Double.class, "DOUBLE");
        add(Kind.NUMBER, Float.class, "FLOAT");
        add(Kind.NUMBER, BigInteger.class, "BIG_INTEGER");
        add(Kind.NUMBER, BigDecimal.class, "BIG_DECIMAL");
        add(Kind.BOOLEAN, Boolean.class, "BOOLEAN");
        add(Kind.BINARY, ByteBuffer.class, "BYTE_BUFFER");
        add(Kind.DYNAMIC, Object.class, "DYNAMIC");
    }

    /** The constants of the types whose texts all have one length. */
    private static final Set<String> OF_ONE_WIDTH = Set.of(
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
            "DATE");

    private record Scalar(Kind kind, String constant) {}

    private Scalars() {}

    private static void add(Kind kind, Class<?> javaType, String constant) {
        BY_NAME.put(javaType.getName(), new Scalar(kind, constant));
    }

    static Optional<StoredType> find(TypeElement element, TypeMirror type) {
        Scalar scalar = BY_NAME.get(element.getQualifiedName().toString());
        return Optional.ofNullable(scalar).map(found -> stored(found.kind(), type, found.constant()));
    }

    static boolean isEnum(TypeElement type) {
        return type.getKind() == ElementKind.ENUM;
    }

    static StoredType stored(Kind kind, TypeMirror type, String constant) {
        return new StoredType(
                kind,
                List.of(type),
                type,
                imports -> imports.constant(Types.class, constant),
                Optional.empty(),
                Optional.empty(),
                hasOneWidth(constant));
    }

    static boolean hasOneWidth(String constant) {
        return OF_ONE_WIDTH.contains(constant);
    }
}
