package io.bloop.benchmarks.run;

/**
 * Is what JMH has measured of one benchmark with one set of parameters.
 *
 * @param nanos the time of one operation, in nanoseconds
 * @param error half the width of its 99.9 % confidence interval; NaN where there are too few iterations
 * @param bytes what one operation allocates, in bytes
 */
public record Score(double nanos, double error, double bytes) {}
