package io.bloop.benchmarks.mapping;

import static io.bloop.benchmarks.model.Contestant.BLOOP;
import static io.bloop.benchmarks.model.Contestant.ENHANCED_BEAN;
import static io.bloop.benchmarks.model.Contestant.ENHANCED_STATIC;
import static io.bloop.benchmarks.model.Contestant.HAND_WRITTEN;

import io.bloop.benchmarks.model.Contestant;
import io.bloop.benchmarks.run.Effort;
import io.bloop.benchmarks.run.Part;
import io.bloop.benchmarks.run.ScoreTable;
import io.bloop.benchmarks.run.Scores;
import io.bloop.benchmarks.run.Section;
import io.bloop.benchmarks.run.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Compares mappings. */
public final class MappingPart implements Part {

    private static final List<Contestant> MAPPERS = List.of(HAND_WRITTEN, BLOOP, ENHANCED_BEAN, ENHANCED_STATIC);

    /** Creates the part. */
    public MappingPart() {}

    @Override
    public String name() {
        return "mapping";
    }

    @Override
    public Section run(Effort effort) {
        Scores scores = Scores.of(MappingBenchmark.class, effort);
        List<String> lines = new ArrayList<>();
        for (int attributes : List.of(12, 3)) {
            for (String method : List.of("read", "write")) {
                ScoreTable table = new ScoreTable(
                        method + ", " + attributes + " attributes", "Bloop's", scores.get(method, attributes, BLOOP));
                MAPPERS.forEach(mapper -> table.row(mapper.title(), scores.get(method, attributes, mapper)));
                lines.addAll(table.lines());
            }
        }
        return new Section("Mapping an item", lines, verdicts(scores));
    }

    private static List<Verdict> verdicts(Scores scores) {
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.addAll(Verdict.both(
                "reading 12 attributes, of the Enhanced Client's bean",
                0.30,
                0.20,
                scores.get("read", 12, BLOOP),
                scores.get("read", 12, ENHANCED_BEAN)));
        verdicts.addAll(Verdict.both(
                "writing 12 attributes, of the Enhanced Client's bean",
                0.50,
                0.55,
                scores.get("write", 12, BLOOP),
                scores.get("write", 12, ENHANCED_BEAN)));
        verdicts.add(Verdict.time(
                "reading 3 attributes, of the Enhanced Client's bean",
                0.6,
                scores.get("read", 3, BLOOP),
                scores.get("read", 3, ENHANCED_BEAN)));
        verdicts.add(Verdict.time(
                "writing 3 attributes, of the Enhanced Client's bean",
                0.6,
                scores.get("write", 3, BLOOP),
                scores.get("write", 3, ENHANCED_BEAN)));
        return verdicts;
    }
}
