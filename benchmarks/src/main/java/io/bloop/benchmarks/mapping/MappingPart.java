package io.bloop.benchmarks.mapping;

import static io.bloop.benchmarks.model.Contestant.BLOOP;
import static io.bloop.benchmarks.model.Contestant.ENHANCED_BEAN;
import static io.bloop.benchmarks.model.Contestant.ENHANCED_STATIC;
import static io.bloop.benchmarks.model.Contestant.HAND_WRITTEN;
import static io.bloop.benchmarks.run.Unit.BYTES;
import static io.bloop.benchmarks.run.Unit.TIME;

import io.bloop.benchmarks.model.Contestant;
import io.bloop.benchmarks.run.Candidate;
import io.bloop.benchmarks.run.ComparingPart;
import io.bloop.benchmarks.run.Comparison;
import io.bloop.benchmarks.run.Ratio;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Compares mappings. */
public final class MappingPart extends ComparingPart {

    private static final List<Contestant> MAPPERS = List.of(HAND_WRITTEN, BLOOP, ENHANCED_BEAN, ENHANCED_STATIC);

    /** Creates the part. */
    public MappingPart() {
        super(
                "mapping",
                "Mapping an item",
                List.of(
                        compare("read", 12, ratio -> ratio.atMost(TIME, 0.25).atMost(BYTES, 0.18)),
                        compare("write", 12, ratio -> ratio.atMost(TIME, 0.42).atMost(BYTES, 0.45)),
                        compare("read", 3, ratio -> ratio.atMost(TIME, 0.55)),
                        compare("write", 3, ratio -> ratio.atMost(TIME, 0.50))));
    }

    private static Comparison compare(String method, int attributes, UnaryOperator<Ratio> target) {
        return new Comparison(
                method + ", " + attributes + " attributes",
                MappingBenchmark.class,
                Comparison.WarmUp.SHORT,
                BLOOP.title(),
                "Bloop's",
                MAPPERS.stream()
                        .map(mapper -> new Candidate(
                                mapper.title(),
                                method,
                                Map.of("attributes", Integer.toString(attributes), "contestant", mapper.name()),
                                mapper.isOurs()))
                        .toList(),
                List.of(target.apply(new Ratio(
                        method + " " + attributes + " attributes, of the Enhanced Client's bean",
                        BLOOP.title(),
                        ENHANCED_BEAN.title()))));
    }
}
