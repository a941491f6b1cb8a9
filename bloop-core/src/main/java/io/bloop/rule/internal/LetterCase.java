package io.bloop.rule.internal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The case in which the letters of a text are printed into a key. */
public enum LetterCase {
    /** As the text has them. */
    KEPT,
    /** All in lower case, whatever the language. */
    LOWER,
    /** All in upper case, whatever the language. */
    UPPER;

    /** Returns the case that a template names, such as {@code lower}; null where the text names none. */
    static @Nullable LetterCase named(String text) {
        return switch (text) {
            case "lower" -> LOWER;
            case "upper" -> UPPER;
            default -> null;
        };
    }

    /**
     * Prints a text.
     *
     * @param text the text
     * @return the text with its letters in this case
     */
    public String of(String text) {
        return switch (this) {
            case KEPT -> text;
            case LOWER -> text.toLowerCase(Locale.ROOT);
            case UPPER -> text.toUpperCase(Locale.ROOT);
        };
    }
}
