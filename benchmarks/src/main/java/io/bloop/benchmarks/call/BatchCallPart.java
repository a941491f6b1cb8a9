package io.bloop.benchmarks.call;

import static io.bloop.benchmarks.call.CallComparison.ratio;
import static io.bloop.benchmarks.model.Contestant.BLOOP;
import static io.bloop.benchmarks.model.Contestant.BLOOP_FROM_BYTES;
import static io.bloop.benchmarks.model.Contestant.HAND_WRITTEN;
import static io.bloop.benchmarks.model.Contestant.RAW_SDK;
import static io.bloop.benchmarks.model.Contestant.SPRING;
import static io.bloop.benchmarks.run.Unit.BYTES;
import static io.bloop.benchmarks.run.Unit.TIME;

import io.bloop.benchmarks.model.Contestant;
import io.bloop.benchmarks.run.ComparingPart;
import io.bloop.benchmarks.run.Comparison;
import io.bloop.benchmarks.run.Ratio;
import java.util.List;

/** Compares whole calls of many objects, which Spring Cloud AWS's template does not offer. */
public final class BatchCallPart extends ComparingPart {

    private static final List<Contestant> CONTESTANTS = CallComparison.CONTESTANTS.stream()
            .filter(contestant -> contestant != SPRING)
            .toList();

    /** Creates the part. */
    public BatchCallPart() {
        super(
                "batches",
                "Calls of many objects, answered in the process",
                List.of(
                        compare(
                                "batch get of 100 items",
                                "batchGet",
                                ratio("batch get of 100 from bytes, of the SDK alone", BLOOP_FROM_BYTES, RAW_SDK)
                                        .atMost(TIME, 0.50)
                                        .atMost(BYTES, 0.45)),
                        writing("bulk write of 25 items", "bulkWrite", "bulk write of 25"),
                        writing("transaction of 10 inserts", "transaction", "transaction of 10 inserts")));
    }

    /** Compares writes: a client that is like the starter's has a target. */
    private static Comparison writing(String title, String method, String what) {
        return compare(
                title,
                method,
                ratio(
                                what + " with the starter's client, of hand-written mapping on the SDK",
                                BLOOP_FROM_BYTES,
                                HAND_WRITTEN)
                        .atMost(TIME, 0.60)
                        .atMost(BYTES, 0.60),
                ratio(what + ", of hand-written mapping on the SDK", BLOOP, HAND_WRITTEN));
    }

    private static Comparison compare(String title, String method, Ratio... ratios) {
        return CallComparison.of(title, BatchCallBenchmark.class, method, CONTESTANTS, ratios);
    }
}
