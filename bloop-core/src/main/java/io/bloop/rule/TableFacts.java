package io.bloop.rule;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Is what the rules have to know of the settings of a table.
 *
 * @param name the table's name, or null
 * @param isOnDemand whether it is billed on demand
 * @param isProvisioned whether it is billed as provisioned; neither where that is left to the table
 * @param throughput its throughput
 * @param tags the keys of its tags
 */
public record TableFacts(
        @Nullable String name,
        boolean isOnDemand,
        boolean isProvisioned,
        ThroughputFacts throughput,
        Set<String> tags) {

    /**
     * Tells of a table without further settings.
     *
     * @param name the table's name, or null
     * @param isOnDemand whether it is billed on demand
     * @param readUnits its read capacity units, or null
     * @param writeUnits its write capacity units, or null
     */
    public TableFacts(@Nullable String name, boolean isOnDemand, @Nullable Long readUnits, @Nullable Long writeUnits) {
        this(name, isOnDemand, false, new ThroughputFacts(readUnits, writeUnits), Set.of());
    }
}
