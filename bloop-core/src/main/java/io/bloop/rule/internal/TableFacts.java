package io.bloop.rule.internal;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rules have to know of the settings of a table.
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
        Set<String> tags) {}
