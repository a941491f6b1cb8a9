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

/** Makes the calls of many orders, which Spring Cloud AWS's template does not offer. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // set before each run
public class BatchCallBenchmark {

    /** Names who calls. */
    @Param({"RAW_SDK", "HAND_WRITTEN", "BLOOP", "BLOOP_FROM_BYTES", "ENHANCED_BEAN", "ENHANCED_STATIC"})
    public Contestant contestant;

    private BatchCalls calls;

    /** Checks the contestant, and prepares it. */
    @Setup
    public void prepare() {
        Agreement.checkBatchCalls(contestant);
        calls = Callers.batchCalls(contestant);
    }

    /** Gets 100 orders by their keys. */
    @Benchmark
    public List<?> batchGet() {
        return calls.batchGet();
    }

    /** Puts 25 orders in one batch, in place of whatever has their keys. */
    @Benchmark
    public void bulkWrite() {
        calls.bulkWrite();
    }

    /** Inserts ten orders in one transaction. */
    @Benchmark
    public void transaction() {
        calls.transaction();
    }
}
