package io.bloop.benchmarks.run;

/**
 * What JMH has measured of one benchmark with one set of parameters.
 *
 * @param nanos the median of the time of one operation, in nanoseconds: of all calls, or, where an operation is too short
 *     for a clock, of the iterations' averages
 * @param most what nine of ten of those do not exceed, in nanoseconds
 * @param bytes what one operation allocates, in bytes
 */
public record Score(double nanos, double most, double bytes) {}
