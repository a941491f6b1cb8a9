package io.bloop.benchmarks.claim;

import io.bloop.benchmarks.wire.Answers;
import io.bloop.benchmarks.wire.CannedDynamoDb;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.engine.ItemMapper;
import io.bloop.table.BindMode;
import io.bloop.wire.ItemsInterceptor;
import java.util.ArrayList;
import java.util.List;
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

/** Reads and saves the objects of a model that tells its items from those of others in one way. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // set before each run
public class ClaimBenchmark {

    private static final int PAGE = 100;

    /** Names the way. */
    @Param({"NONE", "DISCRIMINATOR", "PREFIXES"})
    public Claiming claiming;

    private ParcelModel model;
    private BloopTemplate<Parcel> parcels;
    private Parcel parcel;
    private boolean even;

    /** Prepares a page of items as the model stores them, and checks that all are read. */
    @Setup
    public void prepare() {
        model = new ParcelModel(claiming);
        ItemMapper<Parcel> mapper = ItemMapper.of(model);
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        for (int i = 0; i < PAGE; i++) {
            items.add(mapper.write(Parcel.of(i)));
        }
        Answers answers = new Answers().query(items);
        Engine engine = Engine.builder(CannedDynamoDb.client(answers, new ItemsInterceptor()))
                .bindMode(BindMode.NONE)
                .build();
        parcels = engine.template(model);
        List<Parcel> found = query();
        if (found.size() != PAGE) {
            throw new IllegalStateException("The page has " + PAGE + " parcels, and " + found.size() + " are read.");
        }
        parcel = found.get(0);
    }

    /** Queries 100 objects, which are one page, and are read from its bytes. */
    @Benchmark
    public List<Parcel> query() {
        return parcels.query().where(model.customer.eq("Northwind Traders")).all();
    }

    /** Changes one column of a loaded object, and saves it. */
    @Benchmark
    public void save() {
        even = !even;
        parcel.note = even ? "Leave it at the gate" : "Ring twice";
        parcels.save(parcel);
    }
}
