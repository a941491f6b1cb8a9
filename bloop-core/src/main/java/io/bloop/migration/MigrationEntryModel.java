package io.bloop.migration;

import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.enumOf;

import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.settings.Billing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The model of migrations in the table of the ledger. */
final class MigrationEntryModel extends ModelDefinition<MigrationEntry> {

    final StringColumn<MigrationEntry, String> migration =
            column("migration", STRING).getter(MigrationEntry::migration).hashKey();
    final StringColumn<MigrationEntry, String> part =
            column("part", STRING).getter(MigrationEntry::part).rangeKey();
    final StringColumn<MigrationEntry, String> model = column("model", STRING).getter(MigrationEntry::model);
    final StringColumn<MigrationEntry, String> table = column("table", STRING).getter(MigrationEntry::table);
    final StringColumn<MigrationEntry, MigrationState> state =
            column("state", enumOf(MigrationState.class)).getter(MigrationEntry::state);
    final NumberColumn<MigrationEntry, Long> run = column("run", LONG).getter(MigrationEntry::run);
    final NumberColumn<MigrationEntry, Integer> segments =
            column("segments", INTEGER).getter(MigrationEntry::segments);
    final NumberColumn<MigrationEntry, Long> granted = column("granted", LONG).getter(MigrationEntry::granted);
    final StringColumn<MigrationEntry, String> failedKey = column("failedKey", STRING)
            .getter(entry -> entry.failure() == null ? null : entry.failure().key());
    final StringColumn<MigrationEntry, String> failure = column("failure", STRING)
            .getter(entry -> entry.failure() == null ? null : entry.failure().reason());
    final StringColumn<MigrationEntry, Instant> startedAt =
            column("startedAt", INSTANT).getter(MigrationEntry::startedAt);
    final StringColumn<MigrationEntry, Instant> endedAt =
            column("endedAt", INSTANT).getter(MigrationEntry::endedAt);

    MigrationEntryModel(String name) {
        super(MigrationEntry.class);
        table(t -> t.named(name).billing(Billing.ON_DEMAND));
        discriminator("kind", "migration");
    }

    private static @Nullable FailedItem failed(@Nullable String key, @Nullable String reason) {
        return key == null || reason == null ? null : new FailedItem(key, reason);
    }

    @Override
    protected MigrationEntry create(Values<MigrationEntry> values) {
        return new MigrationEntry(
                values.get(migration, ""),
                values.get(part, ""),
                values.get(model, ""),
                values.get(table, ""),
                values.get(state, MigrationState.RUNNING),
                values.get(run, 1L),
                values.get(segments, 1),
                values.get(granted, 0L),
                failed(values.get(failedKey), values.get(failure)),
                values.get(startedAt, Instant.EPOCH),
                values.get(endedAt));
    }
}
