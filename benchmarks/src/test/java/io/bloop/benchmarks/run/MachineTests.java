package io.bloop.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MachineTests {

    private static final double QUIET = 0.05;

    @Test
    void waitsUntilOthersLeaveTheProcessorsAlone() throws Exception {
        Deque<Double> loads = new ArrayDeque<>(List.of(0.8, 0.06, 0.05, 0.01));

        assertThat(Machine.loadOnceQuiet(QUIET, loads::removeFirst)).isEqualTo(0.05);
        assertThat(loads).containsExactly(0.01);
    }

    @Test
    void goesOnAfterAMinuteWhateverOthersTake() throws Exception {
        Deque<Double> loads = new ArrayDeque<>(Collections.nCopies(21, 0.3));

        assertThat(Machine.loadOnceQuiet(QUIET, loads::removeFirst)).isEqualTo(0.3);
        assertThat(loads).hasSize(1);
    }
}
