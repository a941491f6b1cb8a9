package io.bloop.rule.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of a key template: literals, and between them the parts in braces.
 *
 * @param text the text as it was declared
 * @param literals the text before each part, and the one after the last, each perhaps empty
 * @param parts the parts in their order
 * @param problem what is wrong with the text, as the end of a sentence; null where nothing is
 */
public record TemplateText(
        String text,
        List<String> literals,
        List<Part> parts,
        @Nullable String problem) {

    private static final int MOST_DIGITS = 38;

    /**
     * A part of a template.
     *
     * @param name the name of its column
     * @param width the number of digits of a number; {@link #ANY_WIDTH} for one without leading zeros, and 0 for a text
     * @param letters the case in which the letters of a text are printed
     */
    public record Part(String name, int width, LetterCase letters) {

        /** The width of a number that is printed in as many digits as it has. */
        public static final int ANY_WIDTH = -1;

        /**
         * Tells whether the value cannot be read back from a key.
         *
         * @return true if the key has the letters of the text in one case
         */
        public boolean isLossy() {
            return letters != LetterCase.KEPT;
        }

        /**
         * Finds what keeps the texts of keys from the order of the part's values.
         *
         * @param endsKey whether nothing follows the part
         * @param hasOneWidth whether the texts of all values have one length
         * @return the reason, as the end of a sentence; null where they are in that order
         */
        public @Nullable String unordered(boolean endsKey, boolean hasOneWidth) {
            if (width == ANY_WIDTH) {
                return "a number without leading zeros";
            }
            if (isLossy()) {
                return "whose letters the key has in one case";
            }
            return endsKey || width > 0 || hasOneWidth ? null : "which other text follows";
        }
    }

    /**
     * Reads a template.
     *
     * @param text the text, such as {@code ORDER#{orderId}}
     * @return what it says
     */
    public static TemplateText of(String text) {
        List<String> literals = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        int at = 0;
        String problem = text.isEmpty() ? "is empty; give it a text or a part" : null;
        while (problem == null) {
            int open = text.indexOf('{', at);
            String literal = open < 0 ? text.substring(at) : text.substring(at, open);
            literals.add(literal);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (literal.indexOf('}') >= 0 || open >= 0 && close < 0) {
                problem = "has a brace without its counterpart; write each part as {name}";
            } else if (open < 0) {
                break;
            } else {
                Part part = part(text.substring(open + 1, close));
                problem = part == null
                        ? "has the part '" + text.substring(open, close + 1) + "'; write {name}, or {name:5} for a "
                                + "number of at most 5 digits, {name:*} for a number without leading zeros, and "
                                + "{name:lower} or {name:upper} for a text whose letters the key has in one case"
                        : null;
                if (part != null) {
                    parts.add(part);
                }
                at = close + 1;
            }
        }
        return new TemplateText(
                text, List.copyOf(literals), List.copyOf(parts), problem == null ? unclear(literals, parts) : problem);
    }

    private static @Nullable Part part(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        if (name.isBlank() || name.indexOf('{') >= 0) {
            return null;
        }
        if (colon < 0) {
            return new Part(name, 0, LetterCase.KEPT);
        }
        String width = text.substring(colon + 1);
        LetterCase letters = LetterCase.named(width);
        if (letters != null || width.equals("*")) {
            return letters == null ? new Part(name, Part.ANY_WIDTH, LetterCase.KEPT) : new Part(name, 0, letters);
        }
        boolean isNumber = !width.isEmpty()
                && width.length() <= 2
                && width.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        int digits = isNumber ? Integer.parseInt(width) : 0;
        return digits >= 1 && digits <= MOST_DIGITS ? new Part(name, digits, LetterCase.KEPT) : null;
    }

    /** Finds parts whose end could not be recognised. */
    private static @Nullable String unclear(List<String> literals, List<Part> parts) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (!names.add(part.name())) {
                return "has the part '" + part.name() + "' twice; keep it once";
            }
            boolean isFollowed = i + 1 < parts.size();
            if (isFollowed && part.width() <= 0 && literals.get(i + 1).isEmpty()) {
                return "has nothing between '" + part.name() + "' and '"
                        + parts.get(i + 1).name()
                        + "', so that nobody can tell where the first ends; put a separator such "
                        + "as # between them";
            }
        }
        return null;
    }

    /**
     * Returns the text before the first part.
     *
     * @return the whole text where there are no parts
     */
    public String prefix() {
        return literals.isEmpty() ? "" : literals.get(0);
    }

    /**
     * Tells whether a key of one of two templates may be taken for a key of the other.
     *
     * @param other the other template
     * @return true if the texts before their first parts do not tell them apart
     */
    public boolean overlaps(TemplateText other) {
        if (parts.isEmpty()) {
            return other.parts().isEmpty() ? prefix().equals(other.prefix()) : prefix().startsWith(other.prefix());
        }
        return other.prefix().startsWith(prefix()) || !other.parts().isEmpty() && prefix().startsWith(other.prefix());
    }
}
