package io.bloop.benchmarks.mapping;

import io.bloop.benchmarks.run.Candidate;
import io.bloop.benchmarks.run.ComparingPart;
import io.bloop.benchmarks.run.Comparison;
import io.bloop.benchmarks.run.Ratio;
import java.util.List;
import java.util.Map;

/** Compares the diff behind {@code save} with mapping the whole object. */
public final class DiffPart extends ComparingPart {

    private static final String WHOLE = "mapping the whole object";
    private static final String UNCHANGED = "comparing an unchanged object";
    private static final String CHANGED = "comparing an object with one changed column";

    /** Creates the part. */
    public DiffPart() {
        super(
                "diff",
                "What save compares",
                List.of(new Comparison(
                        "12 attributes",
                        DiffBenchmark.class,
                        Comparison.WarmUp.SHORT,
                        WHOLE,
                        "a mapping's",
                        List.of(
                                candidate(WHOLE, "whole"),
                                candidate(UNCHANGED, "unchanged"),
                                candidate(CHANGED, "changed")),
                        List.of(
                                new Ratio(UNCHANGED + ", of one mapping of it", UNCHANGED, WHOLE),
                                new Ratio("comparing a changed object, of one mapping of it", CHANGED, WHOLE)))));
    }

    private static Candidate candidate(String title, String method) {
        return new Candidate(title, method, Map.of(), true);
    }
}
