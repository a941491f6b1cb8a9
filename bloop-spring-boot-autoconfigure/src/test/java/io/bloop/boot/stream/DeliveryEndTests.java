package io.bloop.boot.stream;

import static io.bloop.boot.stream.VisitsRunner.WAIT;
import static io.bloop.boot.stream.VisitsRunner.awaitCaughtUp;
import static io.bloop.boot.stream.VisitsRunner.container;
import static io.bloop.boot.stream.VisitsRunner.heard;
import static io.bloop.boot.stream.VisitsRunner.visits;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.stream.StreamListenerContainer.State;
import io.bloop.boot.visits.Visit;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;

/** What a delivery leaves that ends before its last change. */
class DeliveryEndTests {

    private static final int KEYS = 8;

    private final ApplicationContextRunner runner =
            VisitsRunner.create().withPropertyValues("bloop.stream.listener.auto-startup=false");

    private static void saveAll(ApplicationContext context) {
        for (int i = 1; i <= KEYS; i++) {
            visits(context).save(new Visit("a" + i, i));
        }
    }

    private static void assertThatAllWereHandled(ApplicationContext context) {
        awaitCaughtUp(context);
        assertThat(heard(context).notes())
                .containsExactlyInAnyOrder("a1 1", "a2 2", "a3 3", "a4 4", "a5 5", "a6 6", "a7 7", "a8 8");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    @DisplayName("S12 a handler that throws InterruptedException has failed as by any other exception: nothing is lost")
    void repeatsWhatWasInterrupted(int concurrency) {
        runner.withBean(ThrowsInterruptedException.class)
                .withPropertyValues("bloop.stream.listener.concurrency=" + concurrency)
                .run(context -> {
                    saveAll(context);
                    container(context).start();
                    assertThatAllWereHandled(context);
                    assertThat(container(context).failures()).isEqualTo(KEYS);
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    @DisplayName("S12 a handler that leaves its thread interrupted ends nothing")
    void goesOnAfterAnInterruptedThread(int concurrency) {
        runner.withBean(LeavesItsThreadInterrupted.class)
                .withPropertyValues("bloop.stream.listener.concurrency=" + concurrency)
                .run(context -> {
                    saveAll(context);
                    container(context).start();
                    assertThatAllWereHandled(context);
                    assertThat(container(context).state()).isEqualTo(State.ACTIVE);
                });
    }

    @Test
    @DisplayName("S11 changes that are left since the lease was not renewed are delivered when it is held again")
    void readsAgainWhatTheLeaseLeft() {
        runner.withBean(OutlastsTheLease.class)
                .withBean(UnreachablePositions.class)
                .withPropertyValues("bloop.stream.positions.lease=300ms")
                .run(context -> {
                    saveAll(context);
                    container(context).start();
                    assertThatAllWereHandled(context);
                    assertThat(context.getBean(UnreachablePositions.class)
                                    .refused
                                    .get())
                            .isPositive();
                });
    }

    @Test
    void stopsFromItsHandlerAfterTheChangeInHand() {
        runner.withBean(StopsItself.class)
                .withPropertyValues("bloop.stream.listener.auto-startup=true")
                .run(context -> {
                    saveAll(context);
                    awaitStop(context);
                    assertThat(heard(context).notes()).containsExactly("a1 1");
                    container(context).start();
                    assertThatAllWereHandled(context);
                });
    }

    @Test
    void stopsFromItsEvents() {
        runner.withBean(ThrowsInterruptedException.class)
                .withBean(StopsWhenIdle.class)
                .withPropertyValues("bloop.stream.listener.idle-interval=1ms")
                .run(context -> {
                    container(context).start();
                    awaitStop(context);
                    assertThat(container(context).state()).isEqualTo(State.STOPPED);
                });
    }

    @Test
    @DisplayName("S12 an application starts a listener again in the event that tells its failure")
    void startsAgainWhenItHasFailed() {
        runner.withBean(RefusesOnce.class)
                .withBean(StartsAgain.class)
                .withPropertyValues("bloop.stream.listener.retry.max-retries=0")
                .run(context -> {
                    saveAll(context);
                    container(context).start();
                    assertThat(context.getBean(StartsAgain.class).started.await(WAIT.toSeconds(), TimeUnit.SECONDS))
                            .isTrue();
                    assertThatAllWereHandled(context);
                });
    }

    @Test
    @DisplayName("S11 every handler that has not returned in the time for the shutdown is interrupted")
    void interruptsAllHandlers() throws InterruptedException {
        AtomicReference<@Nullable WaitsForever> handlers = new AtomicReference<>();
        runner.withBean(WaitsForever.class)
                .withPropertyValues(
                        "bloop.stream.listener.auto-startup=true",
                        "bloop.stream.listener.concurrency=4",
                        "spring.lifecycle.timeout-per-shutdown-phase=100ms")
                .run(context -> {
                    saveAll(context);
                    WaitsForever waiting = context.getBean(WaitsForever.class);
                    handlers.set(waiting);
                    assertThat(waiting.entered.await(WAIT.toSeconds(), TimeUnit.SECONDS))
                            .isTrue();
                });
        WaitsForever waiting = handlers.get();
        assertThat(waiting).isNotNull();
        assertThat(waiting.awaitInterrupts()).isTrue();
    }

    private static void awaitStop(ApplicationContext context) throws InterruptedException {
        for (long end = System.nanoTime() + WAIT.toNanos();
                container(context).isRunning() && System.nanoTime() < end; ) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(container(context).isRunning()).isFalse();
    }

    static final class ThrowsInterruptedException {

        private final Heard heard;
        private final Set<String> refused = ConcurrentHashMap.newKeySet();

        ThrowsInterruptedException(Heard heard) {
            this.heard = heard;
        }

        @BloopStreamListener(id = "visits")
        void hear(Visit visit) throws InterruptedException {
            if (refused.add(visit.id())) {
                throw new InterruptedException("of a call of its own");
            }
            heard.note(visit.id() + " " + visit.count());
        }
    }

    static final class LeavesItsThreadInterrupted {

        private final Heard heard;

        LeavesItsThreadInterrupted(Heard heard) {
            this.heard = heard;
        }

        @BloopStreamListener(id = "visits")
        void hear(Visit visit) {
            heard.note(visit.id() + " " + visit.count());
            Thread.currentThread().interrupt();
        }
    }

    static final class OutlastsTheLease {

        private final Heard heard;
        private final UnreachablePositions positions;

        OutlastsTheLease(Heard heard, UnreachablePositions positions) {
            this.heard = heard;
            this.positions = positions;
        }

        @BloopStreamListener(id = "visits")
        void hear(Visit visit) throws InterruptedException {
            heard.note(visit.id() + " " + visit.count());
            if (visit.count() == 3) {
                positions.failForThisThread();
                TimeUnit.MILLISECONDS.sleep(400);
            }
        }
    }

    /** Positions that cannot be reached until one thread has tried. */
    static final class UnreachablePositions implements StreamPositions {

        private final InMemoryStreamPositions reachable = new InMemoryStreamPositions();
        private final AtomicReference<@Nullable Thread> last = new AtomicReference<>();
        private final AtomicInteger refused = new AtomicInteger();

        void failForThisThread() {
            last.set(Thread.currentThread());
        }

        @Override
        public Optional<StreamPosition> find(String listener) {
            return reachable.find(listener);
        }

        @Override
        public boolean replace(@Nullable StreamPosition expected, StreamPosition next) {
            if (last.get() != null) {
                last.compareAndSet(Thread.currentThread(), null);
                refused.incrementAndGet();
                throw new IllegalStateException("not reached");
            }
            return reachable.replace(expected, next);
        }
    }

    static final class StopsItself {

        private final Heard heard;
        private final ObjectProvider<StreamListenerRegistry> registry;

        StopsItself(Heard heard, ObjectProvider<StreamListenerRegistry> registry) {
            this.heard = heard;
            this.registry = registry;
        }

        @BloopStreamListener(id = "visits")
        void hear(Visit visit) {
            heard.note(visit.id() + " " + visit.count());
            if (visit.count() == 1) {
                registry.getObject().container("visits").stop();
            }
        }
    }

    static final class StopsWhenIdle {

        @EventListener
        void hear(StreamListenerIdle event) {
            event.container().stop();
        }
    }

    static final class RefusesOnce {

        private final Heard heard;
        private boolean refused;

        RefusesOnce(Heard heard) {
            this.heard = heard;
        }

        @BloopStreamListener(id = "visits")
        void hear(Visit visit) {
            if (visit.count() == 3 && !refused) {
                refused = true;
                throw new IllegalStateException("not yet");
            }
            heard.note(visit.id() + " " + visit.count());
        }
    }

    static final class StartsAgain {

        private final CountDownLatch started = new CountDownLatch(1);

        @EventListener
        void hear(StreamListenerFailed event) {
            event.container().stop();
            event.container().start();
            started.countDown();
        }
    }

    static final class WaitsForever {

        private static final int HANDLERS = 2;

        private final CountDownLatch entered = new CountDownLatch(HANDLERS);
        private final AtomicInteger running = new AtomicInteger();

        @BloopStreamListener(id = "visits")
        void hear(Visit visit) throws InterruptedException {
            running.incrementAndGet();
            entered.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                running.decrementAndGet();
            }
        }

        boolean awaitInterrupts() throws InterruptedException {
            for (long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
                    running.get() > 0 && System.nanoTime() < end; ) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            return running.get() == 0;
        }
    }
}
