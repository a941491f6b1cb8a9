package io.bloop.benchmarks.run;

import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What is measured of an operation. */
public enum Unit {
    /** The time, in nanoseconds. */
    TIME("ns", Score::nanos),
    /** The allocated memory, in bytes. */
    BYTES("bytes", Score::bytes),
    /** The executed instructions, which only some machines count. */
    INSTRUCTIONS("instructions", Score::instructions);

    private final String heading;
    private final ToDoubleFunction<Score> value;

    Unit(String heading, ToDoubleFunction<Score> value) {
        this.heading = heading;
        this.value = value;
    }

    String heading() {
        return heading;
    }

    double of(Score score) {
        return value.applyAsDouble(score);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
