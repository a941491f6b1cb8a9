package io.bloop.boot.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.EventListener;

/** Tells when a listener has failed. */
final class Failures {

    private volatile CountDownLatch failed = new CountDownLatch(1);

    @EventListener
    void hear(StreamListenerFailed event) {
        failed.countDown();
    }

    void await() throws InterruptedException {
        assertThat(failed.await(VisitsRunner.WAIT.toSeconds(), TimeUnit.SECONDS))
                .as("the listener has failed")
                .isTrue();
    }

    /** Waits for the next failure from now on. */
    void forget() {
        failed = new CountDownLatch(1);
    }
}
