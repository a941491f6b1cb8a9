package io.bloop.benchmarks.scale;

import java.util.Random;

/**
 * Simulates the writes to a table whose partitions are token buckets.
 *
 * <p>A bucket gets 1,000 tokens a second, and holds those of one second. A write of an item of up to 1 KB takes one token
 * from the bucket of its key, or is throttled. Equal arguments give equal results.
 *
 * @param rate writes a second
 * @param exponent the exponent of the Zipf distribution of keys; 0 if all keys are equally frequent
 * @param isolated how many of the most frequent keys have a partition of their own
 * @param shards over how many keys each key is spread
 */
record Partitions(int rate, double exponent, int isolated, int shards) {

    /** What DynamoDB allows to one partition in a second. */
    static final int UNITS = 1_000;

    private static final int KEYS = 100_000;
    private static final int SECONDS = 5;
    private static final int TICKS = 100; // of a second
    private static final long SEED = 42;

    /** Returns how many partitions the table has, without the isolated keys: twice what an even load needs. */
    int count() {
        return Math.max(1, 2 * rate / UNITS);
    }

    /**
     * Runs the simulation.
     *
     * @return the part of the writes that were throttled, from 0 to 1
     */
    double throttled() {
        Random random = new Random(SEED);
        Zipf zipf = new Zipf(KEYS, exponent);
        double[] tokens = new double[count() + isolated];
        int refused = 0;
        for (int tick = 0; tick < SECONDS * TICKS; tick++) {
            for (int i = 0; i < tokens.length; i++) {
                tokens[i] = Math.min(UNITS, tokens[i] + (double) UNITS / TICKS);
            }
            for (int write = 0; write < rate / TICKS; write++) {
                int key = zipf.draw(random);
                int partition = key < isolated ? count() + key : partition(key, random.nextInt(shards));
                if (tokens[partition] >= 1) {
                    tokens[partition]--;
                } else if (tick >= TICKS) { // after the first second, which fills the buckets
                    refused++;
                }
            }
        }
        return (double) refused / ((SECONDS - 1) * TICKS * (rate / TICKS));
    }

    /** Hashes a key, by the last step of SplitMix64. */
    private int partition(int key, int shard) {
        long hash = (key * 1_000L + shard) * 0x9E3779B97F4A7C15L;
        hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
        return (int) Long.remainderUnsigned(hash ^ (hash >>> 31), count());
    }
}
