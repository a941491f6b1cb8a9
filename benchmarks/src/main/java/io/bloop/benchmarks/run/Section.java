package io.bloop.benchmarks.run;

import java.util.List;

/**
 * What one part has measured, for the results page. Immutable.
 *
 * @param title its heading
 * @param lines its Markdown
 * @param verdicts its targets, beside what was measured
 */
public record Section(String title, List<String> lines, List<Verdict> verdicts) {

    /** Creates a section with copies of its lists. */
    public Section {
        lines = List.copyOf(lines);
        verdicts = List.copyOf(verdicts);
    }
}
