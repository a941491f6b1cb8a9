package io.bloop.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsPageTests {

    private static final Candidate OURS = new Candidate("ours", "read", Map.of(), true);
    private static final Candidate OTHER = new Candidate("other", "read", Map.of(), false);
    private static final Comparison COMPARISON = new Comparison(
            "reading",
            Object.class,
            Comparison.WarmUp.SHORT,
            "ours",
            "our",
            List.of(OURS, OTHER),
            List.of(new Ratio("reading, of the other", "ours", "other")
                    .atMost(Unit.TIME, 0.3)
                    .atMost(Unit.BYTES, 0.3)));

    private final ResultsPage page = page(0.01, List.of(), History.parse(List.of()));

    private static ResultsPage page(double loadBefore, List<String> notes, History history) {
        Conditions conditions = new Conditions("a machine", "0123abcdef", loadBefore, false);
        return new ResultsPage("./run", Effort.FULL, conditions, notes, history);
    }

    /** Makes a section of rounds in which the other takes 100 ns and 200 bytes, and ours a time of its own and 64 bytes. */
    private static Section section(double... nanos) {
        Scores scores = new Scores(COMPARISON);
        for (double time : nanos) {
            scores.add(OURS, new Score(time, 64, Double.NaN));
            scores.add(OTHER, new Score(100, 200, Double.NaN));
        }
        return new Section("Reading", List.of("text", ""), scores.outcomes(), new Turns(2 * nanos.length, 1, 0));
    }

    @Test
    void aPageNamesMachineDateCommitAndCommand() {
        assertThat(String.join("\n", page.lines(0.02)))
                .startsWith("# Results of the benchmarks\n\n| | |\n|---|---|\n| machine | a machine |\n"
                        + "| others on it | 1 % of the processors before, 2 % after |\n| date | ")
                .contains("\n| commit | 0123abcdef |\n| command | `./run` |\n"
                        + "| effort | full: 6 rounds; in each JVM iterations of 500 ms: 4 (mappings) or 24 (calls), then 4 "
                        + "that count |\n");
    }

    @Test
    void aPageTellsHowManyMeasurementsWereDropped() {
        page.add(section(30));
        page.add(section(30, 30));

        assertThat(page.lines(0))
                .contains(
                        "| JVMs | 6 measured; 2 dropped and measured again, because others had more than 3 % of the "
                                + "processors; 0 kept all the same, because each attempt was disturbed |",
                        "| instructions | not counted: this machine has no counter that `perf` can read |")
                .doesNotContain("**The machine was not quiet: do not publish these numbers.**");
    }

    @Test
    void aPageTellsHowIntervalsAreMade() {
        assertThat(page.lines(0))
                .contains(
                        "Candidates of a table take turns, each time in a JVM of its own. Times are averages of batches, "
                                + "and each ratio is the median of 6 rounds, taken within each round. In parentheses is the "
                                + "interval from the lowest to the highest ratio, which holds the true median with a "
                                + "probability of 96.9 %, however the ratios are distributed. Where it is left out, both ends "
                                + "are the median.");
    }

    @Test
    void aPageOfFewRoundsSaysThatTheIntervalsAreNoneOf95PerCent() {
        ResultsPage few = new ResultsPage(
                "./run",
                Effort.FULL.withRounds(5),
                new Conditions("a machine", "0123abc", 0, true),
                List.of(),
                History.parse(List.of()));

        assertThat(few.lines(0))
                .contains(
                        "**Less than six rounds give no interval of 95 %: do not publish these numbers.**",
                        "| instructions | counted by `perf` |");
    }

    @Test
    void aPageOfABusyMachineSaysSo() {
        assertThat(page.lines(0.2)).contains("**The machine was not quiet: do not publish these numbers.**");
        assertThat(page(0.2, List.of(), History.parse(List.of())).lines(0))
                .contains("**The machine was not quiet: do not publish these numbers.**");
    }

    @Test
    void aPageWithDisturbedMeasurementsSaysThatTheMachineWasNotQuiet() {
        page.add(new Section("Reading", List.of("text", ""), List.of(), new Turns(5, 2, 1)));

        assertThat(page.lines(0)).contains("**The machine was not quiet: do not publish these numbers.**");
    }

    @Test
    void targetsStandBesideWhatWasMeasured() {
        page.add(section(28, 30, 29));

        assertThat(page.lines(0))
                .containsSequence(
                        "## Targets",
                        "",
                        "A target is met if the whole interval is at or below it, and missed if the whole interval is "
                                + "above it.",
                        "",
                        "| target | at most | measured | |",
                        "|---|--:|--:|---|",
                        "| reading, of the other, time | 0.30 | 0.29 (0.28 to 0.30) | met |",
                        "| reading, of the other, bytes | 0.30 | 0.32 | **missed** |",
                        "",
                        "## Reading",
                        "",
                        "text");
    }

    @Test
    void aTargetInsideTheIntervalIsNotToldApart() {
        page.add(section(29, 31, 35));

        assertThat(page.lines(0))
                .contains("| reading, of the other, time | 0.30 | 0.31 (0.29 to 0.35) | not told apart |");
    }

    @Test
    void whatAPersonHasWrittenFollowsTheTargets() {
        ResultsPage noted = page(0.01, List.of("## Why", "", "So.", ""), History.parse(List.of()));
        noted.add(section(30));

        assertThat(noted.lines(0))
                .containsSequence(
                        "| reading, of the other, bytes | 0.30 | 0.32 | **missed** |",
                        "",
                        "## Why",
                        "",
                        "So.",
                        "",
                        "## Reading");
    }

    @Test
    void aPageEndsWithTheRatiosOfEarlierCommits() {
        ResultsPage later = page(
                0.01,
                List.of(),
                History.parse(List.of(
                        "date,commit,low,median,high,name",
                        "2026-01-01,aaaaaaa,,0.50,,\"reading, of the other, time\"",
                        "2026-02-02,bbbbbbb,0.2000,0.2500,0.2900,\"reading, of the other, time\"",
                        "2026-02-02,bbbbbbb,0.3200,0.3200,0.3200,\"reading, of the other, bytes\"")));
        later.add(section(30, 31, 32));

        String now = "`0123abc`, " + LocalDate.now(ZoneOffset.UTC);
        assertThat(later.lines(0))
                .endsWith(
                        "## By commit",
                        "",
                        "The medians of the latest runs, from `history.csv`. A bold number is worse than the one before "
                                + "it: the whole interval is above the interval of that run.",
                        "",
                        "| ratio | `aaaaaaa`, 2026-01-01 | `bbbbbbb`, 2026-02-02 | " + now + " |",
                        "|---|--:|--:|--:|",
                        "| reading, of the other, time | 0.50 | 0.25 | **0.31** |",
                        "| reading, of the other, bytes |  | 0.32 | 0.32 |");
    }

    @Test
    void aTableTellsEachScoreBesideOne() {
        Scores scores = new Scores(COMPARISON);
        for (double time : List.of(30.0, 40.0, 50.0)) {
            scores.add(OURS, new Score(time, 64, Double.NaN));
            scores.add(OTHER, new Score(2000, 200, Double.NaN));
        }

        assertThat(scores.table())
                .containsExactly(
                        "| reading | ns | bytes | times our time | times our bytes |",
                        "|---|--:|--:|--:|--:|",
                        "| ours | 40 | 64 | 1.00 | 1.00 |",
                        "| other | 2,000 | 200 | 50.00 (40.00 to 66.67) | 3.13 |",
                        "");
    }

    @Test
    void instructionsAreToldWhereTheyAreCounted() {
        Scores scores = new Scores(COMPARISON);
        scores.add(OURS, new Score(30, 64, 100));
        scores.add(OTHER, new Score(60, 200, 1500));

        assertThat(scores.table())
                .contains(
                        "| reading | ns | bytes | instructions | times our time | times our bytes | times our "
                                + "instructions |",
                        "| other | 60 | 200 | 1,500 | 2.00 | 3.13 | 15.00 |");
        assertThat(scores.outcomes())
                .extracting(Outcome::name)
                .containsExactly(
                        "reading, of the other, time",
                        "reading, of the other, bytes",
                        "reading, of the other, instructions");
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
    void differencesAreTakenInEachRound() {
        Times times = new Times();
        List.of(12.0, 10.0, 50.0).forEach(time -> times.add("without", time));
        List.of(14.0, 15.0, 53.0).forEach(time -> times.add("with", time));

        assertThat(times.difference("with", "without")).isEqualTo(new Interval(2, 3, 5));
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
