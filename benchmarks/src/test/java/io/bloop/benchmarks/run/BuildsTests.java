package io.bloop.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildsTests {

    @Test
    void eachCandidateThatRunsTheLibraryIsComparedWithItself() {
        Comparison comparison = new Comparison(
                "get",
                Object.class,
                Comparison.WarmUp.LONG,
                "SDK",
                "the SDK's",
                List.of(
                        new Candidate("SDK", "get", Map.of("contestant", "RAW_SDK"), false),
                        new Candidate("Bloop", "get", Map.of("contestant", "BLOOP"), true),
                        new Candidate("Bloop, from bytes", "get", Map.of("contestant", "BLOOP_FROM_BYTES"), true)),
                List.of(new Ratio("get, of the SDK", "Bloop", "SDK")));

        List<Comparison> compared = new Builds("old/classes", "new/classes").compare(List.of(comparison));

        assertThat(compared).hasSize(2);
        assertThat(compared.get(0).candidates())
                .containsExactly(
                        new Candidate("Bloop, before", "get", Map.of("contestant", "BLOOP"), true, "old/classes"),
                        new Candidate("Bloop, after", "get", Map.of("contestant", "BLOOP"), true, "new/classes"));
        assertThat(compared.get(1).ratios())
                .containsExactly(new Ratio(
                        "get, Bloop, from bytes: after, of before",
                        "Bloop, from bytes, after",
                        "Bloop, from bytes, before",
                        Map.of(Unit.TIME, 1.01, Unit.BYTES, 1.01, Unit.INSTRUCTIONS, 1.01)));
    }
}
