package io.bloop.type;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Date;
import java.util.Locale;

/** Prints moments with a fixed width, so that text order is time order, and reads what others write. */
final class InstantText {

    private static final long FIRST_SECOND =
            Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final String SHAPE = "0000-00-00T00:00:00.000000+00:00";
    private static final int MICROS = 20;
    private static final int NANOS_PER_MICRO = 1_000;
    private static final int DAY_SECONDS = 86_400;
    private static final int HOUR_SECONDS = 3_600;
    private static final int MINUTE_SECONDS = 60;

    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd['T'][' ']HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("[XXXXX][XXXX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private InstantText() {}

    static String print(Instant value) {
        long second = value.getEpochSecond();
        if (second < FIRST_SECOND || second > LAST_SECOND) {
            throw InvalidValue.unstorable("Instant in the years 1 to 9999", "one in another year", value);
        }
        int date = CalendarDays.date(Math.floorDiv(second, DAY_SECONDS));
        int time = (int) Math.floorMod(second, (long) DAY_SECONDS);
        byte[] text = SHAPE.getBytes(StandardCharsets.ISO_8859_1);
        digits(text, 4, CalendarDays.year(date));
        digits(text, 7, CalendarDays.month(date));
        digits(text, 10, CalendarDays.day(date));
        digits(text, 13, time / HOUR_SECONDS);
        digits(text, 16, time / MINUTE_SECONDS % MINUTE_SECONDS);
        digits(text, 19, time % MINUTE_SECONDS);
        digits(text, MICROS + 6, value.getNano() / NANOS_PER_MICRO);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Writes a number so that its last digit stands before a position. */
    private static void digits(byte[] text, int end, int number) {
        int at = end;
        for (int rest = number; rest > 0; rest /= 10) {
            text[--at] = (byte) ('0' + rest % 10);
        }
    }

    /** Returns the whole seconds between the epoch and a moment; an Instant counts the second before it instead. */
    static long wholeSeconds(Instant value) {
        long second = value.getEpochSecond();
        return second < 0 && value.getNano() > 0 ? second + 1 : second;
    }

    static Instant parse(CharSequence text) {
        if (!isFixedWidth(text)) {
            return LENIENT.parse(text, Instant::from);
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int nano = number(text, MICROS, MICROS + 6) * NANOS_PER_MICRO;
        if (!CalendarDays.exists(year, month, day) || hour > 23 || minute > 59 || second > 59) {
            // throws an exception that names the wrong part
            return LocalDateTime.of(year, month, day, hour, minute, second, nano)
                    .toInstant(ZoneOffset.UTC);
        }
        long time = (long) hour * HOUR_SECONDS + minute * MINUTE_SECONDS + second;
        return Instant.ofEpochSecond(CalendarDays.ofDate(year, month, day) * DAY_SECONDS + time, nano);
    }

    /** Tells whether a text has the form that is written. */
    static boolean isFixedWidth(CharSequence text) {
        if (text.length() != SHAPE.length()) {
            return false;
        }
        for (int i = 0; i < SHAPE.length(); i++) {
            char c = text.charAt(i);
            boolean fits = SHAPE.charAt(i) == '0' && i < MICROS + 6 ? c >= '0' && c <= '9' : c == SHAPE.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int number(CharSequence text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    /** Returns the time of a date, which a date of JDBC that is no moment does not tell by itself. */
    static Instant of(Date date) {
        try {
            return date.toInstant();
        } catch (UnsupportedOperationException ex) {
            return Instant.ofEpochMilli(date.getTime());
        }
    }
}
