package io.bloop.benchmarks.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Collects times of what can be measured only once in a process. Not thread-safe. */
public final class Times {

    private final Map<String, List<Double>> millis = new LinkedHashMap<>();

    /** Creates times without any. */
    public Times() {}

    /**
     * Adds a time.
     *
     * @param name what took it
     * @param time the time, in milliseconds
     */
    public void add(String name, double time) {
        millis.computeIfAbsent(name, key -> new ArrayList<>()).add(time);
    }

    /**
     * Returns the time in the middle.
     *
     * @param name what took it
     * @return the median, in milliseconds
     */
    public double median(String name) {
        return Interval.of(of(name)).median();
    }

    /**
     * Returns how much more time one takes than the other, by the differences of each round.
     *
     * @param name what takes more
     * @param base what takes less
     * @return the interval of the differences, in milliseconds
     */
    public Interval difference(String name, String base) {
        List<Double> more = of(name);
        List<Double> less = of(base);
        return Interval.of(IntStream.range(0, Math.min(more.size(), less.size()))
                .mapToObj(round -> more.get(round) - less.get(round))
                .toList());
    }

    private List<Double> of(String name) {
        List<Double> times = millis.getOrDefault(name, List.of());
        if (times.isEmpty()) {
            throw new IllegalArgumentException("There is no time of '" + name + "' among " + millis.keySet() + ".");
        }
        return times;
    }

    /**
     * Returns all times beside one of them.
     *
     * @param title the heading of the first column
     * @param base what the others are compared with
     * @return Markdown, with an empty line at its end
     */
    public List<String> table(String title, String base) {
        List<String> lines = new ArrayList<>();
        lines.add("| " + title + " | median, ms | shortest | longest | more than " + base + " |");
        lines.add("|---|--:|--:|--:|--:|");
        millis.forEach((name, times) -> lines.add(String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f |",
                name,
                median(name),
                Collections.min(times),
                Collections.max(times),
                median(name) - median(base))));
        lines.add("");
        return lines;
    }

    /**
     * Returns the medians beside one of them, as rates.
     *
     * @param title the heading of the first column
     * @param rows how many rows were moved in each time
     * @param base what the others are compared with
     * @return Markdown, with an empty line at its end
     */
    public List<String> rates(String title, int rows, String base) {
        List<String> lines = new ArrayList<>();
        lines.add("| " + title + " | median, ms | rows in a second | of the first line's time |");
        lines.add("|---|--:|--:|--:|");
        for (String name : millis.keySet()) {
            double median = median(name);
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %,.0f | %,.0f | %.2f |",
                    name,
                    median,
                    rows / median * 1_000,
                    median / median(base)));
        }
        lines.add("");
        return lines;
    }
}
