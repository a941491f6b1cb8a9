package io.bloop.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;

/** Prints lengths of time as decimal seconds, and reads them without rounding. */
final class DurationText {

    private static final int NANO_DIGITS = 9;
    private static final int MOST_DIGITS = 19;

    private DurationText() {}

    static String print(Duration value) {
        BigDecimal seconds =
                BigDecimal.valueOf(value.getSeconds()).add(BigDecimal.valueOf(value.getNano(), NANO_DIGITS));
        return seconds.stripTrailingZeros().toPlainString();
    }

    static Duration parse(String text) {
        BigDecimal seconds = new BigDecimal(text);
        // scaling a huge exponent out would build a number of that many digits
        if ((long) seconds.precision() - seconds.scale() > MOST_DIGITS) {
            throw new ArithmeticException("more seconds than a Duration has");
        }
        BigInteger whole = seconds.setScale(0, RoundingMode.FLOOR).toBigInteger();
        // finer than a nanosecond is an ArithmeticException too
        long nanos = seconds.subtract(new BigDecimal(whole))
                .movePointRight(NANO_DIGITS)
                .longValueExact();
        return Duration.ofSeconds(whole.longValueExact(), nanos);
    }
}
