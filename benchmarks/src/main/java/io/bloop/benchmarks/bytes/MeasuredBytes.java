package io.bloop.benchmarks.bytes;

import io.bloop.benchmarks.call.BatchCallPart;
import io.bloop.benchmarks.call.CallPart;
import io.bloop.benchmarks.mapping.MappingPart;
import io.bloop.benchmarks.run.ComparingPart;
import io.bloop.benchmarks.run.Comparison;
import io.bloop.benchmarks.run.JavaProcess;
import io.bloop.benchmarks.run.Ratio;
import io.bloop.benchmarks.run.Unit;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints the ratios of bytes that are followed from commit to commit, in a JVM that does nothing else.
 *
 * <p>Only those to other libraries: a ratio of the library to itself grows with each improvement of what it is compared with.
 */
final class MeasuredBytes {

    private static final String RATIO = "ratio ";
    private static final String END = "end";

    /**
     * The compiler that leaves every allocation where it stands. What the other one spares depends on how far it has come.
     */
    private static final List<String> OPTIONS =
            List.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private MeasuredBytes() {}

    /**
     * Measures.
     *
     * @return the ratios by their names
     */
    static Map<String, Double> measure() throws IOException {
        Map<String, Double> ratios = new LinkedHashMap<>();
        try (JavaProcess process = JavaProcess.start(OPTIONS, MeasuredBytes.class)) {
            for (String line = process.await(""); !line.equals(END); line = process.await("")) {
                if (line.startsWith(RATIO)) {
                    String[] words = line.substring(RATIO.length()).split(" ", 2);
                    ratios.put(words[1], Double.valueOf(words[0]));
                }
            }
            process.awaitEnd();
        }
        return ratios;
    }

    public static void main(String[] arguments) throws ReflectiveOperationException {
        List<ComparingPart> parts = List.of(new MappingPart(), new CallPart(), new BatchCallPart());
        for (ComparingPart part : parts) {
            for (Comparison comparison : part.comparisons()) {
                print(comparison);
            }
        }
        System.out.println(END);
    }

    private static void print(Comparison comparison) throws ReflectiveOperationException {
        Map<String, Double> bytes = new HashMap<>();
        for (Ratio ratio : comparison.ratios()) {
            for (String title : List.of(ratio.ours(), ratio.other())) {
                if (!bytes.containsKey(title)) {
                    bytes.put(title, Allocation.of(comparison, comparison.candidate(title)));
                }
            }
            double value = bytes.getOrDefault(ratio.ours(), Double.NaN) / bytes.getOrDefault(ratio.other(), Double.NaN);
            System.out.printf(Locale.ROOT, "%s%.5f %s%n", RATIO, value, ratio.nameOf(Unit.BYTES));
        }
    }
}
