package io.bloop.type;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Predicate;

/** Prints floating-point numbers in the fewest digits that mean them, and reads them back. */
final class FloatingText {

    private FloatingText() {}

    static String print(Double value) {
        if (!Double.isFinite(value)) {
            throw InvalidValue.unstorable("Double, a finite number", "one that is not finite", value);
        }
        double number = value;
        return print(new BigDecimal(value.toString()), "Double", shorter -> shorter.doubleValue() == number);
    }

    static String print(Float value) {
        if (!Float.isFinite(value)) {
            throw InvalidValue.unstorable("Float, a finite number", "one that is not finite", value);
        }
        float number = value;
        return print(new BigDecimal(value.toString()), "Float", shorter -> shorter.floatValue() == number);
    }

    /** Prints a number without the digits that toString has too many of before JDK 19. */
    private static String print(BigDecimal value, String type, Predicate<BigDecimal> isSame) {
        BigDecimal shortest = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        while (shortest.precision() > 1) {
            BigDecimal shorter = shortest.round(new MathContext(shortest.precision() - 1));
            if (!isSame.test(shorter)) {
                break;
            }
            shortest = shorter.stripTrailingZeros();
        }
        return DecimalText.print(shortest, type);
    }

    static Double parseDouble(String text) {
        double value = Double.parseDouble(text);
        if (!Double.isFinite(value) || value == 0 && new BigDecimal(text).signum() != 0) {
            throw new ArithmeticException("out of range");
        }
        return value;
    }

    static Float parseFloat(String text) {
        float value = Float.parseFloat(text);
        if (!Float.isFinite(value) || value == 0 && new BigDecimal(text).signum() != 0) {
            throw new ArithmeticException("out of range");
        }
        return value;
    }
}
