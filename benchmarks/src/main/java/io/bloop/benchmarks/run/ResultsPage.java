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
import java.util.Objects;

/** The page that holds all results of one run, with where, when and how they were measured. */
public final class ResultsPage {

    /** Above this, other programs take so much of the processors that times mean little. */
    private static final double QUIET = 0.05;

    private final String command;
    private final Effort effort;
    private final String machine;
    private final String commit;
    private final double loadBefore;
    private final List<String> notes;
    private final List<Section> sections = new ArrayList<>();

    /**
     * Begins a page.
     *
     * @param command what was typed
     * @param effort how long is measured
     * @throws IOException if the machine or the commit cannot be found out
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public ResultsPage(String command, Effort effort) throws IOException, InterruptedException {
        this(command, effort, Machine.describe(), Machine.commit(), Machine.load(), notes());
    }

    ResultsPage(String command, Effort effort, String machine, String commit, double loadBefore, List<String> notes) {
        this.command = command;
        this.effort = effort;
        this.machine = machine;
        this.commit = commit;
        this.loadBefore = loadBefore;
        this.notes = List.copyOf(notes);
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

    List<String> lines(double loadAfter) {
        List<String> lines = new ArrayList<>(List.of("# Results of the benchmarks", ""));
        if (Math.max(loadBefore, loadAfter) > QUIET) {
            lines.addAll(List.of("**The machine was not quiet: do not publish these numbers.**", ""));
        }
        lines.addAll(List.of(
                "| | |",
                "|---|---|",
                "| machine | " + machine + " |",
                "| others on it | " + percent(loadBefore) + " of the processors before, " + percent(loadAfter)
                        + " after |",
                "| date | " + LocalDate.now(ZoneOffset.UTC) + " |",
                "| commit | " + commit + " |",
                "| command | `" + command + "` |",
                "| effort | " + effort + " |",
                ""));
        lines.addAll(targets());
        lines.addAll(notes);
        for (Section section : sections) {
            lines.addAll(List.of("## " + section.title(), ""));
            lines.addAll(section.lines());
        }
        return lines.subList(0, lines.size() - 1);
    }

    private static String percent(double part) {
        return Math.round(part * 100) + " %";
    }

    private List<String> targets() {
        List<String> rows = sections.stream()
                .flatMap(section -> section.verdicts().stream())
                .map(Verdict::row)
                .toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        List<String> lines =
                new ArrayList<>(List.of("## Targets", "", "| target | at most | measured | |", "|---|--:|--:|---|"));
        lines.addAll(rows);
        lines.add("");
        return lines;
    }
}
