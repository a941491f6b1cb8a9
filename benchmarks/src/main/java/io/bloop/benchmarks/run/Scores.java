package io.bloop.benchmarks.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.util.Statistics;

/** What JMH has measured of the benchmarks of one class. Immutable. */
public final class Scores {

    private final Map<String, Score> byName;

    private Scores(Map<String, Score> byName) {
        this.byName = byName;
    }

    /**
     * Runs the benchmarks of a class.
     *
     * @param benchmarks the class
     * @param effort how long
     * @return their scores
     */
    public static Scores of(Class<?> benchmarks, Effort effort) {
        String name = benchmarks.getName().replace(".", "\\.");
        try {
            Collection<RunResult> results = new Runner(effort.options()
                            .include("^" + name + "\\.")
                            .addProfiler(GCProfiler.class)
                            .build())
                    .run();
            Map<String, Score> scores = new LinkedHashMap<>();
            results.forEach(result -> scores.put(name(result.getParams()), score(result)));
            return new Scores(scores);
        } catch (RunnerException ex) {
            throw new IllegalStateException("The benchmarks of " + name + " do not run", ex);
        }
    }

    private static String name(BenchmarkParams params) {
        String method = params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
        return key(method, params.getParamsKeys().stream().map(params::getParam).toList());
    }

    private static String key(String method, Collection<?> parameters) {
        return parameters.stream().map(Object::toString).collect(Collectors.joining(" ", method + " ", ""));
    }

    private static Score score(RunResult result) {
        Statistics times = result.getPrimaryResult().getStatistics();
        Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return new Score(
                times.getPercentile(50), times.getPercentile(90), bytes == null ? Double.NaN : bytes.getScore());
    }

    /**
     * Returns a score.
     *
     * @param method the benchmark's method
     * @param parameters the values of its parameters, in the order of their names
     * @return the score
     */
    public Score get(String method, Object... parameters) {
        String key = key(method, List.of(parameters));
        Score score = byName.get(key);
        if (score == null) {
            throw new IllegalArgumentException("There is no score '" + key + "' among " + names() + ".");
        }
        return score;
    }

    /**
     * Returns what was measured.
     *
     * @return each benchmark's method with the values of its parameters
     */
    public List<String> names() {
        return new ArrayList<>(byName.keySet());
    }
}
