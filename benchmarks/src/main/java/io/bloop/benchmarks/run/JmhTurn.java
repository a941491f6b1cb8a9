package io.bloop.benchmarks.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.profile.LinuxPerfNormProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures one candidate by JMH, in one JVM. */
final class JmhTurn {

    private static final String BYTES = "gc.alloc.rate.norm";
    private static final String CLASS_PATH = "java.class.path";

    private final Effort effort;
    private final boolean areInstructionsCounted;
    private final Path log;

    JmhTurn(Effort effort, boolean areInstructionsCounted) throws IOException {
        this.effort = effort;
        this.areInstructionsCounted = areInstructionsCounted && effort.forks() > 0;
        this.log = Files.createTempFile("bloop-jmh", ".log");
        log.toFile().deleteOnExit();
    }

    Score take(Comparison comparison, Candidate candidate) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + comparison.benchmarks().getName().replace(".", "\\.") + "\\." + candidate.method() + "$")
                .forks(effort.forks())
                .jvmArgs("-Xms1g", "-Xmx1g")
                .warmupIterations(effort.warmUps(comparison.warmUp()))
                .warmupTime(effort.time())
                .measurementIterations(effort.iterations())
                .measurementTime(effort.time())
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.NORMAL)
                .output(log.toString())
                .shouldFailOnError(true);
        if (areInstructionsCounted) {
            options.addProfiler(LinuxPerfNormProfiler.class, "events=" + Instructions.EVENT);
        }
        candidate.parameters().forEach(options::param);
        return score(run(options, candidate));
    }

    /** Runs JMH, which starts its JVM with the class path that this process says it has. */
    private RunResult run(ChainedOptionsBuilder options, Candidate candidate) {
        String own = System.getProperty(CLASS_PATH);
        if (!candidate.classPath().isEmpty()) {
            System.setProperty(CLASS_PATH, candidate.classPath() + File.pathSeparator + own);
        }
        try {
            Collection<RunResult> results = new Runner(options.build()).run();
            if (results.size() != 1) {
                throw new IllegalStateException(
                        candidate + " is " + results.size() + " benchmarks, expected 1; JMH says:\n" + log());
            }
            return results.iterator().next();
        } catch (RunnerException ex) {
            throw new IllegalStateException(candidate + " does not run; JMH says:\n" + log(), ex);
        } finally {
            System.setProperty(CLASS_PATH, own);
        }
    }

    private String log() {
        try {
            return Files.readString(log);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static Score score(RunResult result) {
        Map<String, ? extends Result<?>> more = secondary(result);
        return new Score(
                result.getPrimaryResult().getScore(),
                value(more, BYTES),
                // the name has a suffix or none, by the version of perf
                value(more, "instructions"));
    }

    @SuppressWarnings("unchecked") // JMH's own raw type
    private static Map<String, ? extends Result<?>> secondary(RunResult result) {
        return (Map<String, ? extends Result<?>>) (Map<String, ?>) result.getSecondaryResults();
    }

    private static double value(Map<String, ? extends Result<?>> results, String start) {
        return results.entrySet().stream()
                .filter(result -> result.getKey().startsWith(start))
                .mapToDouble(result -> result.getValue().getScore())
                .findFirst()
                .orElse(Double.NaN);
    }
}
