package io.bloop.rule.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules have to know of an index.
 *
 * @param name the index's name
 * @param storedName its name in the table
 * @param isGlobal whether it is a global one, else it is local
 * @param hashKeys the columns of its hash key; none where that is the table's
 * @param rangeKeys the columns of its range key
 * @param projectsNothing whether it is to project named columns and names none
 * @param throughput its throughput; that of the table where it is local
 * @param source what has declared it, where that is not the model itself, or null
 */
public record IndexFacts(
        String name,
        String storedName,
        boolean isGlobal,
        List<String> hashKeys,
        List<String> rangeKeys,
        boolean projectsNothing,
        ThroughputFacts throughput,
        @Nullable String source) {}
