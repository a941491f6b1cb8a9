package io.bloop.boot.stream;

import io.bloop.engine.Engine;
import io.bloop.lease.internal.Control;
import io.bloop.lease.internal.Lease;
import io.bloop.lease.internal.Lease.Candidate;
import io.bloop.lease.internal.LeaseKeeper;
import io.bloop.model.ModelDefinition;
import io.bloop.settings.StreamView;
import io.bloop.stream.ShardProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.Lifecycle;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Runs one listener: waits for its lease, reads the stream while the lease is held, and delivers changes to the handler.
 *
 * <p>Made by a {@link StreamListenerContainerFactory}. Thread-safe.
 *
 * @param <T> the class of the model's objects, or the one that the objects of several models have in common
 * @since 0.1.0
 */
public final class StreamListenerContainer<T> implements Lifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StreamListenerContainer.class);

    private static final int LOOKS_PER_LEASE = 10;

    /** The states of a listener. */
    public enum State {
        /** The listener was not started, or was stopped. */
        STOPPED,
        /** The listener waits for the lease, which another process holds. */
        STANDBY,
        /** The listener reads. */
        ACTIVE,
        /** The listener holds the lease, or waits for it, and delivers nothing until it is resumed. */
        PAUSED,
        /** The listener has stopped since it cannot go on. */
        FAILED
    }

    /**
     * What a container works with.
     *
     * @param engine reads the stream
     * @param positions stores positions and leases
     * @param executor runs the listener
     * @param events publishes events
     */
    record Surroundings(
            Engine engine,
            StreamPositions positions,
            AsyncTaskExecutor executor,
            Consumer<StreamListenerEvent> events) {}

    /** One time from start to stop. */
    private static final class Run {

        final Control control;
        final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
        final String owner = UUID.randomUUID().toString();
        private final Set<Thread> threads = new HashSet<>();
        volatile boolean active;

        Run(boolean paused) {
            this.control = new Control(paused);
        }

        /** Runs a task on this thread, which belongs to the run meanwhile. */
        void carry(Runnable task) {
            boolean added;
            synchronized (threads) {
                added = threads.add(Thread.currentThread());
            }
            try {
                task.run();
            } finally {
                if (added) {
                    synchronized (threads) {
                        threads.remove(Thread.currentThread());
                    }
                }
            }
        }

        /** Tells whether this thread is one of those that the run waits for. */
        boolean isCarriedByThisThread() {
            synchronized (threads) {
                return threads.contains(Thread.currentThread());
            }
        }

        void interrupt() {
            synchronized (threads) {
                threads.forEach(Thread::interrupt);
            }
        }
    }

    private final StreamListenerEndpoint<T> endpoint;
    private final StreamListenerSettings settings;
    private final Surroundings surroundings;
    private final ListenerProgress progress = new ListenerProgress();
    private volatile boolean paused;
    private volatile @Nullable Run run;
    private volatile @Nullable Throwable failure;

    StreamListenerContainer(
            StreamListenerEndpoint<T> endpoint, StreamListenerSettings settings, Surroundings surroundings) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.surroundings = surroundings;
    }

    /**
     * Returns the listener's id.
     *
     * @return the id
     */
    public String id() {
        return endpoint.id();
    }

    /**
     * Returns the models whose changes are read.
     *
     * @return the models, all of one table
     */
    public List<ModelDefinition<? extends T>> models() {
        return endpoint.models();
    }

    /**
     * Returns the names of the models whose changes are read.
     *
     * @return the names in words
     */
    public String modelNames() {
        return models().stream().map(ModelDefinition::name).collect(Collectors.joining(", "));
    }

    /**
     * Returns the settings. Changes take effect when the listener is started.
     *
     * @return the settings
     */
    public StreamListenerSettings settings() {
        return settings;
    }

    /** Returns the view that the handler needs at least; null where every view will do. */
    @Nullable
    StreamView view() {
        return endpoint.view();
    }

    Engine engine() {
        return surroundings.engine();
    }

    StreamPositions positions() {
        return surroundings.positions();
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        failure = null;
        Run started = new Run(paused);
        StreamListenerSettings fixed = new StreamListenerSettings(settings);
        run = started;
        surroundings.executor().execute(() -> started.carry(() -> run(started, fixed)));
    }

    private void run(Run current, StreamListenerSettings fixed) {
        Throwable end = lead(current, fixed);
        if (end != null) {
            failure = end;
            LOG.error("Listener '{}' has stopped: it cannot continue until its failure is fixed.", id(), end);
        }
        // before the event, in which an application may start the listener again
        current.end.complete(null);
        if (end != null) {
            publish(new StreamListenerFailed(this, end));
        }
    }

    /** Holds the lease, each time it can be had, until the listener has to stop; returns why it cannot go on, or null. */
    private @Nullable Throwable lead(Run current, StreamListenerSettings fixed) {
        try {
            Candidate<String> candidate = new Candidate<>(
                    new PositionLease(surroundings.positions(), id()), System::nanoTime, current.owner, fixed.lease());
            long look = Math.min(
                    TimeUnit.NANOSECONDS.convert(fixed.lease()) / LOOKS_PER_LEASE, TimeUnit.SECONDS.toNanos(1));
            Throwable end = null;
            while (end == null && !current.control.isStopping()) {
                Optional<Lease<String>> lease = lease(candidate);
                end = lease.map(held -> hold(held, current, fixed)).orElse(null);
                if (end == null) {
                    current.control.sleep(look);
                }
            }
            return end;
        } catch (RuntimeException | Error ex) {
            return ex;
        }
    }

    private Optional<Lease<String>> lease(Candidate<String> candidate) {
        try {
            return candidate.take();
        } catch (RuntimeException ex) {
            LOG.warn("Listener '{}' could not ask for its lease; the next attempt follows.", id(), ex);
            return Optional.empty();
        }
    }

    /** Reads while the lease is held; returns why the listener cannot go on, or null. */
    private @Nullable Throwable hold(Lease<String> lease, Run current, StreamListenerSettings fixed) {
        LOG.info("Listener '{}' reads the stream of {}", id(), modelNames());
        LeaseKeeper keeper = new LeaseKeeper("listener '" + id() + "'", lease);
        Reading<T> reading = new Reading<>(
                endpoint,
                fixed,
                current.control,
                progress,
                lease,
                lane -> surroundings.executor().execute(() -> current.carry(lane)),
                idleFor -> publish(new StreamListenerIdle(this, idleFor)));
        try {
            current.active = true;
            surroundings.executor().execute(keeper);
            publish(new StreamListenerStarted(this));
            return reading.run(surroundings.engine());
        } finally {
            keeper.close();
            current.active = false;
            progress.forget();
            release(lease, reading.reached());
            publish(new StreamListenerStopped(this));
        }
    }

    private void release(Lease<String> lease, @Nullable String token) {
        try {
            lease.release(token);
        } catch (RuntimeException ex) {
            LOG.warn("Listener '{}' could not hand over its lease, which ends by itself.", id(), ex);
        }
    }

    private void publish(StreamListenerEvent event) {
        try {
            surroundings.events().accept(event);
        } catch (RuntimeException ex) {
            LOG.warn(
                    "An application listener has failed at {} of '{}'.",
                    event.getClass().getSimpleName(),
                    id(),
                    ex);
        }
    }

    /**
     * Stops and waits until the present changes are handled and the position is stored.
     *
     * <p>Does not wait if a handler or an event of this listener calls it, since the wait would include that call.
     */
    @Override
    public void stop() {
        CompletableFuture<@Nullable Void> stopping = stopping();
        Run current = run;
        if (current == null || !current.isCarriedByThisThread()) {
            stopping.join();
        }
    }

    /** Stops; returns what completes when the present changes are handled and the position is stored. */
    CompletableFuture<@Nullable Void> stopping() {
        Run current = run;
        if (current == null) {
            return CompletableFuture.completedFuture(null);
        }
        current.control.stop();
        return current.end;
    }

    /** Interrupts the handlers that have not returned in time. */
    void interrupt() {
        Run current = run;
        if (current != null && !current.end.isDone()) {
            current.control.stop();
            current.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        Run current = run;
        return current != null && !current.end.isDone();
    }

    /** Delivers nothing after the present change, and keeps the lease. Resume within 24 hours, or changes expire. */
    public synchronized void pause() {
        pause(true);
    }

    /** Goes on where the listener was paused. */
    public synchronized void resume() {
        pause(false);
    }

    private void pause(boolean pause) {
        paused = pause;
        Run current = run;
        if (current != null) {
            current.control.pause(pause);
        }
    }

    /**
     * Returns the state of the listener.
     *
     * @return the state
     */
    public State state() {
        Run current = run;
        if (failure != null) {
            return State.FAILED;
        }
        if (current == null || current.end.isDone()) {
            return State.STOPPED;
        }
        if (paused) {
            return State.PAUSED;
        }
        return current.active ? State.ACTIVE : State.STANDBY;
    }

    /**
     * Tells whether this process holds the lease of the listener.
     *
     * @return true if it holds the lease
     */
    public boolean isLeader() {
        Run current = run;
        return current != null && current.active;
    }

    /**
     * Returns why the listener has failed.
     *
     * @return the exception; empty unless the state is {@link State#FAILED}
     */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Returns the number of changes that the handler has handled in this process.
     *
     * @return the number
     */
    public long records() {
        return progress.records();
    }

    /**
     * Returns the number of failed deliveries in this process, each attempt counted.
     *
     * @return the number
     */
    public long failures() {
        return progress.failures();
    }

    /**
     * Returns the number of changes that the error handler has passed over in this process.
     *
     * @return the number
     */
    public long skipped() {
        return progress.skipped();
    }

    /**
     * Returns the age of the oldest change that was read and not handled, or of the last one where more are known to follow.
     *
     * @return the age; zero where this process has caught up, or does not read
     */
    public Duration lag() {
        return progress.lag(Instant.now());
    }

    /**
     * Returns how far the shards were read.
     *
     * @return the shards; empty where this process does not read
     */
    public List<ShardProgress> shards() {
        return progress.shards();
    }

    /**
     * Waits until this process has handled all changes that had happened before the call. For tests.
     *
     * @param wait the longest time to wait
     * @throws IllegalStateException if the listener has not caught up in time
     */
    public void awaitCaughtUp(Duration wait) {
        try {
            if (!progress.awaitIdle(wait)) {
                throw new IllegalStateException(
                        "Listener '" + id() + "' has not caught up in " + TimeUnit.MILLISECONDS.convert(wait)
                                + " ms; it is " + state() + " and has handled " + records() + " changes.");
            }
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The wait for listener '" + id() + "' was interrupted.", ex);
        }
    }
}
