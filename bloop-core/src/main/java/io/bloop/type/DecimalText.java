package io.bloop.type;

import java.math.BigDecimal;

/**
 * Prints decimals that DynamoDB keeps exactly.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">Numbers</a>
 */
final class DecimalText {

    private static final int MOST_DIGITS = 38;
    private static final int LEAST_EXPONENT = -130;
    private static final int MOST_EXPONENT = 125;

    private DecimalText() {}

    static String print(BigDecimal value) {
        return print(value, "BigDecimal");
    }

    /** Prints a number of another Java type, which its error names. */
    static String print(BigDecimal value, String type) {
        if (value.signum() == 0) {
            return value.scale() >= 0 && value.scale() <= MOST_DIGITS ? value.toString() : "0";
        }
        BigDecimal significant = value.precision() > MOST_DIGITS ? value.stripTrailingZeros() : value;
        int exponent = value.precision() - value.scale() - 1;
        if (significant.precision() > MOST_DIGITS || exponent < LEAST_EXPONENT || exponent > MOST_EXPONENT) {
            throw InvalidValue.unstorable(
                    type + " of at most 38 digits, from 1E-130 to 9.9E+125 in magnitude",
                    "one with precision " + significant.precision() + " and exponent " + exponent,
                    value);
        }
        return significant.toString();
    }
}
