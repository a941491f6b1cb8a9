package io.bloop.benchmarks.run;

import io.bloop.benchmarks.run.Comparison.WarmUp;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.options.TimeValue;

/** Says how long to measure. Immutable. */
public final class Effort {

    private static final TimeValue ITERATION = TimeValue.milliseconds(500);

    /** What is published. */
    public static final Effort FULL =
            new Effort("full", 6, 1, Map.of(WarmUp.SHORT, 4, WarmUp.LONG, 24), 4, ITERATION, 11);

    /** A first look. */
    public static final Effort QUICK =
            new Effort("quick", 2, 1, Map.of(WarmUp.SHORT, 2, WarmUp.LONG, 12), 2, ITERATION, 3);

    /** Tells that everything runs as it does when it is published; its numbers mean nothing. */
    public static final Effort TRIAL =
            new Effort("trial", 1, 1, Map.of(WarmUp.SHORT, 0, WarmUp.LONG, 0), 1, TimeValue.milliseconds(1), 1);

    /** Tells only that everything runs and agrees, in this process; its numbers mean nothing. */
    public static final Effort SMOKE =
            new Effort("smoke", 1, 0, Map.of(WarmUp.SHORT, 0, WarmUp.LONG, 0), 1, TimeValue.milliseconds(1), 1);

    private final String name;
    private final int rounds;
    private final int forks;
    private final Map<WarmUp, Integer> warmUps;
    private final int iterations;
    private final TimeValue time;
    private final int processes;

    private Effort(
            String name,
            int rounds,
            int forks,
            Map<WarmUp, Integer> warmUps,
            int iterations,
            TimeValue time,
            int processes) {
        this.name = name;
        this.rounds = rounds;
        this.forks = forks;
        this.warmUps = warmUps;
        this.iterations = iterations;
        this.time = time;
        this.processes = processes;
    }

    /**
     * Returns this effort with another number of rounds.
     *
     * @param rounds how often the candidates take turns
     * @return a changed copy
     */
    public Effort withRounds(int rounds) {
        if (rounds < 1) {
            throw new IllegalArgumentException("There are " + rounds + " rounds, expected at least 1.");
        }
        return new Effort(name, rounds, forks, warmUps, iterations, time, processes);
    }

    /**
     * Tells whether the numbers are good enough for others.
     *
     * @return whether this is the full effort
     */
    public boolean isPublished() {
        return name.equals(FULL.name);
    }

    /** Returns how often the candidates of a benchmark take turns, each time in a JVM of its own. */
    int rounds() {
        return rounds;
    }

    /** Returns 1 for JVMs of their own, and 0 for this process. */
    int forks() {
        return forks;
    }

    int warmUps(WarmUp kind) {
        return warmUps.getOrDefault(kind, 0);
    }

    int iterations() {
        return iterations;
    }

    TimeValue time() {
        return time;
    }

    /** Returns how often one JVM is measured at most, where others have the processors. */
    int attempts() {
        return processes > 1 ? QuietTurns.ATTEMPTS : 1;
    }

    /**
     * Returns how many processes to start where one gives one measurement.
     *
     * @return the number
     */
    public int processes() {
        return processes;
    }

    /**
     * Returns how often to repeat what takes many seconds.
     *
     * @return the number
     */
    public int passes() {
        return 1;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %d rounds; in each JVM iterations of %s: %d (mappings) or %d (calls), then %d that count",
                name,
                rounds,
                time,
                warmUps(WarmUp.SHORT),
                warmUps(WarmUp.LONG),
                iterations);
    }
}
