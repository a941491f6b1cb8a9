package io.bloop.benchmarks.call;

import static io.bloop.benchmarks.model.Contestant.BLOOP;
import static io.bloop.benchmarks.model.Contestant.BLOOP_FROM_BYTES;
import static io.bloop.benchmarks.model.Contestant.ENHANCED_BEAN;
import static io.bloop.benchmarks.model.Contestant.HAND_WRITTEN;
import static io.bloop.benchmarks.model.Contestant.RAW_SDK;
import static io.bloop.benchmarks.model.Contestant.SPRING;

import io.bloop.benchmarks.model.Contestant;
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

/** Compares whole calls. */
public final class CallPart implements Part {

    private static final Map<String, String> ITEM_CALLS =
            titles("get", "get", "put", "put", "update", "update of one column", "query", "query of 100 items");
    private static final Map<String, String> BATCH_CALLS =
            titles("batchGet", "batch get of 100 items", "transaction", "transaction of 10 inserts");

    /** Creates the part. */
    public CallPart() {}

    private static Map<String, String> titles(String... pairs) {
        Map<String, String> titles = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            titles.put(pairs[i], pairs[i + 1]);
        }
        return titles;
    }

    @Override
    public String name() {
        return "calls";
    }

    @Override
    public Section run(Effort effort) {
        Scores items = Scores.of(ItemCallBenchmark.class, effort);
        Scores batches = Scores.of(BatchCallBenchmark.class, effort);
        List<String> lines = new ArrayList<>();
        ITEM_CALLS.forEach((method, title) -> lines.addAll(table(items, method, title, true)));
        BATCH_CALLS.forEach((method, title) -> lines.addAll(table(batches, method, title, false)));
        return new Section("Whole calls, answered in the process", lines, verdicts(items));
    }

    private static List<String> table(Scores scores, String method, String title, boolean withSpring) {
        ScoreTable table = new ScoreTable(title, "Bloop's", scores.get(method, BLOOP));
        for (Contestant contestant : Contestant.values()) {
            if (withSpring || contestant != SPRING) {
                table.row(contestant.title(), scores.get(method, contestant));
            }
        }
        return table.lines();
    }

    private static List<Verdict> verdicts(Scores scores) {
        List<Verdict> verdicts = new ArrayList<>();
        for (String method : List.of("get", "put", "update")) {
            verdicts.addAll(Verdict.both(
                    method + ", of the SDK mapped by hand",
                    1,
                    1,
                    scores.get(method, BLOOP),
                    scores.get(method, HAND_WRITTEN)));
        }
        verdicts.addAll(Verdict.both(
                "update, of the Enhanced Client's bean",
                0.65,
                0.65,
                scores.get("update", BLOOP),
                scores.get("update", ENHANCED_BEAN)));
        verdicts.addAll(Verdict.both(
                "get from bytes, of the SDK mapped by hand",
                1,
                1,
                scores.get("get", BLOOP_FROM_BYTES),
                scores.get("get", HAND_WRITTEN)));
        verdicts.addAll(Verdict.both(
                "query of 100 from bytes, of the SDK alone",
                0.6,
                0.4,
                scores.get("query", BLOOP_FROM_BYTES),
                scores.get("query", RAW_SDK)));
        return verdicts;
    }
}
