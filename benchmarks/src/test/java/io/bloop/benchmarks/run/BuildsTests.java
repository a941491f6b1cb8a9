package io.bloop.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildsTests {

    @Test
    void aClassPathThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> new Builds("src/main", "src/main" + File.pathSeparator + "src/mian"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The class path of the build after is 'src/main" + File.pathSeparator
                        + "src/mian', where 'src/mian' does not exist. Name both builds: --before=CLASSPATH "
                        + "--after=CLASSPATH.");
    }

    @Test
    void aBuildThatIsNotNamedIsRefused() {
        assertThatThrownBy(() -> new Builds("", "src/main"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The class path of the build before is '', where '' does not exist. Name both builds: "
                        + "--before=CLASSPATH --after=CLASSPATH.");
    }

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

        List<Comparison> compared = new Builds("src/main", "src/test").compare(List.of(comparison));

        assertThat(compared).hasSize(2);
        assertThat(compared.get(0).candidates())
                .containsExactly(
                        new Candidate("Bloop, before", "get", Map.of("contestant", "BLOOP"), true, "src/main"),
                        new Candidate("Bloop, after", "get", Map.of("contestant", "BLOOP"), true, "src/test"));
        assertThat(compared.get(1).ratios())
                .containsExactly(new Ratio(
                        "get, Bloop, from bytes: after, of before",
                        "Bloop, from bytes, after",
                        "Bloop, from bytes, before",
                        Map.of(Unit.TIME, 1.01, Unit.BYTES, 1.01, Unit.INSTRUCTIONS, 1.01)));
    }
}
