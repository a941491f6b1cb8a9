package io.bloop.request.internal;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Waits longer after each fruitless try, by a random part of the time so that many clients do not return at once.
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
     * @return false, at once, when it has been tried often enough
     */
    public boolean pause() {
        if (++tries >= MOST_TRIES) {
            return false;
        }
        long most = Math.min(FIRST_MILLIS << tries, LONGEST_MILLIS);
        try {
            sleeper.sleep(ThreadLocalRandom.current().nextLong(most + 1));
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting to try again");
        }
        return true;
    }
}
