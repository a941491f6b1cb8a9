package io.bloop.benchmarks.run;

import java.util.List;

/**
 * What one part has measured, for the results page. Immutable.
 *
 * @param title its heading
 * @param lines its Markdown
 * @param outcomes what is followed from commit to commit, and may have targets
 * @param turns how many JVMs were measured, and how many of them again
 */
public record Section(String title, List<String> lines, List<Outcome> outcomes, Turns turns) {

    /** Creates a section with copies of its lists. */
    public Section {
        lines = List.copyOf(lines);
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Creates a section that follows nothing.
     *
     * @param title its heading
     * @param lines its Markdown
     */
    public Section(String title, List<String> lines) {
        this(title, lines, List.of(), Turns.NONE);
    }
}
