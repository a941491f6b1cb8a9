package io.bloop.benchmarks.run;

import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * The median of some values, with an interval that holds the median of all possible values. Immutable.
 *
 * <p>The ends of the interval are values, of the same rank from below and from above: the highest rank with a probability
 * of at least 95 per cent. This assumes nothing about how the values are distributed. Less than six values cannot reach 95
 * per cent: their interval goes from the least to the greatest.
 *
 * @param low the lower end
 * @param median the median of the values
 * @param high the upper end
 */
public record Interval(double low, double median, double high) {

    private static final double OUTSIDE = 0.05;

    /**
     * Returns the interval of some values.
     *
     * @param values at least one value
     * @return the interval
     */
    public static Interval of(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("An interval takes at least one value.");
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        int rank = rank(sorted.length);
        return new Interval(sorted[rank - 1], median, sorted[sorted.length - rank]);
    }

    /** Returns the rank of the ends, from 1. */
    static int rank(int values) {
        int rank = 1;
        while (rank < values / 2 && outside(values, rank + 1) <= OUTSIDE) {
            rank++;
        }
        return rank;
    }

    /** Returns the probability that the interval of some values holds the median. */
    static double coverage(int values) {
        return 1 - outside(values, rank(values));
    }

    /** Returns the probability that the median is below the value of a rank, or above the value of the same rank from above. */
    private static double outside(int values, int rank) {
        return 2 * new BinomialDistribution(null, values, 0.5).cumulativeProbability(rank - 1);
    }

    /** Returns the median, and the ends where they differ from it, with a number of decimals. */
    String text(int decimals) {
        String text = text(median, decimals);
        String from = text(low, decimals);
        String to = text(high, decimals);
        return from.equals(text) && to.equals(text) ? text : text + " (" + from + " to " + to + ")";
    }

    private static String text(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
