package io.bloop.request;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Limits the number of requests that are in progress at the same time to the number of connections of a client.
 *
 * <p>An HTTP client lets a request wait for a connection, and fails it after some seconds. With a limit of the size of the
 * client's pool, a connection is free for every request that is sent, and the other requests wait in turn, first come,
 * first served, for as long as it takes. A thread that is interrupted while it waits gets a {@link RequestInterrupted},
 * and nothing was sent. A request that is sent while the same thread has another one in progress, such as a request of an
 * interceptor, does not wait.
 *
 * <p>Engines that share a client share its limit:
 *
 * <pre>{@code
 * RequestLimit limit = RequestLimit.of(200);
 * DynamoDbClient client = DynamoDbClient.builder()
 *         .httpClientBuilder(Apache5HttpClient.builder().maxConnections(limit.max()))
 *         .build();
 * Engine engine = Engine.builder(client).requestLimit(limit).build();
 * }</pre>
 *
 * <p>Requests that use the client without an engine take connections and are not counted. Thread-safe; virtual threads that
 * wait do not occupy a carrier.
 *
 * @since 0.1.0
 */
public final class RequestLimit {

    private final int max;
    private final Semaphore permits;
    private final ThreadLocal<Integer> held = new ThreadLocal<>();

    private RequestLimit(int max) {
        this.max = max;
        this.permits = new Semaphore(max, true);
    }

    /**
     * Makes a limit.
     *
     * @param max the largest number of requests in progress, which is the number of connections of the client
     * @return a limit that nobody uses yet
     * @throws InvalidLimit if the number is below 1
     */
    public static RequestLimit of(int max) {
        if (max < 1) {
            throw new InvalidLimit(max);
        }
        return new RequestLimit(max);
    }

    /**
     * Returns the largest number of requests that are in progress at the same time.
     *
     * @return the number, at least 1
     */
    public int max() {
        return max;
    }

    /**
     * Returns the number of requests that are in progress.
     *
     * @return the number at this moment, for metrics
     */
    public int active() {
        return max - permits.availablePermits();
    }

    /**
     * Returns the number of requests that wait for their turn.
     *
     * @return the number at this moment, for metrics
     */
    public int waiting() {
        return permits.getQueueLength();
    }

    /**
     * Waits until a request may be sent; {@link #exit()} has to follow.
     *
     * @return the time waited
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public Duration enter() throws InterruptedException {
        Integer depth = held.get();
        if (depth != null) {
            held.set(depth + 1);
            return Duration.ZERO;
        }
        Duration waited = Duration.ZERO;
        // unlike tryAcquire(), this one does not overtake those that wait
        if (!permits.tryAcquire(0, TimeUnit.NANOSECONDS)) {
            long start = System.nanoTime();
            permits.acquire();
            waited = Duration.ofNanos(System.nanoTime() - start);
        }
        held.set(1);
        return waited;
    }

    /** Ends what {@link #enter()} has begun. */
    public void exit() {
        Integer depth = held.get();
        if (depth != null && depth > 1) {
            held.set(depth - 1);
        } else {
            held.remove();
            permits.release();
        }
    }

    /** Returns the limit for people, such as {@code 3 of 50 requests are in progress, and 0 wait}. */
    @Override
    public String toString() {
        return active() + " of " + max + " requests are in progress, and " + waiting() + " wait";
    }
}
