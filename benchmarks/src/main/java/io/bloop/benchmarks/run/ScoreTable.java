package io.bloop.benchmarks.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes scores side by side, each beside one of them. */
public final class ScoreTable {

    private final Score base;
    private final List<String> rows = new ArrayList<>();

    /**
     * Begins a table.
     *
     * @param title the heading of its first column
     * @param whose names the score that the others are compared with, as a genitive
     * @param base that score
     */
    public ScoreTable(String title, String whose, Score base) {
        this.base = base;
        rows.add("| " + title + " | median, ns | 9 of 10 below | bytes | times " + whose + " time | times " + whose
                + " bytes |");
        rows.add("|---|--:|--:|--:|--:|--:|");
    }

    /**
     * Adds a row.
     *
     * @param name its name
     * @param score its score
     * @return this table
     */
    public ScoreTable row(String name, Score score) {
        rows.add(String.format(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f | %,.0f | %.2f | %.2f |",
                name,
                score.nanos(),
                score.most(),
                score.bytes(),
                score.nanos() / base.nanos(),
                score.bytes() / base.bytes()));
        return this;
    }

    /**
     * Returns the table.
     *
     * @return Markdown, with an empty line at its end
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(rows);
        lines.add("");
        return lines;
    }
}
