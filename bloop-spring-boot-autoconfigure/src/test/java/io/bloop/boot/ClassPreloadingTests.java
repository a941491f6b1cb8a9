package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ClassPreloadingTests {

    private static final String IGNORE = "spring.backgroundpreinitializer.ignore";

    @AfterEach
    void reset() {
        System.clearProperty(IGNORE);
        System.clearProperty("spring.aot.processing");
        Thread.interrupted();
    }

    @Test
    void worksOnceOnAThreadThatEndsWithTheJvm() {
        AtomicInteger runs = new AtomicInteger();
        AtomicReference<Thread> thread = new AtomicReference<>();
        ClassPreloading preloading = new ClassPreloading(() -> {
            runs.incrementAndGet();
            thread.set(Thread.currentThread());
        });

        preloading.begin();
        preloading.begin();
        preloading.await();

        assertThat(runs).hasValue(1);
        assertThat(thread.get().getName()).isEqualTo("bloop-preload");
        assertThat(thread.get().isDaemon()).isTrue();
    }

    @Test
    void isWaitedFor() {
        CountDownLatch asked = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        ClassPreloading preloading = new ClassPreloading(() -> {
            try {
                asked.await();
                Thread.sleep(200);
            } catch (InterruptedException ex) {
                throw new AssertionError(ex);
            }
            done.incrementAndGet();
        });
        preloading.begin();

        asked.countDown();
        preloading.await();

        assertThat(done).hasValue(1);
    }

    @Test
    void anInterruptEndsTheWaitAndStays() {
        CountDownLatch never = new CountDownLatch(1);
        ClassPreloading preloading = new ClassPreloading(() -> {
            try {
                never.await();
            } catch (InterruptedException ex) {
                throw new AssertionError(ex);
            }
        });
        preloading.begin();
        Thread.currentThread().interrupt();

        preloading.await();

        assertThat(Thread.interrupted()).isTrue();
        never.countDown();
    }

    @Test
    void aFailureIsLeftToThoseWhoNeedTheClasses() {
        ClassPreloading preloading = new ClassPreloading(() -> {
            throw new NoClassDefFoundError("gone");
        });

        assertThatCode(() -> {
                    preloading.begin();
                    preloading.await();
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {IGNORE, "spring.aot.processing"})
    void staysAwayWhereItIsOfNoUse(String property) {
        System.setProperty(property, "true");
        AtomicInteger runs = new AtomicInteger();
        ClassPreloading preloading = new ClassPreloading(runs::incrementAndGet);

        preloading.begin();
        preloading.await();

        assertThat(runs).hasValue(0);
    }

    @Test
    void theClassesOfTheSdkCanBeLoadedAhead() {
        assertThatCode(() -> {
                    ClassPreloading.OF_THE_SDK.begin();
                    ClassPreloading.OF_THE_SDK.await();
                })
                .doesNotThrowAnyException();
    }
}
