package io.bloop.rule;

import org.jspecify.annotations.Nullable;

/**
 * Is what the rules have to know of the settings of a table.
 *
 * @param name the table's name, or null
 * @param isOnDemand whether it is billed on demand
 * @param readUnits its read capacity units, or null
 * @param writeUnits its write capacity units, or null
 */
public record TableFacts(
        @Nullable String name,
        boolean isOnDemand,
        @Nullable Long readUnits,
        @Nullable Long writeUnits) {}
