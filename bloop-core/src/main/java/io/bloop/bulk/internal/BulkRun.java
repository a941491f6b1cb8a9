package io.bloop.bulk.internal;

import io.bloop.BloopException;
import io.bloop.bulk.BulkFailed;
import io.bloop.bulk.BulkProgress;
import io.bloop.request.CallInterrupted;
import io.bloop.request.Target;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes objects from an iterator chunk by chunk, no further ahead than can be sent, until the end or a failure. */
public final class BulkRun<T> {

    private final String operation;
    private final Target target;
    private final Supplier<? extends Chunk<T>> chunks;
    private final IntFunction<Executor> threads;
    private final Consumer<BulkProgress> watcher;
    private final List<T> left = new ArrayList<>();
    private @Nullable RuntimeException failure;
    private @Nullable Error error;
    private long done;
    private long retried;

    public BulkRun(
            String operation,
            Target target,
            Supplier<? extends Chunk<T>> chunks,
            IntFunction<Executor> threads,
            Consumer<BulkProgress> watcher) {
        this.operation = operation;
        this.target = target;
        this.chunks = chunks;
        this.threads = threads;
        this.watcher = watcher;
    }

    /** Runs to the end, or to a failure. */
    public void run(Iterator<? extends T> objects, int sideBySide) {
        Chunk<T> chunk = chunks.get();
        try (ParallelSender<T> lanes = new ParallelSender<>(sideBySide, threads)) {
            try {
                while (!isStopped() && objects.hasNext()) {
                    add(objects.next(), chunk);
                    if (!isStopped() && (chunk.isFull() || !objects.hasNext()) && makeRoom(chunk, lanes)) {
                        lanes.send(chunk);
                        chunk = chunks.get();
                    }
                }
            } catch (RuntimeException ex) {
                fail(ex, List.of());
            }
            left.addAll(chunk.objects());
            while (!lanes.isEmpty()) {
                take(lanes);
            }
        }
        if (error != null) {
            throw error;
        }
    }

    private boolean isStopped() {
        return failure != null || error != null;
    }

    private void add(T object, Chunk<T> chunk) {
        try {
            chunk.add(object);
        } catch (RuntimeException ex) {
            fail(ex, List.of(object));
        }
    }

    private boolean makeRoom(Chunk<T> chunk, ParallelSender<T> lanes) {
        while (!isStopped() && !lanes.hasRoomFor(chunk)) {
            take(lanes);
        }
        return !isStopped();
    }

    private void take(ParallelSender<T> lanes) {
        ParallelSender.Sent<T> sent = lanes.next();
        Chunk.Outcome<T> outcome = sent.outcome();
        sent.chunk().commit(outcome);
        done += sent.chunk().objects().size() - outcome.left().size();
        retried += outcome.retried();
        RuntimeException ended = outcome.failure();
        boolean isOfInterrupt = lanes.wasInterrupted() && !(ended instanceof BloopException);
        if (isOfInterrupt) {
            interrupt(ended, outcome.left());
        } else if (ended != null) {
            fail(ended, outcome.left());
        }
        if (sent.error() != null) {
            stop(sent.error());
        }
        if (!isStopped()) {
            tell();
        }
    }

    /** Takes note of an error, which is nothing to go on after; what is in progress ends first. */
    private void stop(Error thrown) {
        if (error == null) {
            error = thrown;
        } else if (error != thrown) {
            error.addSuppressed(thrown);
        }
    }

    private void tell() {
        try {
            watcher.accept(new BulkProgress(done, retried));
        } catch (RuntimeException ex) {
            fail(ex, List.of());
        }
    }

    /** Takes note of the interrupt, as which a client may report it by an exception of its own. */
    private void interrupt(@Nullable RuntimeException cause, List<? extends T> notSent) {
        fail(
                failure == null ? new CallInterrupted(operation, target.toString(), "its requests", cause) : failure,
                notSent);
    }

    private void fail(RuntimeException cause, List<? extends T> objects) {
        left.addAll(objects);
        if (failure == null) {
            failure = cause;
        } else if (failure != cause) {
            failure.addSuppressed(cause);
        }
    }

    public long done() {
        return done;
    }

    /** Throws what has happened, if anything has; the objects that are left then may be followed by others. */
    public void check(List<? extends T> following) {
        if (failure != null) {
            left.addAll(following);
            throw new BulkFailed(operation, target, done, left, failure);
        }
    }
}
