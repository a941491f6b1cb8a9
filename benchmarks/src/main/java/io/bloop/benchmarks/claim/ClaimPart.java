package io.bloop.benchmarks.claim;

import static io.bloop.benchmarks.run.Unit.TIME;

import io.bloop.benchmarks.run.Candidate;
import io.bloop.benchmarks.run.ComparingPart;
import io.bloop.benchmarks.run.Comparison;
import io.bloop.benchmarks.run.Ratio;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compares models that share a table with one that has a table of its own. */
public final class ClaimPart extends ComparingPart {

    private static final double MOST = 1.1;

    /** Creates the part. */
    public ClaimPart() {
        super(
                "claim",
                "What sharing a table costs",
                List.of(
                        compare("query", "query of 100 items, from bytes"),
                        compare("save", "save of one changed column")));
    }

    private static Comparison compare(String method, String title) {
        return new Comparison(
                title,
                ClaimBenchmark.class,
                Comparison.WarmUp.LONG,
                Claiming.NONE.title(),
                "the first row's",
                Stream.of(Claiming.values())
                        .map(claiming ->
                                new Candidate(claiming.title(), method, Map.of("claiming", claiming.name()), true))
                        .toList(),
                Stream.of(Claiming.DISCRIMINATOR, Claiming.PREFIXES)
                        .map(claiming -> new Ratio(
                                        title + " with " + claiming.title() + ", of one with a table of its own",
                                        claiming.title(),
                                        Claiming.NONE.title())
                                .atMost(TIME, MOST))
                        .toList());
    }
}
