package io.bloop.type;

import java.math.BigDecimal;

/** Brings the text of stored numbers into one form, so that equal numbers have equal text. */
final class NumberText {

    /** More than any exponent that DynamoDB takes. */
    private static final int MOST_EXPONENT = 200;

    private NumberText() {}

    /** Returns {@code 100} for {@code 1E+2}, {@code 1.5} for {@code 1.50}, and what is no number as it is. */
    static String canonical(String text) {
        if (isCanonical(text)) {
            return text;
        }
        try {
            BigDecimal number = new BigDecimal(text).stripTrailingZeros();
            // plain digits of a huge exponent would fill the memory
            long exponent = (long) number.precision() - number.scale();
            return Math.abs(exponent) > MOST_EXPONENT ? text : number.toPlainString();
        } catch (NumberFormatException ex) {
            return text; // DynamoDB's own message is better
        }
    }

    /** Tells whether a text is of digits only, without leading zeros, as nearly all are. */
    private static boolean isCanonical(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        if (first == text.length() || text.charAt(first) == '0' && (first == 1 || text.length() > 1)) {
            return false;
        }
        for (int i = first; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
