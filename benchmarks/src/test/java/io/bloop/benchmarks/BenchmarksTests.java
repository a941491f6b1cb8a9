package io.bloop.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.benchmarks.run.Builds;
import io.bloop.benchmarks.run.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarksTests {

    @Test
    void allPartsRunUnlessSomeAreNamed() {
        assertThat(Benchmarks.chosen(List.of()))
                .extracting(Part::name)
                .containsExactly(
                        "mapping",
                        "calls",
                        "batches",
                        "diff",
                        "claim",
                        "extras",
                        "memory",
                        "cold-start",
                        "binding",
                        "sample",
                        "bulk",
                        "listener");
    }

    @Test
    void namedPartsRunInTheOrderOfThePage() {
        assertThat(Benchmarks.chosen(List.of("diff", "mapping")))
                .extracting(Part::name)
                .containsExactly("mapping", "diff");
    }

    @Test
    void buildsAreComparedByPartsThatTakeTurns() {
        assertThat(Benchmarks.between(Benchmarks.chosen(List.of("calls", "diff")), new Builds("src/main", "src/test")))
                .extracting(Part::name)
                .containsExactly("calls", "diff");
    }

    @Test
    void buildsAreNotComparedByOtherParts() {
        assertThatThrownBy(() ->
                        Benchmarks.between(Benchmarks.chosen(List.of("bulk")), new Builds("src/main", "src/test")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The part 'bulk' compares no builds. These do: mapping, calls, batches, diff, claim, extras.");
    }

    @Test
    void anUnknownPartGetsTheNearestName() {
        assertThatThrownBy(() -> Benchmarks.chosen(List.of("maping")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no part 'maping'. Did you mean 'mapping'?");
    }
}
