package io.bloop.bulk.internal;

import io.bloop.bulk.internal.Chunk.Outcome;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Sends a chunk, and can be interrupted without an interrupt to what its thread does next. */
final class InterruptibleSend<T> implements Callable<Outcome<T>> {

    private final Chunk<T> chunk;
    private @Nullable Thread thread;
    private boolean begun;
    private boolean interrupted;

    InterruptibleSend(Chunk<T> chunk) {
        this.chunk = chunk;
    }

    @Override
    public Outcome<T> call() {
        if (!begin()) {
            return Outcome.notSent(chunk);
        }
        try {
            return chunk.send();
        } finally {
            end();
        }
    }

    private synchronized boolean begin() {
        begun = true;
        if (!interrupted) {
            thread = Thread.currentThread();
        }
        return !interrupted;
    }

    private synchronized void end() {
        thread = null;
        if (interrupted) {
            Thread.interrupted();
        }
    }

    synchronized boolean isBegun() {
        return begun;
    }

    /** Interrupts the thread that sends; what is not begun is not sent any more. */
    synchronized void interrupt() {
        interrupted = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
