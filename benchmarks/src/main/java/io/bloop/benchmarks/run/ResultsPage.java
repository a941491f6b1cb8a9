package io.bloop.benchmarks.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The page that holds all results of one run, with where, when and how they were measured. */
public final class ResultsPage {

    private static final double WANTED = 0.95;
    private static final String NOT_COUNTED = "not counted: this machine has no counter that `perf` can read";

    private final String command;
    private final Effort effort;
    private final Conditions conditions;
    private final List<String> notes;
    private final History history;
    private final LocalDate date = LocalDate.now(ZoneOffset.UTC);
    private final List<Section> sections = new ArrayList<>();

    /**
     * Begins a page.
     *
     * @param command what was typed
     * @param effort how long is measured
     * @param history the file of what earlier runs have measured
     * @throws IOException if the machine, the commit or the history cannot be found out
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public ResultsPage(String command, Effort effort, Path history) throws IOException, InterruptedException {
        this(command, effort, Conditions.here(), notes(), History.read(history));
    }

    ResultsPage(String command, Effort effort, Conditions conditions, List<String> notes, History history) {
        this.command = command;
        this.effort = effort;
        this.conditions = conditions;
        this.notes = List.copyOf(notes);
        this.history = history;
    }

    /** Returns what a person has written of the targets: a file beside this class, which no run changes. */
    private static List<String> notes() throws IOException {
        try (InputStream in = ResultsPage.class.getResourceAsStream("notes.md")) {
            String notes = new String(Objects.requireNonNull(in, "notes.md").readAllBytes(), StandardCharsets.UTF_8);
            return (notes + "\n").lines().toList();
        }
    }

    /**
     * Adds a section.
     *
     * @param section the section
     */
    public void add(Section section) {
        sections.add(section);
    }

    /**
     * Writes the page.
     *
     * @param file the file, which is replaced
     * @throws IOException if it cannot be written
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public void write(Path file) throws IOException, InterruptedException {
        Files.write(file, lines(Machine.load()));
    }

    /**
     * Writes the history with this run.
     *
     * @param file the file, which is replaced
     * @throws IOException if it cannot be written
     */
    public void writeHistory(Path file) throws IOException {
        Files.write(file, newHistory().lines());
    }

    private History newHistory() {
        return history.with(date.toString(), conditions.commit(), outcomes());
    }

    private List<Outcome> outcomes() {
        return sections.stream().flatMap(section -> section.outcomes().stream()).toList();
    }

    List<String> lines(double loadAfter) {
        Turns turns = Turns.sum(sections.stream().map(Section::turns).toList());
        List<String> lines = new ArrayList<>(List.of("# Results of the benchmarks", ""));
        if (Math.max(conditions.loadBefore(), loadAfter) > Conditions.QUIET || turns.disturbed() > 0) {
            lines.addAll(List.of("**The machine was not quiet: do not publish these numbers.**", ""));
        }
        lines.addAll(List.of(
                "| | |",
                "|---|---|",
                "| machine | " + conditions.machine() + " |",
                "| others on it | " + percent(conditions.loadBefore()) + " of the processors before, "
                        + percent(loadAfter) + " after |",
                "| date | " + date + " |",
                "| commit | " + conditions.commit() + " |",
                "| command | `" + command + "` |",
                "| effort | " + effort + " |",
                "| JVMs | " + told(turns) + " |",
                "| instructions | " + (conditions.areInstructionsCounted() ? "counted by `perf`" : NOT_COUNTED) + " |",
                ""));
        lines.addAll(method());
        lines.addAll(targets());
        lines.addAll(notes);
        for (Section section : sections) {
            lines.addAll(List.of("## " + section.title(), ""));
            lines.addAll(section.lines());
        }
        lines.addAll(history());
        return lines.subList(0, lines.size() - 1);
    }

    private static String percent(double part) {
        return Math.round(part * 100) + " %";
    }

    private static String told(Turns turns) {
        return String.format(
                Locale.ROOT,
                "%d measured; %d dropped and measured again, because others had more than %s of the processors; "
                        + "%d kept all the same, because each attempt was disturbed",
                turns.measured(),
                turns.dropped(),
                percent(QuietTurns.OTHERS),
                turns.disturbed());
    }

    private List<String> method() {
        int rounds = effort.rounds();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "Candidates of a table take turns, each time in a JVM of its own. Times are averages of batches, and each "
                        + "ratio is the median of %d rounds, taken within each round. In parentheses is the interval from "
                        + "the %slowest to the %shighest ratio, which holds the true median with a probability of "
                        + "%.1f %%, however the ratios are distributed. Where it is left out, both ends are the median.",
                rounds,
                ordinal(Interval.rank(rounds)),
                ordinal(Interval.rank(rounds)),
                Interval.coverage(rounds) * 100));
        if (Interval.coverage(rounds) < WANTED) {
            lines.add("");
            lines.add("**Less than six rounds give no interval of 95 %: do not publish these numbers.**");
        }
        lines.add("");
        return lines;
    }

    private static String ordinal(int rank) {
        return switch (rank) {
            case 1 -> "";
            case 2 -> "second ";
            case 3 -> "third ";
            default -> rank + "th ";
        };
    }

    private List<String> targets() {
        List<String> rows = outcomes().stream()
                .filter(outcome -> outcome.limit() != null)
                .map(Outcome::row)
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(
                "## Targets",
                "",
                "A target is met if the whole interval is at or below it, and missed if the whole interval is above it.",
                "",
                "| target | at most | measured | |",
                "|---|--:|--:|---|"));
        lines.addAll(rows);
        lines.add("");
        return lines;
    }

    private List<String> history() {
        if (outcomes().isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(
                "## By commit",
                "",
                "The medians of the latest runs, from `history.csv`. A bold number is worse than the one before it: the "
                        + "whole interval is above the interval of that run.",
                ""));
        lines.addAll(newHistory().table());
        return lines;
    }
}
