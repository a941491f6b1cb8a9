package io.bloop.migration;

import java.util.List;

/**
 * What a migration would do to the items as they are now.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the migration's id
 * @param counts the items; those that would be changed count as changed
 * @param samples some of the differences
 * @param failures some of the items that cannot be migrated; {@code counts} has the number of all of them
 * @since 0.1.0
 */
public record DryRun(String id, MigrationCounts counts, List<ItemDifference> samples, List<FailedItem> failures) {

    /**
     * Creates a result that keeps copies of the lists.
     *
     * @param id the migration's id
     * @param counts the items
     * @param samples some of the differences
     * @param failures some of the items that cannot be migrated
     */
    public DryRun {
        samples = List.copyOf(samples);
        failures = List.copyOf(failures);
    }

    /** Returns the numbers, and a line for each sample and each failure. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("dry run of migration '" + id + "': " + counts);
        samples.forEach(sample -> text.append("\n  ").append(sample));
        failures.forEach(failed -> text.append("\n  failed ").append(failed));
        return text.toString();
    }
}
