package io.bloop.benchmarks.extra;

import static io.bloop.benchmarks.run.Unit.BYTES;

import io.bloop.benchmarks.run.Candidate;
import io.bloop.benchmarks.run.ComparingPart;
import io.bloop.benchmarks.run.Comparison;
import io.bloop.benchmarks.run.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Compares what is switched on with the engine alone: what is off costs nothing. */
public final class ExtraPart extends ComparingPart {

    private static final String TITLE = "put of an object of 5 attributes";

    /** Creates the part. */
    public ExtraPart() {
        super("extras", "What listeners, validation and metrics cost", List.of(comparison()));
    }

    private static Comparison comparison() {
        List<Ratio> ratios = new ArrayList<>();
        ratios.add(ratio(Extra.STARTER, Extra.ENGINE).atMost(BYTES, 1.01));
        for (Extra extra : List.of(Extra.LISTENER, Extra.VALIDATION, Extra.METRICS)) {
            ratios.add(ratio(extra, Extra.STARTER));
        }
        return new Comparison(
                TITLE,
                ExtraBenchmark.class,
                Comparison.WarmUp.LONG,
                Extra.ENGINE.title(),
                "the first row's",
                Stream.of(Extra.values())
                        .map(extra -> new Candidate(extra.title(), "put", Map.of("extra", extra.name()), true))
                        .toList(),
                ratios);
    }

    private static Ratio ratio(Extra ours, Extra other) {
        return new Ratio(
                TITLE + " with " + ours.title() + ", of one with " + other.title(), ours.title(), other.title());
    }
}
