package io.bloop.bulk;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sends chunks side by side within a bound, but never two at once that write the same item. */
final class ParallelSender<T> implements AutoCloseable {

    /** Is a chunk with what came of it. */
    record Sent<T>(Chunk<T> chunk, Chunk.Outcome<T> outcome) {}

    private final int most;
    private final @Nullable ExecutorService threads;
    private final ExecutorCompletionService<Chunk.Outcome<T>> lanes;
    private final Map<Future<Chunk.Outcome<T>>, Chunk<T>> running = new HashMap<>();
    private boolean interrupted;

    ParallelSender(int most) {
        this.most = most;
        this.threads = most == 1 ? null : threads(most);
        Executor executor = threads == null ? Runnable::run : threads;
        this.lanes = new ExecutorCompletionService<>(executor);
    }

    private static ExecutorService threads(int most) {
        AtomicInteger count = new AtomicInteger();
        return Executors.newFixedThreadPool(most, task -> {
            Thread thread = new Thread(task, "bloop-bulk-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    boolean isEmpty() {
        return running.isEmpty();
    }

    /** Tells whether a chunk can be sent now: its items would be in the wrong order beside another of the same. */
    boolean hasRoomFor(Chunk<T> chunk) {
        return running.size() < most
                && running.values().stream()
                        .allMatch(other -> Collections.disjoint(other.identities(), chunk.identities()));
    }

    void send(Chunk<T> chunk) {
        running.put(lanes.submit(chunk::send), chunk);
    }

    /** Waits for the next chunk that ends. */
    Sent<T> next() {
        while (true) {
            try {
                Future<Chunk.Outcome<T>> ended = lanes.take();
                Chunk<T> chunk = running.remove(ended);
                if (chunk != null) {
                    return new Sent<>(chunk, outcome(ended, chunk));
                }
            } catch (InterruptedException ex) {
                // what is under way has to end before anything can be said of its objects
                interrupted = true;
                if (threads != null) {
                    threads.shutdownNow().forEach(Runnable::run);
                }
            }
        }
    }

    private Chunk.Outcome<T> outcome(Future<Chunk.Outcome<T>> ended, Chunk<T> chunk) throws InterruptedException {
        try {
            return ended.get();
        } catch (ExecutionException ex) {
            return new Chunk.Outcome<>(
                    chunk.objects(), 0, new IllegalStateException("a thread failed: " + ex.getCause(), ex.getCause()));
        }
    }

    boolean wasInterrupted() {
        return interrupted;
    }

    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
