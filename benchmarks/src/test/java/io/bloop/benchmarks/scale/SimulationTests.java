package io.bloop.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SimulationTests {

    @Test
    void equalArgumentsGiveEqualResults() {
        Partitions partitions = new Partitions(10_000, 1.0, 0, 1);

        assertThat(partitions.throttled()).isEqualTo(partitions.throttled()).isPositive();
    }

    @Test
    void anEvenLoadOfHalfTheCapacityIsNotThrottled() {
        assertThat(new Partitions(10_000, 0, 0, 1).throttled()).isZero();
    }

    @Test
    void oneHotKeyGetsWhatOnePartitionHas() {
        double throttled = new Partitions(100_000, 20, 1, 1).throttled(); // nearly all writes go to one key

        assertThat(throttled).isCloseTo(0.99, Offset.offset(0.0001)); // 1,000 of 100,000 are written
    }

    @Test
    void keysThatAreSpreadAreThrottledLess() {
        assertThat(new Partitions(100_000, 1.0, 0, 100).throttled())
                .isLessThan(new Partitions(100_000, 1.0, 0, 1).throttled());
    }

    @Test
    void theFirstKeyOfAZipfDistributionIsTwiceAsFrequentAsTheSecond() {
        Zipf zipf = new Zipf(1_000, 1.0);
        Random random = new Random(1);
        int[] counts = new int[1_000];
        for (int i = 0; i < 200_000; i++) {
            counts[zipf.draw(random)]++;
        }

        assertThat((double) counts[0] / counts[1]).isCloseTo(2, Offset.offset(0.1));
        assertThat(counts[0] / 200_000.0).isCloseTo(zipf.first(), Offset.offset(0.005));
    }

    @Test
    @Tag("once")
    void thePageShowsWhatTheSimulationPrints() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "scale.md"));

        for (List<String> lines : List.of(Simulation.throttledByRate(), Simulation.curves(), Simulation.remedies())) {
            assertThat(page).contains(String.join("\n", lines));
        }
    }
}
