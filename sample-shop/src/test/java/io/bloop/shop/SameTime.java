package io.bloop.shop;

import io.bloop.transaction.TransactionCancelled;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things at the same time. */
final class SameTime {

    private SameTime() {}

    /** Runs each task on a thread of its own, and tells for each whether it was done, or refused. */
    static List<Boolean> run(List<Runnable> tasks) {
        CountDownLatch ready = new CountDownLatch(tasks.size());
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Callable<Boolean>> calls = tasks.stream()
                    .<Callable<Boolean>>map(task -> () -> {
                        ready.countDown();
                        ready.await();
                        return isDone(task);
                    })
                    .toList();
            return threads.invokeAll(calls).stream().map(SameTime::outcome).toList();
        } catch (InterruptedException ex) {
            throw new AssertionError(ex);
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean isDone(Runnable task) {
        try {
            task.run();
            return true;
        } catch (Conflict | OutOfStock | TransactionCancelled refused) {
            return false;
        }
    }

    private static boolean outcome(Future<Boolean> task) {
        try {
            return task.get();
        } catch (Exception ex) {
            throw new AssertionError(ex);
        }
    }
}
