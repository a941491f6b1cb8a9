package io.bloop.benchmarks.run;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one thing that is followed from commit to commit, beside its target; smaller is better. Immutable.
 *
 * @param name what is compared
 * @param unit of all numbers, with a space before it; empty for ratios
 * @param limit the most that meets the target; null if there is none
 * @param measured what was measured
 */
public record Outcome(String name, String unit, @Nullable Double limit, Interval measured) {

    String nameWithUnit() {
        return unit.isEmpty() ? name : name + "," + unit;
    }

    /** Returns the row of the table of targets. */
    String row() {
        double limit = this.limit == null ? Double.NaN : this.limit;
        return String.format(
                Locale.ROOT, "| %s | %.2f%s | %s%s | %s |", name, limit, unit, measured.text(2), unit, verdict(limit));
    }

    private String verdict(double limit) {
        if (measured.high() <= limit) {
            return "met";
        }
        return measured.low() > limit ? "**missed**" : "not told apart";
    }
}
