package io.bloop.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessorTimeTests {

    /** Uses a processor for some time. */
    static final class Busy {

        private static final long NANOS = 1_000_000_000;

        private Busy() {}

        public static void main(String[] arguments) {
            while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < NANOS) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void aProcessThatHasEndedCountsAsOwn() throws IOException {
        Optional<ProcessorTime> before = ProcessorTime.read(Path.of("/proc"));
        assumeThat(before).as("this system tells nothing").isPresent();

        try (JavaProcess process = JavaProcess.start(Busy.class, List.of())) {
            process.awaitEnd();
        }

        ProcessorTime after = ProcessorTime.read(Path.of("/proc")).orElseThrow();
        // a tick is a hundredth of a second
        assertThat(after.own() - before.orElseThrow().own()).isGreaterThanOrEqualTo(95);
        assertThat(after.busy() - before.orElseThrow().busy()).isGreaterThanOrEqualTo(95);
        assertThat(before.orElseThrow().othersUntil(after)).isBetween(0.0, 1.0);
    }
}
