package io.bloop.benchmarks.call;

import io.bloop.benchmarks.model.Contestant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Makes the calls that every contestant offers, on orders. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // set before each run
public class ItemCallBenchmark {

    /** Names who calls. */
    @Param({"RAW_SDK", "HAND_WRITTEN", "BLOOP", "BLOOP_FROM_BYTES", "ENHANCED_BEAN", "ENHANCED_STATIC", "SPRING"})
    public Contestant contestant;

    private ItemCalls calls;
    private boolean even;

    /** Checks the contestant, and prepares it. */
    @Setup
    public void prepare() {
        Agreement.checkItemCalls(contestant);
        calls = Callers.itemCalls(contestant);
    }

    /** Gets one order. */
    @Benchmark
    public Object get() {
        return calls.get();
    }

    /** Puts one whole order. */
    @Benchmark
    public void put() {
        calls.put();
    }

    /** Queries 100 orders, which are one page. */
    @Benchmark
    public List<?> query() {
        return calls.query();
    }

    /** Stores a loaded order, of which one column has changed. */
    @Benchmark
    public void update() {
        even = !even;
        calls.update(even ? "Leave it at the gate" : "Ring twice");
    }
}
