package io.bloop.query;

import io.bloop.InvalidArgument;

/**
 * The most results of a method of a repository.
 *
 * @param results the number, at least 1
 * @since 0.1.0
 */
public record Limit(int results) {

    /**
     * Creates a limit.
     *
     * @param results the number, at least 1
     * @throws InvalidArgument if the number is below 1
     */
    public Limit {
        if (results < 1) {
            throw new InvalidArgument("a limit", "results", "at least 1", Integer.toString(results));
        }
    }

    /**
     * Returns a limit.
     *
     * @param results the number, at least 1
     * @return the limit
     * @throws InvalidArgument if the number is below 1
     */
    public static Limit of(int results) {
        return new Limit(results);
    }
}
