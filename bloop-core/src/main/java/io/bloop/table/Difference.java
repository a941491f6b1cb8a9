package io.bloop.table;

import java.io.Serializable;

/**
 * Is one way in which a table differs from what its models want.
 *
 * @param subject what differs, as {@code index byOwner}
 * @param expected what the models want
 * @param actual what the table has
 * @param action the one thing to do about it
 */
public record Difference(String subject, String expected, String actual, String action) implements Serializable {}
