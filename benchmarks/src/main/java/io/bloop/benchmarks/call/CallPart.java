package io.bloop.benchmarks.call;

import static io.bloop.benchmarks.call.CallComparison.ratio;
import static io.bloop.benchmarks.model.Contestant.BLOOP;
import static io.bloop.benchmarks.model.Contestant.BLOOP_FROM_BYTES;
import static io.bloop.benchmarks.model.Contestant.ENHANCED_BEAN;
import static io.bloop.benchmarks.model.Contestant.HAND_WRITTEN;
import static io.bloop.benchmarks.model.Contestant.RAW_SDK;
import static io.bloop.benchmarks.run.Unit.BYTES;
import static io.bloop.benchmarks.run.Unit.TIME;

import io.bloop.benchmarks.run.ComparingPart;
import io.bloop.benchmarks.run.Comparison;
import io.bloop.benchmarks.run.Ratio;
import java.util.List;

/** Compares whole calls that all contestants offer. */
public final class CallPart extends ComparingPart {

    /** Creates the part. */
    public CallPart() {
        super(
                "calls",
                "Whole calls, answered in the process",
                List.of(
                        compare(
                                "get",
                                "get",
                                ratio("get, of hand-written mapping on the SDK", BLOOP, HAND_WRITTEN),
                                ratio(
                                        "get from bytes, of hand-written mapping on the SDK",
                                        BLOOP_FROM_BYTES,
                                        HAND_WRITTEN)),
                        compare("put", "put", ratio("put, of hand-written mapping on the SDK", BLOOP, HAND_WRITTEN)),
                        compare(
                                "update of one column",
                                "update",
                                ratio("update, of hand-written mapping on the SDK", BLOOP, HAND_WRITTEN)
                                        .atMost(TIME, 1.00)
                                        .atMost(BYTES, 0.97),
                                ratio("update, of the Enhanced Client's bean", BLOOP, ENHANCED_BEAN)),
                        compare(
                                "query of 100 items",
                                "query",
                                ratio("query of 100 from bytes, of the SDK alone", BLOOP_FROM_BYTES, RAW_SDK)
                                        .atMost(TIME, 0.38)
                                        .atMost(BYTES, 0.36))));
    }

    private static Comparison compare(String title, String method, Ratio... ratios) {
        return CallComparison.of(title, ItemCallBenchmark.class, method, CallComparison.CONTESTANTS, ratios);
    }
}
