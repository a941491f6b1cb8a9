package io.bloop.benchmarks.bytes;

import com.sun.management.ThreadMXBean;
import io.bloop.benchmarks.run.Candidate;
import io.bloop.benchmarks.run.Comparison;
import io.bloop.benchmarks.run.Comparison.WarmUp;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Measures what one candidate allocates, by the counter of the thread that runs its benchmark.
 *
 * <p>The counter knows nothing of time and of other threads, so that a loaded machine changes nothing.
 */
final class Allocation {

    private static final ThreadMXBean THREADS = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    private static final int BATCHES = 5;

    private final Object benchmark;
    private final Method method;
    private final int operations;

    /** Holds results, so that none is computed for nobody. */
    private volatile @Nullable Object result;

    private Allocation(Object benchmark, Method method, int operations) {
        this.benchmark = benchmark;
        this.method = method;
        this.operations = operations;
    }

    /** Returns the bytes of one operation: those of the batch that allocates least. */
    static double of(Comparison comparison, Candidate candidate) throws ReflectiveOperationException {
        Object benchmark = comparison.benchmarks().getConstructor().newInstance();
        for (var parameter : candidate.parameters().entrySet()) {
            Field field = comparison.benchmarks().getField(parameter.getKey());
            field.set(benchmark, parse(field.getType(), parameter.getValue()));
        }
        comparison.benchmarks().getMethod("prepare").invoke(benchmark);
        Allocation allocation = new Allocation(
                benchmark,
                comparison.benchmarks().getMethod(candidate.method()),
                comparison.warmUp() == WarmUp.SHORT ? 500 : 20);
        // what happens once: classes are loaded, functions are linked, caches are filled
        allocation.batch();
        allocation.batch();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < BATCHES; i++) {
            least = Math.min(least, allocation.batch());
        }
        return least;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the type is an enum
    private static Object parse(Class<?> type, String value) {
        return type.isEnum() ? Enum.valueOf((Class) type, value) : Integer.valueOf(value);
    }

    private double batch() throws ReflectiveOperationException {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < operations; i++) {
            result = method.invoke(benchmark);
        }
        return (double) (THREADS.getCurrentThreadAllocatedBytes() - before) / operations;
    }
}
