package io.bloop.request.internal;

import io.bloop.request.CallInterrupted;
import io.bloop.request.Target;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Waits longer after each unsuccessful attempt, for a random part of the time so that many clients do not retry at
 * once.
 *
 * <p>For the engine. Serves one call, and is not thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Error retries and exponential backoff</a>
 */
public final class Backoff {

    private static final int MOST_TRIES = 10;
    private static final long FIRST_MILLIS = 25;
    private static final long LONGEST_MILLIS = 5_000;

    private final Sleeper sleeper;
    private int tries;

    /** Lets time pass. */
    @FunctionalInterface
    public interface Sleeper {

        /**
         * Waits.
         *
         * @param millis how long
         * @throws InterruptedException if the thread is interrupted
         */
        void sleep(long millis) throws InterruptedException;
    }

    /** Creates a backoff that has seen no try yet. */
    public Backoff() {
        this(TimeUnit.MILLISECONDS::sleep);
    }

    /**
     * Creates a backoff that has seen no try yet.
     *
     * @param sleeper lets time pass
     */
    public Backoff(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    /** Forgets the tries so far, as some progress was made. */
    public void reset() {
        tries = 0;
    }

    /**
     * Waits before another try.
     *
     * @param operation the API operation
     * @param target what it is about
     * @return false, at once, when it has been tried often enough
     * @throws CallInterrupted if the thread is interrupted; it stays so
     */
    public boolean pause(String operation, Target target) {
        if (++tries >= MOST_TRIES) {
            return false;
        }
        long most = Math.min(FIRST_MILLIS << tries, LONGEST_MILLIS);
        try {
            sleeper.sleep(ThreadLocalRandom.current().nextLong(most + 1));
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new CallInterrupted(operation, target.toString(), "its next attempt", ex);
        }
        return true;
    }
}
