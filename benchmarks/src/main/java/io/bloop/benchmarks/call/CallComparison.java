package io.bloop.benchmarks.call;

import static io.bloop.benchmarks.model.Contestant.BLOOP;

import io.bloop.benchmarks.model.Contestant;
import io.bloop.benchmarks.run.Candidate;
import io.bloop.benchmarks.run.Comparison;
import io.bloop.benchmarks.run.Ratio;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes comparisons of calls. */
final class CallComparison {

    /** Both schemas of the Enhanced Client make the same calls, and differ in mapping alone, which has a part of its own. */
    static final List<Contestant> CONTESTANTS = Stream.of(Contestant.values())
            .filter(contestant -> contestant != Contestant.ENHANCED_STATIC)
            .toList();

    private CallComparison() {}

    static Comparison of(
            String title, Class<?> benchmarks, String method, List<Contestant> contestants, Ratio... ratios) {
        return new Comparison(
                title,
                benchmarks,
                Comparison.WarmUp.LONG,
                BLOOP.title(),
                "Bloop's",
                contestants.stream()
                        .map(contestant -> new Candidate(
                                contestant.title(),
                                method,
                                Map.of("contestant", contestant.name()),
                                contestant.isOurs()))
                        .toList(),
                List.of(ratios));
    }

    static Ratio ratio(String name, Contestant ours, Contestant other) {
        return new Ratio(name, ours.title(), other.title());
    }
}
