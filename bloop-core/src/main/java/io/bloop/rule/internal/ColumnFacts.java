package io.bloop.rule.internal;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules have to know of a column.
 *
 * @param name the column's name
 * @param storedName the attribute's
 * @param isHashKey whether it is the table's hash key
 * @param isRangeKey whether it is the table's range key
 * @param javaType the name of the class of its values, with its package
 * @param stamps what the engine writes to it, if anything
 * @param source what has declared it, where that is not the model itself, or null
 */
public record ColumnFacts(
        String name,
        String storedName,
        boolean isHashKey,
        boolean isRangeKey,
        String javaType,
        Set<ManagedColumn> stamps,
        @Nullable String source) {

    /**
     * Tells of a column that the engine does not write by itself.
     *
     * @param name the column's name
     * @param storedName the attribute's
     * @param isHashKey whether it is the table's hash key
     * @param isRangeKey whether it is the table's range key
     */
    public ColumnFacts(String name, String storedName, boolean isHashKey, boolean isRangeKey) {
        this(name, storedName, isHashKey, isRangeKey, "", Set.of(), null);
    }

    /** Names the column, and what has declared it where that is not the model itself. */
    String where() {
        return source == null ? name : name + " of " + source;
    }
}
