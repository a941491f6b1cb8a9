package io.bloop.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What earlier runs have measured, and this one. Immutable.
 *
 * <p>The file has one line for each run and ratio: the date, the commit, the lower end of the interval, the median, the upper
 * end, and the name in quotes. Ends are empty where a run has measured no interval.
 */
final class History {

    static final String HEADER = "date,commit,low,median,high,name";

    /** The most runs that the page shows. */
    private static final int SHOWN = 8;

    private static final int COMMIT_LENGTH = 7;
    private static final int DECIMALS = 4;

    /** One ratio of one run. */
    private record Entry(String date, String commit, Interval measured, String name) {

        static Entry parse(String line) {
            String[] cells = line.split(",", 6);
            if (cells.length < 6) {
                throw new IllegalArgumentException(
                        "The line '" + line + "' of the history has not the cells '" + HEADER + "'.");
            }
            double median = Double.parseDouble(cells[3]);
            return new Entry(
                    cells[0], cells[1], new Interval(end(cells[2]), median, end(cells[4])), cells[5].replace("\"", ""));
        }

        private static double end(String cell) {
            return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
        }

        String line() {
            return String.join(
                    ",",
                    date,
                    commit,
                    number(measured.low()),
                    number(measured.median()),
                    number(measured.high()),
                    "\"" + name + "\"");
        }

        private static String number(double value) {
            return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%." + DECIMALS + "f", value);
        }

        String run() {
            return "`" + commit + "`, " + date;
        }
    }

    private final List<Entry> entries;

    private History(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * Reads a history.
     *
     * @param file the file; if it is missing, the history is empty
     */
    static History read(Path file) throws IOException {
        return Files.exists(file) ? parse(Files.readAllLines(file)) : new History(List.of());
    }

    static History parse(List<String> lines) {
        return new History(lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(Entry::parse)
                .toList());
    }

    /** Returns this history with one run more. */
    History with(String date, String commit, List<Outcome> outcomes) {
        List<Entry> more = new ArrayList<>(entries);
        String run = abbreviated(commit);
        outcomes.forEach(outcome -> more.add(new Entry(date, run, outcome.measured(), outcome.nameWithUnit())));
        return new History(more);
    }

    /** Shortens a commit, and marks changes that are not committed by a plus. */
    private static String abbreviated(String commit) {
        boolean isExact = commit.indexOf(' ') < 0;
        return commit.substring(0, Math.min(COMMIT_LENGTH, commit.length())) + (isExact ? "" : "+");
    }

    /** Returns the file's lines. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        entries.forEach(entry -> lines.add(entry.line()));
        return lines;
    }

    /**
     * Returns the table of the latest runs: one line for each ratio, in the order of the latest run that has it.
     *
     * @return Markdown, with an empty line at its end
     */
    List<String> table() {
        Map<String, Map<String, Interval>> byRun = new LinkedHashMap<>();
        entries.forEach(entry ->
                byRun.computeIfAbsent(entry.run(), run -> new LinkedHashMap<>()).put(entry.name(), entry.measured()));
        List<String> runs = List.copyOf(byRun.keySet());
        runs = runs.subList(Math.max(0, runs.size() - SHOWN), runs.size());
        Set<String> names = new LinkedHashSet<>();
        for (int i = runs.size() - 1; i >= 0; i--) {
            names.addAll(byRun.getOrDefault(runs.get(i), Map.of()).keySet());
        }
        List<String> lines = new ArrayList<>();
        lines.add("| ratio | " + String.join(" | ", runs) + " |");
        lines.add("|---" + "|--:".repeat(runs.size()) + "|");
        for (String name : names) {
            StringBuilder row = new StringBuilder("| " + name);
            Interval previous = null;
            for (String run : runs) {
                Interval measured = byRun.getOrDefault(run, Map.of()).get(name);
                row.append(" | ").append(cell(measured, previous));
                previous = measured == null ? previous : measured;
            }
            lines.add(row + " |");
        }
        lines.add("");
        return lines;
    }

    private static String cell(@Nullable Interval measured, @Nullable Interval previous) {
        if (measured == null) {
            return "";
        }
        String median = String.format(Locale.ROOT, "%.2f", measured.median());
        // never true of a run without an interval
        boolean isWorse = previous != null && measured.low() > previous.high();
        return isWorse ? "**" + median + "**" : median;
    }
}
