package io.bloop.bulk.internal;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Sends chunks side by side within a bound, but never two at once that write the same item. */
final class ParallelSender<T> implements AutoCloseable {

    /** The time after which the caller sends what the executor has not begun. */
    private static final long PATIENCE_MILLIS = 200;

    /** A chunk with what came of it, and the error that its thread has ended with, if any. */
    record Sent<T>(
            Chunk<T> chunk,
            Chunk.Outcome<T> outcome,
            @Nullable Error error) {}

    private final int most;
    private final Executor executor;
    private final Set<Sending> running = new HashSet<>();
    private final BlockingQueue<Sending> ended = new LinkedBlockingQueue<>();
    private boolean interrupted;

    /**
     * Creates a sender.
     *
     * @param most the most chunks at once; 1 sends on the caller's thread
     * @param threads returns an executor for that many tasks
     */
    ParallelSender(int most, IntFunction<Executor> threads) {
        this.most = most;
        this.executor = most == 1 ? Runnable::run : threads.apply(most);
    }

    /** Sends one chunk, on whichever thread begins it first. */
    private final class Sending extends FutureTask<Chunk.Outcome<T>> {

        private final Chunk<T> chunk;
        private final InterruptibleSend<T> send;

        Sending(Chunk<T> chunk, InterruptibleSend<T> send) {
            super(send);
            this.chunk = chunk;
            this.send = send;
        }

        @Override
        protected void done() {
            ended.add(this);
        }
    }

    boolean isEmpty() {
        return running.isEmpty();
    }

    /** Tells whether a chunk can be sent now: its items would be in the wrong order beside another of the same. */
    boolean hasRoomFor(Chunk<T> chunk) {
        return running.size() < most
                && running.stream()
                        .allMatch(other -> Collections.disjoint(other.chunk.identities(), chunk.identities()));
    }

    void send(Chunk<T> chunk) {
        Sending sending = new Sending(chunk, new InterruptibleSend<>(chunk));
        executor.execute(sending);
        running.add(sending);
    }

    /** Waits for the next chunk that ends. */
    Sent<T> next() {
        while (true) {
            try {
                Sending sending = ended.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
                if (sending != null) {
                    running.remove(sending);
                    return sent(sending);
                }
                sendWhatIsNotBegun();
            } catch (InterruptedException ex) {
                // requests in progress have to end before the state of their objects is known
                interrupted = true;
                running.forEach(sending -> sending.send.interrupt());
            }
        }
    }

    /** Keeps an executor from stopping the call that has no thread to spare, or has dropped the task. */
    private void sendWhatIsNotBegun() {
        running.stream().filter(sending -> !sending.send.isBegun()).findFirst().ifPresent(FutureTask::run);
    }

    private Sent<T> sent(Sending sending) throws InterruptedException {
        try {
            return new Sent<>(sending.chunk, sending.get(), null);
        } catch (ExecutionException ex) {
            Chunk.Outcome<T> unknown = Chunk.Outcome.notSent(sending.chunk);
            if (ex.getCause() instanceof Error error) {
                return new Sent<>(sending.chunk, unknown, error);
            }
            RuntimeException failure = new IllegalStateException("A thread has failed.", ex.getCause());
            return new Sent<>(sending.chunk, new Chunk.Outcome<>(unknown.left(), 0, failure), null);
        }
    }

    boolean wasInterrupted() {
        return interrupted;
    }

    @Override
    public void close() {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
