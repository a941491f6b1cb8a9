package io.bloop.benchmarks.scale;

import java.util.Arrays;
import java.util.Random;

/** A Zipf distribution of keys: the key of rank k is asked for in proportion to 1 / k^exponent. */
final class Zipf {

    private final double[] upTo; // the share of this key and of all before it

    Zipf(int keys, double exponent) {
        this.upTo = new double[keys];
        double sum = 0;
        for (int rank = 1; rank <= keys; rank++) {
            sum += StrictMath.pow(rank, -exponent);
            upTo[rank - 1] = sum;
        }
        for (int i = 0; i < keys; i++) {
            upTo[i] /= sum;
        }
    }

    /** Draws a key: 0 is the one that is asked for most. */
    int draw(Random random) {
        int found = Arrays.binarySearch(upTo, random.nextDouble());
        return Math.min(found >= 0 ? found : -found - 1, upTo.length - 1);
    }

    /** Returns the part of all requests that the first key gets. */
    double first() {
        return upTo[0];
    }
}
