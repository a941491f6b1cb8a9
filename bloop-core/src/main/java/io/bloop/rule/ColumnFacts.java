package io.bloop.rule;

/**
 * Is what the rules have to know of a column.
 *
 * @param name the column's name
 * @param storedName the attribute's
 * @param isHashKey whether it is the table's hash key
 * @param isRangeKey whether it is the table's range key
 */
public record ColumnFacts(String name, String storedName, boolean isHashKey, boolean isRangeKey) {}
