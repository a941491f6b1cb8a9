package io.bloop.benchmarks.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured of the candidates of one comparison, round by round. Not thread-safe. */
final class Scores {

    private static final int DECIMALS = 2;

    private final Comparison comparison;
    private final Map<String, List<Score>> rounds = new LinkedHashMap<>();

    Scores(Comparison comparison) {
        this.comparison = comparison;
        comparison.candidates().forEach(candidate -> rounds.put(candidate.title(), new ArrayList<>()));
    }

    /** Adds the score of a candidate in its next round. */
    void add(Candidate candidate, Score score) {
        of(candidate.title()).add(score);
    }

    private List<Score> of(String title) {
        return rounds.getOrDefault(comparison.candidate(title).title(), List.of());
    }

    /** Returns the ratios of two candidates in each round. */
    Interval ratio(Unit unit, String ours, String other) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < of(ours).size(); round++) {
            ratios.add(unit.of(of(ours).get(round)) / unit.of(of(other).get(round)));
        }
        return Interval.of(ratios);
    }

    /** Returns the ratios that are followed. */
    List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        for (Ratio ratio : comparison.ratios()) {
            for (Unit unit : units()) {
                outcomes.add(new Outcome(
                        ratio.nameOf(unit), "", ratio.limits().get(unit), ratio(unit, ratio.ours(), ratio.other())));
            }
        }
        return outcomes;
    }

    private List<Unit> units() {
        return Arrays.stream(Unit.values())
                .filter(unit ->
                        rounds.values().stream().flatMap(List::stream).noneMatch(score -> Double.isNaN(unit.of(score))))
                .toList();
    }

    /** Returns Markdown, with an empty line at its end. */
    List<String> table() {
        List<Unit> units = units();
        StringBuilder headings = new StringBuilder("| " + comparison.title());
        units.forEach(unit -> headings.append(" | ").append(unit.heading()));
        units.forEach(unit -> headings.append(" | times ")
                .append(comparison.whose())
                .append(' ')
                .append(unit));
        List<String> lines = new ArrayList<>();
        lines.add(headings + " |");
        lines.add("|---" + "|--:".repeat(2 * units.size()) + "|");
        rounds.keySet().forEach(title -> lines.add(row(title, units)));
        lines.add("");
        return lines;
    }

    private String row(String title, List<Unit> units) {
        StringBuilder row = new StringBuilder("| " + title);
        for (Unit unit : units) {
            Interval values = Interval.of(of(title).stream().map(unit::of).toList());
            row.append(" | ").append(String.format(Locale.ROOT, "%,.0f", values.median()));
        }
        for (Unit unit : units) {
            row.append(" | ").append(ratio(unit, title, comparison.base()).text(DECIMALS));
        }
        return row + " |";
    }
}
