package io.bloop.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTests {

    private static final List<Outcome> OUTCOMES = List.of(
            new Outcome("read, of the bean, time", "", 0.3, new Interval(0.1, 0.2, 0.31234)),
            new Outcome("cold start", " ms", 40.0, new Interval(30, 31, 32)));

    @Test
    void aRunAppendsALineForEachRatio() {
        List<String> before = List.of(History.HEADER, "2026-01-01,aaaaaaa,,0.5000,,\"read, of the bean, time\"");

        assertThat(History.parse(before)
                        .with("2026-03-03", "0123456789abcdef", OUTCOMES)
                        .lines())
                .containsExactly(
                        before.get(0),
                        before.get(1),
                        "2026-03-03,0123456,0.1000,0.2000,0.3123,\"read, of the bean, time\"",
                        "2026-03-03,0123456,30.0000,31.0000,32.0000,\"cold start, ms\"");
    }

    @Test
    void changesThatAreNotCommittedAreMarked() {
        assertThat(History.parse(List.of())
                        .with("2026-03-03", "0123456789abcdef with changes that are not committed", OUTCOMES)
                        .lines()
                        .get(1))
                .startsWith("2026-03-03,0123456+,");
    }

    @Test
    void theTableShowsTheLatestRuns() {
        List<String> lines = new ArrayList<>(List.of(History.HEADER));
        for (int run = 1; run <= 10; run++) {
            lines.add("2026-01-0" + run % 10 + ",commit" + run + ",,0." + run % 10 + ",,\"read\"");
        }

        assertThat(History.parse(lines).table().get(0))
                .startsWith("| ratio | `commit3`, 2026-01-03 |")
                .endsWith(" | `commit10`, 2026-01-00 |");
    }

    @Test
    void aMissingFileIsAnEmptyHistory() throws IOException {
        assertThat(History.read(Path.of("missing.csv")).lines()).containsExactly(History.HEADER);
    }

    @Test
    void aLineThatLacksACellIsRefused() {
        assertThatThrownBy(() -> History.parse(List.of(History.HEADER, "2026-01-01,aaaaaaa,0.5")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The line '2026-01-01,aaaaaaa,0.5' of the history has not the cells "
                        + "'date,commit,low,median,high,name'.");
    }

    @Test
    void theHistoryOfThisRepositoryCanBeRead() throws IOException {
        assertThat(History.read(Path.of("history.csv")).table()).hasSizeGreaterThan(10);
    }
}
