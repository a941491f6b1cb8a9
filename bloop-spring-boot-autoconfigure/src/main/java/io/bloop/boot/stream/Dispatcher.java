package io.bloop.boot.stream;

import io.bloop.lease.internal.Control;
import io.bloop.stream.Change;
import io.bloop.stream.MissingImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Delivers changes to the handler: each key in order, again after failures, and to the error handler in the end.
 *
 * @param <T> the class of the model's objects
 */
final class Dispatcher<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final StreamListenerEndpoint<T> endpoint;
    private final StreamListenerSettings settings;
    private final ListenerProgress progress;
    private final Control control;
    private final Executor executor;
    private final BooleanSupplier isHeld;

    Dispatcher(
            StreamListenerEndpoint<T> endpoint,
            StreamListenerSettings settings,
            ListenerProgress progress,
            Control control,
            Executor executor,
            BooleanSupplier isHeld) {
        this.endpoint = endpoint;
        this.settings = settings;
        this.progress = progress;
        this.control = control;
        this.executor = executor;
        this.isHeld = isHeld;
    }

    /** The state of one delivery of several changes. */
    private final class Round {

        private final List<Change<T>> changes;
        private final Consumer<Supplier<List<Change<T>>>> step;
        private final Set<Change<T>> finished = ConcurrentHashMap.newKeySet();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Round(List<Change<T>> changes, Consumer<Supplier<List<Change<T>>>> step) {
            this.changes = changes;
            this.step = step;
        }

        /** Delivers in the order of the changes, until one is refused or the listener has to stop. */
        void deliver(List<List<Change<T>>> portions) {
            for (List<Change<T>> portion : portions) {
                if (failure.get() != null || !control.awaitRunning() || !isHeld.getAsBoolean() || !isSettled(portion)) {
                    return;
                }
            }
        }

        /** Delivers changes, again after failures; returns false if they are left. */
        private boolean isSettled(List<Change<T>> portion) {
            BackOffExecution backOff = settings.backOff().start();
            while (true) {
                Throwable refusal = attempt(portion);
                if (!control.isStopping()) {
                    // an interrupt by other code does not end the listener
                    Thread.interrupted();
                }
                if (refusal == null) {
                    progress.delivered(portion.size());
                    finish(portion);
                    return true;
                }
                progress.failed();
                if (Thread.currentThread().isInterrupted()) {
                    // the context is closed, and the handler has not refused anything
                    return false;
                }
                // a change is the same at every delivery
                long wait = refusal instanceof MissingImage ? BackOffExecution.STOP : backOff.nextBackOff();
                if (wait == BackOffExecution.STOP) {
                    return giveUp(portion, refusal);
                }
                LOG.warn(
                        "A delivery has failed and is repeated in {} ms: {}",
                        wait,
                        new FailedDelivery(endpoint.id(), portion, null, refusal),
                        refusal);
                if (!control.sleep(TimeUnit.MILLISECONDS.toNanos(wait)) || !isHeld.getAsBoolean()) {
                    return false;
                }
            }
        }

        private boolean giveUp(List<Change<T>> portion, Throwable refusal) {
            if (settings.isBisect() && portion.size() > 1) {
                int half = portion.size() / 2;
                return isSettled(portion.subList(0, half)) && isSettled(portion.subList(half, portion.size()));
            }
            if (decide(new FailedDelivery(endpoint.id(), portion, null, refusal))) {
                finish(portion);
                return true;
            }
            failure.compareAndSet(null, refusal);
            return false;
        }

        private void finish(List<Change<T>> portion) {
            finished.addAll(portion);
            step.accept(this::unfinished);
        }

        List<Change<T>> unfinished() {
            return changes.stream().filter(change -> !finished.contains(change)).toList();
        }
    }

    /**
     * What became of changes.
     *
     * @param unfinished the changes that are to be delivered again
     * @param failure why the listener has to stop, or null
     */
    record Outcome<T>(List<Change<T>> unfinished, @Nullable Throwable failure) {}

    /**
     * Delivers changes.
     *
     * @param step may ask after each delivery which changes are left; called by several threads where there are several
     */
    Outcome<T> deliver(List<Change<T>> changes, Consumer<Supplier<List<Change<T>>>> step) {
        List<Change<T>> wanted = changes.stream().filter(settings::isDelivered).toList();
        Round round = new Round(wanted, step);
        if (endpoint.isBatches()) {
            round.deliver(wanted.isEmpty() ? List.of() : List.of(wanted));
        } else {
            inLanes(round, wanted);
        }
        return new Outcome<>(round.unfinished(), round.failure.get());
    }

    private void inLanes(Round round, List<Change<T>> changes) {
        List<List<List<Change<T>>>> lanes = new ArrayList<>();
        for (int lane = 0; lane < settings.concurrency(); lane++) {
            lanes.add(new ArrayList<>());
        }
        for (Change<T> change : changes) {
            lanes.get(Math.floorMod(change.key().hashCode(), lanes.size())).add(List.of(change));
        }
        lanes.removeIf(List::isEmpty);
        List<CompletableFuture<Void>> others = lanes.stream()
                .skip(1)
                .map(lane -> CompletableFuture.runAsync(() -> round.deliver(lane), executor))
                .toList();
        if (!lanes.isEmpty()) {
            round.deliver(lanes.get(0));
        }
        others.forEach(CompletableFuture::join);
    }

    private @Nullable Throwable attempt(List<Change<T>> changes) {
        try {
            intercepted(changes, 0);
            return null;
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return ex;
        } catch (Throwable ex) {
            return ex;
        }
    }

    private void intercepted(List<Change<T>> changes, int interceptor) throws Exception {
        if (interceptor == settings.interceptors().size()) {
            endpoint.handler().handle(Collections.unmodifiableList(changes));
        } else {
            settings.interceptors()
                    .get(interceptor)
                    .deliver(endpoint.id(), changes, () -> intercepted(changes, interceptor + 1));
        }
    }

    /** Asks the error handler; returns true if the listener goes on after the changes. */
    boolean decide(FailedDelivery failed) {
        StreamErrorHandler.Decision decision;
        try {
            decision = settings.errorHandler().handle(failed);
        } catch (RuntimeException ex) {
            failed.cause().addSuppressed(ex);
            decision = StreamErrorHandler.Decision.STOP;
        }
        if (decision == StreamErrorHandler.Decision.STOP) {
            return false;
        }
        int skipped = failed.records().size();
        progress.skipped(skipped);
        LOG.warn("Passed over {}, because the error handler decided so: {}", counted(skipped), failed, failed.cause());
        return true;
    }

    private static String counted(int records) {
        return records == 1 ? "1 record" : records + " records";
    }
}
