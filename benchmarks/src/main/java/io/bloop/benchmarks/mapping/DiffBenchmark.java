package io.bloop.benchmarks.mapping;

import static io.bloop.benchmarks.model.OrderModel.ORDER;

import io.bloop.benchmarks.model.Order;
import io.bloop.benchmarks.model.Samples;
import io.bloop.benchmarks.wire.CannedDynamoDb;
import io.bloop.mapping.internal.Changes;
import io.bloop.mapping.internal.Mapping;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Finds what saving a loaded object of twelve attributes has to write, beside mapping the whole of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // set before each run
public class DiffBenchmark {

    private static final Object ORIGIN = "a table";

    private final Mapping<Order> mapping = new Mapping<>(ORDER.internals());
    private Order unchanged;
    private Order changed;

    /** Loads two orders, changes one of them, and checks that this is seen. */
    @Setup
    public void prepare() {
        unchanged = load();
        changed = load();
        changed.setNote("Leave it at the gate");
        if (!unchanged().isEmpty() || changed().isEmpty()) {
            throw new IllegalStateException("The one order has not changed, and the other has.");
        }
    }

    private Order load() {
        Map<String, AttributeValue> item = CannedDynamoDb.received(mapping.item(Samples.order(1)));
        return mapping.read(item, ORIGIN);
    }

    /** Compares an object that is as it was loaded. */
    @Benchmark
    public Changes<Order> unchanged() {
        return mapping.changes(unchanged, ORIGIN);
    }

    /** Compares an object of which one column has changed. */
    @Benchmark
    public Changes<Order> changed() {
        return mapping.changes(changed, ORIGIN);
    }

    /** Maps the whole object. */
    @Benchmark
    public Map<String, AttributeValue> whole() {
        return mapping.item(unchanged);
    }
}
