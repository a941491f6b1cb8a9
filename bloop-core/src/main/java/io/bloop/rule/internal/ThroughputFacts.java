package io.bloop.rule.internal;

import org.jspecify.annotations.Nullable;

/**
 * What the rules have to know of the throughput of a table or a global index.
 *
 * @param readUnits the provisioned read capacity units, or null
 * @param writeUnits the provisioned write capacity units, or null
 * @param maximumReadUnits the most read request units on demand, or null
 * @param maximumWriteUnits the most write request units on demand, or null
 * @param warmReadUnits the read units to be ready for, or null
 * @param warmWriteUnits the write units to be ready for, or null
 */
public record ThroughputFacts(
        @Nullable Long readUnits,
        @Nullable Long writeUnits,
        @Nullable Long maximumReadUnits,
        @Nullable Long maximumWriteUnits,
        @Nullable Long warmReadUnits,
        @Nullable Long warmWriteUnits) {

    /**
     * Tells of provisioned throughput alone.
     *
     * @param readUnits the provisioned read capacity units, or null
     * @param writeUnits the provisioned write capacity units, or null
     */
    public ThroughputFacts(@Nullable Long readUnits, @Nullable Long writeUnits) {
        this(readUnits, writeUnits, null, null, null, null);
    }

    boolean hasUnits() {
        return readUnits != null || writeUnits != null;
    }

    boolean hasMaximum() {
        return maximumReadUnits != null || maximumWriteUnits != null;
    }
}
