package io.bloop.benchmarks.extra;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.table.BindMode;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Puts an object in an application that has something switched on. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // set before each run
public class ExtraBenchmark {

    /** Names what is switched on. */
    @Param({"ENGINE", "STARTER", "LISTENER", "VALIDATION", "METRICS"})
    public Extra extra;

    private @Nullable VisitApplication application;
    private BloopTemplate<Visit> visits;

    /** Starts the application. */
    @Setup
    public void prepare() {
        Class<?> configuration = extra.configuration();
        if (configuration == null) {
            visits = Engine.builder(VisitApplication.client())
                    .bindMode(BindMode.NONE)
                    .build()
                    .template(VisitModel.VISIT);
            return;
        }
        application = new VisitApplication(configuration);
        visits = application.visits();
    }

    /** Ends the application. */
    @TearDown
    public void close() {
        if (application != null) {
            application.close();
        }
    }

    /** Puts an object in place of whatever has its key. */
    @Benchmark
    public void put() {
        visits.replace(Visit.SAMPLE);
    }
}
