package io.bloop.benchmarks.mapping;

import io.bloop.benchmarks.run.Effort;
import io.bloop.benchmarks.run.Part;
import io.bloop.benchmarks.run.Score;
import io.bloop.benchmarks.run.ScoreTable;
import io.bloop.benchmarks.run.Scores;
import io.bloop.benchmarks.run.Section;
import io.bloop.benchmarks.run.Verdict;
import java.util.List;

/** Compares the diff behind {@code save} with mapping the whole object. */
public final class DiffPart implements Part {

    /** Creates the part. */
    public DiffPart() {}

    @Override
    public String name() {
        return "diff";
    }

    @Override
    public Section run(Effort effort) {
        Scores scores = Scores.of(DiffBenchmark.class, effort);
        Score whole = scores.get("whole");
        Score unchanged = scores.get("unchanged");
        Score changed = scores.get("changed");
        List<String> lines = new ScoreTable("12 attributes", "a mapping's", whole)
                .row("mapping the whole object", whole)
                .row("comparing an unchanged object", unchanged)
                .row("comparing an object of which one column has changed", changed)
                .lines();
        return new Section(
                "What save compares",
                lines,
                List.of(
                        Verdict.time("comparing an unchanged object, of one mapping of it", 1, unchanged, whole),
                        Verdict.time("comparing a changed object, of one mapping of it", 1, changed, whole)));
    }
}
