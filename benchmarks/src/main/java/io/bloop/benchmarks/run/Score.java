package io.bloop.benchmarks.run;

/**
 * What one JVM has measured of one candidate.
 *
 * @param nanos the average time of one operation, in nanoseconds
 * @param bytes what one operation allocates, in bytes
 * @param instructions how many instructions one operation takes; not a number where the machine does not count them
 */
public record Score(double nanos, double bytes, double instructions) {}
