package io.bloop.benchmarks.claim;

import io.bloop.benchmarks.run.Effort;
import io.bloop.benchmarks.run.Part;
import io.bloop.benchmarks.run.ScoreTable;
import io.bloop.benchmarks.run.Scores;
import io.bloop.benchmarks.run.Section;
import io.bloop.benchmarks.run.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares models that share a table with one that has a table of its own. */
public final class ClaimPart implements Part {

    /** Creates the part. */
    public ClaimPart() {}

    @Override
    public String name() {
        return "claim";
    }

    @Override
    public Section run(Effort effort) {
        Scores scores = Scores.of(ClaimBenchmark.class, effort);
        Map<String, String> calls = new LinkedHashMap<>();
        calls.put("query", "query of 100 items, from bytes");
        calls.put("save", "save of one changed column");
        List<String> lines = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        calls.forEach((method, title) -> {
            ScoreTable table = new ScoreTable(title, "the first row's", scores.get(method, Claiming.NONE));
            for (Claiming claiming : Claiming.values()) {
                table.row(claiming.title(), scores.get(method, claiming));
            }
            lines.addAll(table.lines());
            for (Claiming claiming : List.of(Claiming.DISCRIMINATOR, Claiming.PREFIXES)) {
                verdicts.add(Verdict.time(
                        title + " with " + claiming.title() + ", of one with a table of its own",
                        1.1,
                        scores.get(method, claiming),
                        scores.get(method, Claiming.NONE)));
            }
        });
        return new Section("What sharing a table costs", lines, verdicts);
    }
}
