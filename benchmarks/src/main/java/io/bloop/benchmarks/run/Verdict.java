package io.bloop.benchmarks.run;

import java.util.List;
import java.util.Locale;

/**
 * A target beside what was measured; smaller is better. Immutable.
 *
 * @param target what is compared
 * @param unit of both numbers, with a space before it; empty for ratios
 * @param limit the most that meets the target
 * @param measured what was measured
 */
public record Verdict(String target, String unit, double limit, double measured) {

    /**
     * Compares two scores of one run.
     *
     * @param target what is compared
     * @param limit the most time, as a part of the other's
     * @param ours the score that has a target
     * @param other the score that it is measured by
     * @return the verdict
     */
    public static Verdict time(String target, double limit, Score ours, Score other) {
        return new Verdict(target + ", time", "", limit, ours.nanos() / other.nanos());
    }

    /**
     * Compares two scores of one run.
     *
     * @param target what is compared
     * @param limit the most bytes, as a part of the other's
     * @param ours the score that has a target
     * @param other the score that it is measured by
     * @return the verdict
     */
    public static Verdict bytes(String target, double limit, Score ours, Score other) {
        return new Verdict(target + ", bytes", "", limit, ours.bytes() / other.bytes());
    }

    /**
     * Compares time and bytes of two scores of one run.
     *
     * @param target what is compared
     * @param time the most time, as a part of the other's
     * @param bytes the most bytes, as a part of the other's
     * @param ours the score that has a target
     * @param other the score that it is measured by
     * @return both verdicts
     */
    public static List<Verdict> both(String target, double time, double bytes, Score ours, Score other) {
        return List.of(time(target, time, ours, other), bytes(target, bytes, ours, other));
    }

    boolean isMet() {
        return measured <= limit;
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f%s | %.2f%s | %s |",
                target,
                limit,
                unit,
                measured,
                unit,
                isMet() ? "met" : "**missed**");
    }
}
