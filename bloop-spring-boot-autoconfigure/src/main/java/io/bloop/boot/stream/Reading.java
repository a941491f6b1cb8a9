package io.bloop.boot.stream;

import io.bloop.boot.stream.Dispatcher.Outcome;
import io.bloop.boot.stream.ListenerProgress.Pause;
import io.bloop.engine.Engine;
import io.bloop.lease.internal.Control;
import io.bloop.lease.internal.Lease;
import io.bloop.request.RequestFailed;
import io.bloop.stream.Change;
import io.bloop.stream.ChangeStream;
import io.bloop.stream.Position;
import io.bloop.stream.RecordsExpired;
import io.bloop.stream.UnreadableChange;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a stream and delivers its changes for as long as one lease is held.
 *
 * @param <T> the class of the model's objects
 */
final class Reading<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

    /** Shards come and go without any record. */
    private static final long IDLE_POSITION_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final StreamListenerEndpoint<T> endpoint;
    private final StreamListenerSettings settings;
    private final Control control;
    private final ListenerProgress progress;
    private final Lease<String> lease;
    private final Dispatcher<T> dispatcher;
    private final Consumer<Duration> idle;
    private final Pause pause;
    private final long positionInterval;
    private @Nullable String reached;
    private long storedAt = System.nanoTime();
    private boolean storeFailed;
    private boolean hasLeft;
    private long lastChangeAt = System.nanoTime();
    private long idleToldAt = lastChangeAt;

    /**
     * Creates a reading.
     *
     * @param idle is told how long there was no change
     */
    Reading(
            StreamListenerEndpoint<T> endpoint,
            StreamListenerSettings settings,
            Control control,
            ListenerProgress progress,
            Lease<String> lease,
            Executor executor,
            Consumer<Duration> idle) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.control = control;
        this.progress = progress;
        this.lease = lease;
        this.dispatcher = new Dispatcher<>(endpoint, settings, progress, control, executor, this::isHeld);
        this.idle = idle;
        this.pause = new Pause(settings.pollInterval());
        this.positionInterval = TimeUnit.NANOSECONDS.convert(settings.positionInterval());
    }

    /** Returns the token of the place that was reached; null where the stream was not opened. */
    @Nullable
    String reached() {
        return reached;
    }

    /**
     * Reads until the listener has to stop, the lease is lost or changes are left; returns why it cannot go on, or null.
     */
    @Nullable
    Throwable run(Engine engine) {
        try (ChangeStream<T> stream = open(engine)) {
            return stream == null ? null : read(stream);
        } catch (RuntimeException ex) {
            return ex;
        }
    }

    private @Nullable ChangeStream<T> open(Engine engine) {
        String token = lease.progress();
        Position position = token == null ? settings.start() : Position.token(token);
        while (control.awaitRunning() && isHeld()) {
            try {
                ChangeStream<T> stream = engine.stream(endpoint.models(), position);
                progress.refreshes(stream::refresh);
                // a position that is relative to this moment becomes a fixed place
                reach(stream.token());
                return stream;
            } catch (RequestFailed ex) {
                LOG.warn("The stream of listener '{}' was not opened; the next attempt follows.", endpoint.id(), ex);
                control.sleep(pause.next());
            }
        }
        return null;
    }

    private @Nullable Throwable read(ChangeStream<T> stream) {
        while (!hasLeft && control.awaitRunning() && isHeld()) {
            Throwable failure = round(stream);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    private @Nullable Throwable round(ChangeStream<T> stream) {
        long round = progress.begin();
        try {
            List<Change<T>> changes = stream.poll(settings.batch());
            progress.read(stream.shards(), changes);
            if (changes.isEmpty()) {
                idle(stream, round);
                return null;
            }
            return deliver(stream, changes);
        } catch (UnreadableChange ex) {
            progress.failed();
            return dispatcher.decide(new FailedDelivery(endpoint.id(), List.of(), ex.record(), ex)) ? null : ex;
        } catch (RecordsExpired ex) {
            progress.failed();
            if (!dispatcher.decide(new FailedDelivery(endpoint.id(), List.of(), null, ex))) {
                return ex;
            }
            stream.skip(ex);
            return null;
        } catch (RequestFailed ex) {
            LOG.warn("The stream of listener '{}' was not read; the next attempt follows.", endpoint.id(), ex);
            control.sleep(pause.next());
            return null;
        }
    }

    private void idle(ChangeStream<T> stream, long round) {
        progress.idle(round);
        String token = stream.token();
        if (!token.equals(reached) && (storeFailed || System.nanoTime() - storedAt > IDLE_POSITION_NANOS)) {
            reach(token);
        }
        tellIdle();
        control.sleep(pause.next());
    }

    private void tellIdle() {
        Duration interval = settings.idleInterval();
        long now = System.nanoTime();
        if (interval != null && now - idleToldAt >= TimeUnit.NANOSECONDS.convert(interval)) {
            idleToldAt = now;
            idle.accept(Duration.ofNanos(now - lastChangeAt));
        }
    }

    private @Nullable Throwable deliver(ChangeStream<T> stream, List<Change<T>> changes) {
        pause.reset();
        Outcome<T> outcome = dispatcher.deliver(changes, unfinished -> storeIfDue(stream, unfinished));
        lastChangeAt = System.nanoTime();
        idleToldAt = lastChangeAt;
        // the stream is past all of them; opened again at the position, it reads them once more
        hasLeft = !outcome.unfinished().isEmpty();
        reach(stream.tokenBefore(outcome.unfinished()));
        progress.read(stream.shards(), outcome.unfinished());
        return outcome.failure();
    }

    private synchronized void storeIfDue(ChangeStream<T> stream, Supplier<List<Change<T>>> unfinished) {
        if (System.nanoTime() - storedAt < positionInterval) {
            return;
        }
        List<Change<T>> left = unfinished.get();
        if (!left.isEmpty()) {
            reach(stream.tokenBefore(left));
        }
    }

    /** Stores a position; where that fails, a later one is stored. */
    private synchronized void reach(String token) {
        reached = token;
        try {
            if (!lease.store(token)) {
                LOG.warn(
                        "Listener '{}' has lost its lease to another process, and delivers nothing more until it gets it back.",
                        endpoint.id());
            }
            storedAt = System.nanoTime();
            storeFailed = false;
        } catch (RuntimeException ex) {
            storeFailed = true;
            LOG.warn("The position of listener '{}' was not stored; the next attempt follows.", endpoint.id(), ex);
        }
    }

    /** Tells whether this process may deliver: a lease that others may have taken by now is renewed first. */
    private boolean isHeld() {
        try {
            return lease.isHeld();
        } catch (RuntimeException ex) {
            LOG.warn("The lease of listener '{}' has ended and was not renewed.", endpoint.id(), ex);
            return false;
        }
    }
}
