package io.bloop.benchmarks.run;

import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Says how long to measure. */
public enum Effort {
    /** What is published: less than half an hour. */
    FULL(1, 8, 6, TimeValue.seconds(1), 11, 1),
    /** A first look. */
    QUICK(1, 3, 3, TimeValue.seconds(1), 3, 1),
    /** Tells only that everything runs and agrees; in this process. */
    SMOKE(0, 0, 1, TimeValue.milliseconds(1), 1, 1);

    private final int forks;
    private final int warmups;
    private final int iterations;
    private final TimeValue time;
    private final int processes;
    private final int passes;

    Effort(int forks, int warmups, int iterations, TimeValue time, int processes, int passes) {
        this.forks = forks;
        this.warmups = warmups;
        this.iterations = iterations;
        this.time = time;
        this.processes = processes;
        this.passes = passes;
    }

    /**
     * Begins the options of JMH.
     *
     * @return options that say how long, and not yet what
     */
    ChainedOptionsBuilder options() {
        return new OptionsBuilder()
                .forks(forks)
                .jvmArgs("-Xms1g", "-Xmx1g")
                .warmupIterations(warmups)
                .warmupTime(time)
                .measurementIterations(iterations)
                .measurementTime(time)
                .verbosity(this == SMOKE ? VerboseMode.SILENT : VerboseMode.NORMAL)
                .shouldFailOnError(true);
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
        return passes;
    }

    @Override
    public String toString() {
        return switch (this) {
            case FULL, QUICK ->
                "forks: " + forks + ", then " + warmups + " + " + iterations + " iterations of " + time + " each";
            case SMOKE -> "a smoke run, whose numbers mean nothing";
        };
    }
}
