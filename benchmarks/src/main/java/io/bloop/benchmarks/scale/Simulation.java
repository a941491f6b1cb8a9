package io.bloop.benchmarks.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Prints the tables and the curves of docs/scale.md. */
public final class Simulation {

    private static final int[] RATES = {1_000, 3_000, 10_000, 30_000, 100_000};
    private static final double[] EXPONENTS = {0, 0.6, 0.8, 1.0, 1.2};
    private static final int[] SHARDS = {1, 2, 4, 10, 100};
    private static final int[] ISOLATED = {0, 10, 100};

    private Simulation() {}

    /**
     * Runs the simulation.
     *
     * @param arguments none
     */
    public static void main(String... arguments) {
        throttledByRate().forEach(System.out::println);
        System.out.println();
        curves().forEach(System.out::println);
        System.out.println();
        remedies().forEach(System.out::println);
    }

    /** Returns the table of throttled writes, by rate and by skew. */
    static List<String> throttledByRate() {
        List<String> lines = new ArrayList<>();
        lines.add("| writes a second | partitions | "
                + each(exponent -> exponent == 0 ? "even" : "Zipf " + exponent, " | ") + " |");
        lines.add("|--:|--:|" + each(exponent -> "--:", "|") + "|");
        for (int rate : RATES) {
            lines.add(String.format(Locale.ROOT, "| %,d | %d | ", rate, new Partitions(rate, 0, 0, 1).count())
                    + each(exponent -> percent(new Partitions(rate, exponent, 0, 1)), " | ")
                    + " |");
        }
        lines.add("| share of the first key | | "
                + each(exponent -> percent(new Zipf(100_000, exponent).first()), " | ") + " |");
        return lines;
    }

    /** Returns the same as a chart. */
    static List<String> curves() {
        List<String> lines = new ArrayList<>(List.of(
                "xychart-beta",
                "    title \"Throttled writes, in per cent: even, and Zipf 0.6, 0.8, 1.0, 1.2\"",
                "    x-axis \"writes a second\" [\"1,000\", \"3,000\", \"10,000\", \"30,000\", \"100,000\"]",
                "    y-axis \"per cent\" 0 --> 100"));
        for (double exponent : EXPONENTS) {
            List<String> points = new ArrayList<>();
            for (int rate : RATES) {
                points.add(Long.toString(Math.round(100 * new Partitions(rate, exponent, 0, 1).throttled())));
            }
            lines.add("    line [" + String.join(", ", points) + "]");
        }
        return lines;
    }

    /** Returns the table of what isolating and sharding keys does at 100,000 writes a second. */
    static List<String> remedies() {
        List<String> lines = new ArrayList<>();
        lines.add("| at 100,000 writes a second | "
                + each(exponent -> exponent == 0 ? "even" : "Zipf " + exponent, " | ") + " |");
        lines.add("|---|" + each(exponent -> "--:", "|") + "|");
        for (int isolated : ISOLATED) {
            lines.add("| "
                    + (isolated == 0 ? "nothing" : "the first " + isolated + " keys in partitions of their own")
                    + " | "
                    + each(exponent -> percent(new Partitions(100_000, exponent, isolated, 1)), " | ")
                    + " |");
        }
        for (int shards : SHARDS) {
            if (shards > 1) {
                lines.add("| each key spread over " + shards + " | "
                        + each(exponent -> percent(new Partitions(100_000, exponent, 0, shards)), " | ") + " |");
            }
        }
        return lines;
    }

    private static String each(DoubleFunction<String> cell, String separator) {
        return DoubleStream.of(EXPONENTS).mapToObj(cell).collect(Collectors.joining(separator));
    }

    private static String percent(Partitions partitions) {
        return percent(partitions.throttled());
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * part);
    }
}
