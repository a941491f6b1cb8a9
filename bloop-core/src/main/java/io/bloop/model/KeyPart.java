package io.bloop.model;

import io.bloop.rule.internal.PartFacts;
import io.bloop.rule.internal.TemplateText;
import io.bloop.type.NumberType;
import io.bloop.type.StringType;
import io.bloop.type.Type;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A part of a key template: how the stored value of a column is printed into a key, and read from it.
 *
 * @param column the column
 * @param declared how the template names it
 * @param separator the literal text that follows the part; empty where none does
 * @param isLast whether no other part follows
 * @param template the text of the template, for messages
 */
record KeyPart<T>(Column<T, ?> column, TemplateText.Part declared, String separator, boolean isLast, String template) {

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

    int width() {
        return declared.width();
    }

    /** Tells whether a key has this part as its column has it, and so gives it back. */
    boolean isReadable() {
        return !declared.isLossy();
    }

    /**
     * Finds what keeps the texts of keys from the order of this part's values.
     *
     * @return the reason, as the end of a sentence; null where they are in that order
     */
    @Nullable
    String unordered() {
        return declared.unordered(isLast && separator.isEmpty(), column.type().hasOneWidth());
    }

    /** Tells, at little cost, that a text is the one that a key has for its value; false tells nothing. */
    boolean isOwnForm(String text) {
        return declared.letters().of(text).equals(text)
                && (width() != 0 || column.type().isOwnForm(text));
    }

    /** Prints a stored value. */
    String print(AttributeValue value) {
        return width() == 0 ? text(value.s()) : digits(value.n());
    }

    private String digits(@Nullable String number) {
        String digits = number == null ? "" : number;
        int width = width();
        boolean hasWidth = width > 0;
        if (!areDigits(digits) || hasWidth && digits.length() > width) {
            throw invalid(
                    hasWidth
                            ? "a number of at most " + width + " digits, without a sign"
                            : "a whole number, without a sign",
                    digits);
        }
        return hasWidth ? "0".repeat(width - digits.length()) + digits : digits;
    }

    private static boolean areDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }

    private String text(@Nullable String value) {
        String text = value == null ? "" : declared.letters().of(value);
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
    String printBeginning(String beginning) {
        String text = declared.letters().of(beginning);
        if (!separator.isEmpty() && text.contains(separator)) {
            throw invalid("a text without the separator '" + separator + "' that follows it", "'" + text + "'");
        }
        return text;
    }

    private InvalidKey invalid(String expected, String found) {
        return new InvalidKey(
                column.model().name(), "'" + column.name() + "' in '" + template + "' as " + expected, found);
    }

    /**
     * Reads a stored value from the text that a key has in this part's place.
     *
     * @return the value, with its letters as the key has them; null where the text is none
     */
    @Nullable
    AttributeValue parse(String text) {
        if (width() == 0) {
            return text.isEmpty() ? null : AttributeValue.createS(text);
        }
        boolean isPadded = width() < 0 && text.length() > 1 && text.startsWith("0");
        if (!areDigits(text) || isPadded) {
            return null;
        }
        int first = 0;
        while (first < text.length() - 1 && text.charAt(first) == '0') {
            first++;
        }
        return AttributeValue.createN(text.substring(first));
    }
}
