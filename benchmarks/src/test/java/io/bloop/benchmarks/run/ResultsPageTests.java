package io.bloop.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ResultsPageTests {

    private static final Score OURS = new Score(30, 1, 64);
    private static final Score OTHER = new Score(100, 2, 200);

    private final ResultsPage page = new ResultsPage("./run", Effort.FULL, "a machine", "0123abc", 0.01, List.of());

    @Test
    void aPageNamesMachineDateCommitAndCommand() {
        assertThat(String.join("\n", page.lines(0.02)))
                .startsWith("# Results of the benchmarks\n\n| | |\n|---|---|\n| machine | a machine |\n"
                        + "| others on it | 1 % of the processors before, 2 % after |\n| date | ")
                .endsWith("\n| commit | 0123abc |\n| command | `./run` |\n"
                        + "| effort | forks: 1, then 8 + 6 iterations of 1 s each |");
    }

    @Test
    void aPageOfABusyMachineSaysSo() {
        assertThat(page.lines(0.2)).contains("**The machine was not quiet: do not publish these numbers.**");
    }

    @Test
    void targetsStandBesideWhatWasMeasured() {
        page.add(new Section(
                "Reading", List.of("text", ""), Verdict.both("reading, of the other", 0.3, 0.3, OURS, OTHER)));

        assertThat(page.lines(0))
                .endsWith(
                        "## Targets",
                        "",
                        "| target | at most | measured | |",
                        "|---|--:|--:|---|",
                        "| reading, of the other, time | 0.30 | 0.30 | met |",
                        "| reading, of the other, bytes | 0.30 | 0.32 | **missed** |",
                        "",
                        "## Reading",
                        "",
                        "text");
    }

    @Test
    void whatAPersonHasWrittenFollowsTheTargets() {
        ResultsPage noted =
                new ResultsPage("./run", Effort.FULL, "a machine", "0123abc", 0.01, List.of("## Why", "", "So.", ""));
        noted.add(new Section("Reading", List.of("text", ""), List.of(Verdict.time("reading", 0.3, OURS, OTHER))));

        assertThat(noted.lines(0))
                .endsWith(
                        "| reading, time | 0.30 | 0.30 | met |", "", "## Why", "", "So.", "", "## Reading", "", "text");
    }

    @Test
    void aTableTellsEachScoreBesideOne() {
        assertThat(new ScoreTable("reading", "Bloop's", OURS)
                        .row("another", OTHER)
                        .lines())
                .containsExactly(
                        "| reading | median, ns | 9 of 10 below | bytes | times Bloop's time | times Bloop's bytes |",
                        "|---|--:|--:|--:|--:|--:|",
                        "| another | 100 | 2 | 200 | 3.33 | 3.13 |",
                        "");
    }

    @Test
    void timesAreToldByTheirMedian() {
        Times times = new Times();
        List.of(12.0, 10.0, 50.0).forEach(time -> times.add("without", time));
        List.of(14.0, 15.0).forEach(time -> times.add("with", time));

        assertThat(times.table("start", "without"))
                .containsExactly(
                        "| start | median, ms | shortest | longest | more than without |",
                        "|---|--:|--:|--:|--:|",
                        "| without | 12.0 | 10.0 | 50.0 | 0.0 |",
                        "| with | 14.5 | 14.0 | 15.0 | 2.5 |",
                        "");
    }

    @Test
    void ratesAreToldBesideTheFirst() {
        Times times = new Times();
        times.add("loop", 2_000);
        times.add("side by side", 500);

        assertThat(times.rates("import", 10_000, "loop"))
                .containsExactly(
                        "| import | median, ms | rows in a second | of the first line's time |",
                        "|---|--:|--:|--:|",
                        "| loop | 2,000 | 5,000 | 1.00 |",
                        "| side by side | 500 | 20,000 | 0.25 |",
                        "");
    }
}
