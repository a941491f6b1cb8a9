package io.bloop.benchmarks.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Tells where and of what numbers were measured. */
final class Machine {

    private static final int SAMPLE_SECONDS = 3;

    /** How often is looked at most whether the build before the first part has come to rest: a minute. */
    private static final int SAMPLES = 20;

    private Machine() {}

    static String describe() throws IOException {
        return String.format(
                Locale.ROOT,
                "%s, %d processors, %s %s %s, JDK %s (%s)",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"),
                System.getProperty("java.runtime.version"),
                System.getProperty("java.vendor"));
    }

    /** Returns the part of the processors' time that others take while this process waits. */
    static double load() throws InterruptedException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        system.getCpuLoad();
        TimeUnit.SECONDS.sleep(SAMPLE_SECONDS);
        return Math.max(0, system.getCpuLoad());
    }

    /**
     * Waits until others take no more than a part of the processors' time, but no longer than a minute.
     *
     * @param quiet the part
     * @return the part that they took last
     */
    static double loadOnceQuiet(double quiet) throws InterruptedException {
        return loadOnceQuiet(quiet, Machine::load);
    }

    static double loadOnceQuiet(double quiet, Load load) throws InterruptedException {
        double last = load.measure();
        for (int sample = 1; sample < SAMPLES && last > quiet; sample++) {
            last = load.measure();
        }
        return last;
    }

    private static String processor() throws IOException {
        Path cpus = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(cpus)) {
            return "unknown processor";
        }
        try (Stream<String> lines = Files.lines(cpus)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        }
    }

    /** Returns the commit, and whether something was changed since. */
    static String commit() throws IOException, InterruptedException {
        String commit = git("rev-parse", "HEAD");
        return git("status", "--porcelain").isEmpty() ? commit : commit + " with changes that are not committed";
    }

    private static String git(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
        String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (git.waitFor() != 0) {
            throw new IOException(command + " answers: " + answer);
        }
        return answer;
    }

    /** Measures the part of the processors' time that others take. */
    interface Load {

        double measure() throws InterruptedException;
    }
}
