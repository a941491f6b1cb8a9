package io.bloop.migration;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the models of an engine's ledgers, since an engine binds a definition once and takes a second one for another model.
 *
 * <p>For the engine. Thread-safe.
 *
 * @since 0.1.0
 */
public final class LedgerModels {

    private final Map<String, Definitions> byTable = new ConcurrentHashMap<>();

    /** Creates an empty collection. */
    public LedgerModels() {}

    /** The models of one table. */
    record Definitions(MigrationEntryModel migrations, SegmentEntryModel segments) {

        private static Definitions of(String table) {
            return new Definitions(new MigrationEntryModel(table), new SegmentEntryModel(table));
        }
    }

    Definitions of(String table) {
        return byTable.computeIfAbsent(table, Definitions::of);
    }
}
