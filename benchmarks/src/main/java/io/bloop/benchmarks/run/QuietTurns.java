package io.bloop.benchmarks.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Measures JVMs one after another, and once more where others had the processors meanwhile. Not thread-safe.
 *
 * <p>A system that does not tell what its processors do is taken to be quiet.
 */
public final class QuietTurns {

    /**
     * The greatest part of the processors' time that others may have: what counts of a call takes an eighth of the time of its
     * JVM, and all that others have may fall into that.
     */
    static final double OTHERS = 0.03;

    /** How often one JVM is measured at most. */
    static final int ATTEMPTS = 3;

    private final Path proc;
    private final int attempts;
    private Turns turns = Turns.NONE;
    private double others;

    /**
     * Begins to measure.
     *
     * @param effort says how often one JVM is measured at most
     */
    public QuietTurns(Effort effort) {
        this(Path.of("/proc"), effort.attempts());
    }

    QuietTurns(Path proc, int attempts) {
        this.proc = proc;
        this.attempts = attempts;
    }

    /**
     * Measures one JVM.
     *
     * @param turn starts a JVM, and ends when it has ended
     * @param <R> what is measured
     * @return what the first quiet attempt has measured, or, if there is none, the attempt with the least of others
     * @throws IOException if the processors' times cannot be read, or the turn throws it
     */
    public <R> R take(Callable<R> turn) throws IOException {
        R best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int attempt = 1; ; attempt++) {
            Optional<ProcessorTime> before = ProcessorTime.read(proc);
            R measured = call(turn);
            Optional<ProcessorTime> after = ProcessorTime.read(proc);
            others = before.isPresent() && after.isPresent() ? before.get().othersUntil(after.get()) : 0;
            if (best == null || others < least) {
                best = measured;
                least = others;
            }
            boolean isQuiet = others <= OTHERS;
            if (isQuiet || attempt >= attempts) {
                turns = turns.plus(new Turns(1, attempt - 1, isQuiet ? 0 : 1));
                return best;
            }
        }
    }

    private static <R> R call(Callable<R> turn) throws IOException {
        try {
            return turn.call();
        } catch (IOException | RuntimeException ex) {
            throw ex;
        } catch (Exception ex) {
            throw new IllegalStateException(ex);
        }
    }

    /** Returns the part of the processors' time that others had in the last attempt. */
    double others() {
        return others;
    }

    /**
     * Returns what was measured until now.
     *
     * @return the count
     */
    public Turns turns() {
        return turns;
    }
}
