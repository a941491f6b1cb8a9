package io.bloop.benchmarks.mapping;

import io.bloop.benchmarks.model.Contestant;
import io.bloop.benchmarks.wire.CannedDynamoDb;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads an object from an item, and writes an item of an object, each contestant in the form that it stores itself. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // set before each run
public class MappingBenchmark {

    /** Names the class whose objects are mapped, by the number of its attributes. */
    @Param({"3", "12"})
    public int attributes;

    /** Names who maps. */
    @Param({"HAND_WRITTEN", "BLOOP", "ENHANCED_BEAN", "ENHANCED_STATIC"})
    public Contestant contestant;

    private ItemMapping<Object> mapping;
    private Map<String, AttributeValue> item;
    private Object object;

    /** Checks that all contestants agree, and prepares one. */
    @Setup
    public void prepare() {
        Subject<?> subject = attributes == 3 ? Subject.COUNTERS : Subject.ORDERS;
        prepare(subject);
    }

    @SuppressWarnings("unchecked") // what it reads is what it writes
    private <T> void prepare(Subject<T> subject) {
        Agreement.check(subject);
        ItemMapping<T> chosen = subject.mapping(contestant);
        mapping = (ItemMapping<Object>) chosen;
        item = CannedDynamoDb.received(chosen.write(subject.sample()));
        object = mapping.read(item);
    }

    /** Reads. */
    @Benchmark
    public Object read() {
        return mapping.read(item);
    }

    /** Writes. */
    @Benchmark
    public Map<String, AttributeValue> write() {
        return mapping.write(object);
    }
}
