package io.bloop.model;

import io.bloop.rule.internal.PartFacts;
import io.bloop.type.NumberType;
import io.bloop.type.StringType;
import io.bloop.type.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A part of a key template: how the stored value of a column is printed into a key, and read from it.
 *
 * @param column the column
 * @param width the number of digits of a number; 0 for a text
 * @param separator the literal text that follows the part; empty where none does
 * @param isLast whether no other part follows
 * @param template the text of the template, for messages
 */
record KeyPart<T>(Column<T, ?> column, int width, String separator, boolean isLast, String template) {

    private static final Set<Class<?>> OF_ONE_LENGTH = Set.of(
            Instant.class,
            OffsetDateTime.class,
            ZonedDateTime.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            Year.class,
            YearMonth.class,
            UUID.class);

    /** Returns what the rules have to know of a column that a template names. */
    static PartFacts facts(Column<?, ?> column) {
        Type<?> type = column.type();
        return new PartFacts(
                column.name(),
                type.toString(),
                type.javaType().getName(),
                type instanceof StringType<?>,
                type instanceof NumberType<?>,
                !column.stamps().isEmpty(),
                column.template().isPresent());
    }

    /** Tells whether the texts of keys are in the order of this part's values. */
    boolean isSortable() {
        return isLast && separator.isEmpty()
                || width > 0
                || OF_ONE_LENGTH.contains(column.type().javaType());
    }

    /** Prints a stored value. */
    String print(AttributeValue value) {
        return width > 0 ? digits(value.n()) : text(value.s());
    }

    private String digits(@Nullable String number) {
        String digits = number == null ? "" : number;
        boolean fits = !digits.isEmpty()
                && digits.length() <= width
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        if (!fits) {
            throw invalid("a number of at most " + width + " digits, without a sign", digits);
        }
        return "0".repeat(width - digits.length()) + digits;
    }

    private String text(@Nullable String value) {
        String text = value == null ? "" : value;
        if (text.isEmpty()) {
            throw invalid("a text that is not empty", "an empty one");
        }
        if (text.contains(KeyTemplate.LAST)) {
            throw invalid("a text without U+10FFFF, which is no character", "'" + text + "'");
        }
        // also where the end of the text and the separator together make a separator that begins earlier
        if (!separator.isEmpty() && (text + separator).indexOf(separator) < text.length()) {
            throw invalid("a text without the separator '" + separator + "' that follows it", "'" + text + "'");
        }
        return text;
    }

    /** Prints the beginning of a text, which has to end before the separator. */
    String printBeginning(String text) {
        if (!separator.isEmpty() && text.contains(separator)) {
            throw invalid("a text without the separator '" + separator + "' that follows it", "'" + text + "'");
        }
        return text;
    }

    private InvalidKey invalid(String expected, String found) {
        return new InvalidKey(
                column.model().name(), "'" + column.name() + "' in '" + template + "' as " + expected, found);
    }

    /** Reads a stored value from the text that a key has in this part's place; null where it is none. */
    @Nullable
    AttributeValue parse(String text) {
        if (width == 0) {
            return text.isEmpty() ? null : AttributeValue.fromS(text);
        }
        if (text.isEmpty() || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return null;
        }
        int first = 0;
        while (first < text.length() - 1 && text.charAt(first) == '0') {
            first++;
        }
        return AttributeValue.fromN(text.substring(first));
    }
}
