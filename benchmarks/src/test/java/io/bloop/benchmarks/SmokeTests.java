package io.bloop.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.benchmarks.bulk.BulkPart;
import io.bloop.benchmarks.call.BatchCallPart;
import io.bloop.benchmarks.call.CallPart;
import io.bloop.benchmarks.claim.ClaimPart;
import io.bloop.benchmarks.extra.ExtraPart;
import io.bloop.benchmarks.listener.ListenerPart;
import io.bloop.benchmarks.mapping.DiffPart;
import io.bloop.benchmarks.mapping.MappingPart;
import io.bloop.benchmarks.mapping.MemoryPart;
import io.bloop.benchmarks.run.Effort;
import io.bloop.benchmarks.run.Part;
import io.bloop.benchmarks.run.Section;
import io.bloop.benchmarks.startup.BindingPart;
import io.bloop.benchmarks.startup.ColdStartPart;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs every benchmark once; the setup of each refuses contestants that disagree. */
@Tag("once")
class SmokeTests {

    @Test
    void allContestantsMapAlike() throws Exception {
        Section section = run(new MappingPart());

        assertThat(rowsOf(section, "| Bloop |")).isEqualTo(4);
        assertThat(targetsOf(section)).isEqualTo(6);
    }

    @Test
    void allContestantsMakeTheSameCalls() throws Exception {
        Section section = run(new CallPart());

        assertThat(rowsOf(section, "| Bloop |")).isEqualTo(4);
        assertThat(rowsOf(section, "| Spring Cloud AWS |")).isEqualTo(4);
        assertThat(targetsOf(section)).isEqualTo(4);
    }

    @Test
    void allContestantsButTheTemplateMakeTheSameCallsOfManyObjects() throws Exception {
        Section section = run(new BatchCallPart());

        assertThat(rowsOf(section, "| Bloop |")).isEqualTo(3);
        assertThat(targetsOf(section)).isEqualTo(6);
    }

    @Test
    void aChangeIsFoundAndNothingElse() throws Exception {
        assertThat(run(new DiffPart()).outcomes()).hasSize(4);
    }

    @Test
    void modelsThatShareATableReadAndWriteAlike() throws Exception {
        Section section = run(new ClaimPart());

        assertThat(rowsOf(section, "| a table of its own |")).isEqualTo(2);
        assertThat(targetsOf(section)).isEqualTo(4);
    }

    @Test
    void whateverIsSwitchedOnWritesAnObject() throws Exception {
        Section section = run(new ExtraPart());

        assertThat(rowsOf(section, "| the engine alone |")).isEqualTo(1);
        assertThat(targetsOf(section)).isEqualTo(1);
    }

    @Test
    void whatAnObjectRemembersTakesLessThanTheObject() throws Exception {
        assertThat(run(new MemoryPart()).lines().get(0))
                .matches("A loaded object of 12 attributes takes 1[0-9]{3} bytes of the heap; "
                        + "what it remembers of its loading takes [1-9][0-9]{2} bytes more\\.");
    }

    @Test
    void allContestantsAnswerTheirFirstGet() throws Exception {
        Section section = run(new ColdStartPart(1));

        assertThat(rowsOf(section, "| Bloop, 1 model |")).isEqualTo(1);
        assertThat(targetsOf(section)).isEqualTo(1);
    }

    @Test
    void modelsAreBoundBothWays() throws Exception {
        Section section = run(new BindingPart(2));

        assertThat(rowsOf(section, "| one after another |")).isEqualTo(1);
        assertThat(rowsOf(section, "| side by side |")).isEqualTo(1);
    }

    @Test
    void rowsAreImportedAndScannedByEveryDegree() throws Exception {
        Section section = run(new BulkPart(Path.of("..", "sample-app", "data", "links.tsv.gz"), 60));

        assertThat(rowsOf(section, "| SDK, one request after the other |")).isEqualTo(2);
        assertThat(rowsOf(section, "| Bloop, ")).isEqualTo(8);
    }

    @Test
    void listenersHandleAllChanges() throws Exception {
        Section section = run(new ListenerPart(60));

        assertThat(rowsOf(section, "| one change at a time, ")).isEqualTo(2);
        assertThat(rowsOf(section, "| lists of up to 100 changes, ")).isEqualTo(1);
        assertThat(rowsOf(section, "| 100 % of the changes within | ")).isEqualTo(1);
    }

    private static Section run(Part part) throws Exception {
        return part.run(Effort.SMOKE);
    }

    private static long targetsOf(Section section) {
        return section.outcomes().stream()
                .filter(outcome -> outcome.limit() != null)
                .count();
    }

    private static long rowsOf(Section section, String start) {
        return section.lines().stream().filter(line -> line.startsWith(start)).count();
    }
}
