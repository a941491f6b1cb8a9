package io.bloop.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.lease.internal.Control;
import io.bloop.request.Outcome;
import io.bloop.request.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

@Timeout(60)
class WriteRateTests {

    private final AtomicLong counter = new AtomicLong(Long.MAX_VALUE / 4);
    private final Control control = new Control(false);

    private WriteRate rate(long perSecond) {
        return new WriteRate(perSecond, counter::addAndGet, System::nanoTime);
    }

    private static void write(WriteRate rate, double units) {
        rate.start("UpdateItem", new Target("Person", "people", null))
                .stop(new Outcome(
                        Duration.ZERO,
                        Duration.ZERO,
                        1,
                        1,
                        List.of(ConsumedCapacity.builder().capacityUnits(units).build()),
                        0,
                        null));
    }

    private double unitsIn(WriteRate rate, Duration time, double units) {
        double written = 0;
        for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; ) {
            assertThat(rate.await(control)).isTrue();
            write(rate, units);
            written += units;
        }
        return written;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3, 40})
    @DisplayName("U6 one process writes at the whole rate, whatever a write consumes")
    void oneProcess(double units) {
        double written = unitsIn(rate(200), Duration.ofSeconds(3), units);

        // the first block is there at once, and a write is charged after it was sent
        assertThat(written).isBetween(450.0, 600.0 + 50 + 2 * units);
    }

    @Test
    @DisplayName("U6 a write ends while other threads wait for the rate")
    void chargesWhileOthersWait() throws Exception {
        WriteRate rate = rate(1);
        assertThat(rate.await(control)).isTrue();
        write(rate, 10_000);
        AtomicBoolean goesOn = new AtomicBoolean(true);
        Thread waiting = new Thread(() -> goesOn.set(rate.await(control)));
        waiting.start();
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            TimeUnit.MILLISECONDS.sleep(10);
        }

        write(rate, 1);

        assertThat(waiting.isAlive()).isTrue();
        control.stop();
        waiting.join();
        assertThat(goesOn).isFalse();
    }

    @Test
    @DisplayName("U6 several processes that begin one after another share the rate")
    void severalProcesses() throws Exception {
        List<CompletableFuture<Double>> processes = new ArrayList<>();
        long began = System.nanoTime();
        for (int i = 0; i < 3; i++) {
            processes.add(CompletableFuture.supplyAsync(
                    () -> unitsIn(rate(200), Duration.ofSeconds(3), 1), task -> new Thread(task).start()));
            TimeUnit.MILLISECONDS.sleep(300);
        }
        double all = 0;
        for (CompletableFuture<Double> process : processes) {
            double one = process.get();
            assertThat(one).isGreaterThan(100);
            all += one;
        }
        double seconds = (System.nanoTime() - began) / 1e9;

        // each that joins may have taken a block that the others had taken before
        assertThat(all).isBetween(0.75 * 200 * seconds, 200 * seconds + 6 * 50);
    }

    @Test
    @DisplayName("U6 what was not used for a while is not used later")
    void savesNothingUp() throws Exception {
        WriteRate rate = rate(200);
        unitsIn(rate, Duration.ofMillis(500), 1);
        TimeUnit.SECONDS.sleep(3);

        assertThat(unitsIn(rate, Duration.ofSeconds(1), 1)).isLessThan(200 + 200 + 100);
    }

    @Test
    @DisplayName("U6 at any interleaving of processes the units that were taken stay under the rate")
    void anyInterleaving() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            long perSecond = 1 + random.nextInt(500);
            AtomicLong now = new AtomicLong(random.nextLong());
            AtomicLong sum = new AtomicLong(random.nextInt(1_000_000));
            List<Long> taken = new ArrayList<>();
            List<SteppedProcess> processes = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(i -> new SteppedProcess(perSecond, sum, now))
                    .toList();
            long first = now.get();
            for (int step = 0; step < 2_000; step++) {
                now.addAndGet(random.nextInt(20_000_000));
                taken.addAll(processes.get(random.nextInt(processes.size())).step());
            }
            double seconds = (now.get() - first) / 1e9;
            double block = Math.max(1, perSecond / 4);
            assertThat((double) taken.size())
                    .as("seed %d, %d processes, %d units a second", seed, processes.size(), perSecond)
                    .isLessThanOrEqualTo(perSecond * seconds + block * (2 * processes.size() + 1) + perSecond);
        }
    }

    /** A process whose waiting is a due time, at a clock of the test's own. */
    private static final class SteppedProcess {

        private final AtomicLong now;
        private final Control stopped = new Control(false);
        private final WriteRate rate;

        SteppedProcess(long perSecond, AtomicLong sum, AtomicLong now) {
            this.now = now;
            this.rate = new WriteRate(perSecond, sum::addAndGet, now::get);
        }

        List<Long> step() {
            if (rate.mayWrite()) {
                write(rate, 1);
                return List.of(now.get());
            }
            return List.of();
        }
    }
}
