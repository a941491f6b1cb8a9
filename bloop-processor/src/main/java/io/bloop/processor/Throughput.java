package io.bloop.processor;

import io.bloop.rule.internal.ThroughputFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes the throughput that an annotation gives a table or an index. */
final class Throughput {

    private Throughput() {}

    static ThroughputFacts of(AnnotationUse mark) {
        return new ThroughputFacts(
                mark.number("readUnits").orElse(null),
                mark.number("writeUnits").orElse(null),
                mark.number("maximumReadUnits").orElse(null),
                mark.number("maximumWriteUnits").orElse(null),
                mark.number("warmReadUnits").orElse(null),
                mark.number("warmWriteUnits").orElse(null));
    }

    /** Returns the calls that set it. */
    static List<String> calls(ThroughputFacts facts) {
        List<String> calls = new ArrayList<>();
        add(calls, "units", facts.readUnits(), facts.writeUnits());
        add(calls, "onDemandMaximum", facts.maximumReadUnits(), facts.maximumWriteUnits());
        add(calls, "warmThroughput", facts.warmReadUnits(), facts.warmWriteUnits());
        return calls;
    }

    private static void add(List<String> calls, String method, @Nullable Long read, @Nullable Long write) {
        if (read != null || write != null) {
            calls.add("." + method + "(" + literal(read) + ", " + literal(write) + ")");
        }
    }

    private static String literal(@Nullable Long units) {
        return units == null ? "null" : units + "L";
    }
}
