package io.bloop.type;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Prints dates and times without a zone with a fixed width, so that text order is time order. */
final class LocalText {

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.nnnnnnnnn", Locale.ROOT);

    private LocalText() {}

    static String print(LocalDate value) {
        return inRange(value.getYear(), "LocalDate", value).toString();
    }

    static String print(LocalTime value) {
        return TIME.format(value);
    }

    static String print(LocalDateTime value) {
        inRange(value.getYear(), "LocalDateTime", value);
        return value.toLocalDate() + "T" + TIME.format(value);
    }

    static String print(YearMonth value) {
        return inRange(value.getYear(), "YearMonth", value).toString();
    }

    static String print(Year value) {
        inRange(value.getValue(), "Year", value);
        return String.format(Locale.ROOT, "%04d", value.getValue());
    }

    private static <V> V inRange(int year, String type, V value) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw InvalidValue.unstorable(type + " in the years 1 to 9999", "one in another year", value);
        }
        return value;
    }
}
