package io.bloop.migration;

/**
 * How many items a migration has seen, and what became of them.
 *
 * <p>When a process is killed, the items that it has changed since its last position was stored are read again, and count as
 * unchanged.
 *
 * @param read the items that were read
 * @param changed the items that were changed or moved
 * @param unchanged the items for which the function returned no change
 * @param passed the items of other models, those that nobody claims where the function does not take them, and those that
 *     were deleted meanwhile
 * @param failed the items that could not be migrated
 * @param conflicts how often an item was read again, since somebody else had written it before the change was
 * @since 0.1.0
 */
public record MigrationCounts(long read, long changed, long unchanged, long passed, long failed, long conflicts) {

    static final MigrationCounts NONE = new MigrationCounts(0, 0, 0, 0, 0, 0);

    MigrationCounts plus(MigrationCounts other) {
        return new MigrationCounts(
                read + other.read,
                changed + other.changed,
                unchanged + other.unchanged,
                passed + other.passed,
                failed + other.failed,
                conflicts + other.conflicts);
    }

    /** Returns the numbers for a log. */
    @Override
    public String toString() {
        return read + " read, " + changed + " changed, " + unchanged + " unchanged, " + passed + " passed over, "
                + failed + " failed, " + conflicts + " conflicts";
    }
}
