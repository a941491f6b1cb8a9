package io.bloop.migration;

import static io.bloop.type.Types.BOOLEAN;
import static io.bloop.type.Types.DYNAMIC;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.mapOf;

import io.bloop.lease.internal.LeaseColumns;
import io.bloop.model.BooleanColumn;
import io.bloop.model.DynamicColumn;
import io.bloop.model.MapColumn;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.settings.Billing;
import java.util.Map;

/** The model of segments in the table of the ledger. */
final class SegmentEntryModel extends ModelDefinition<SegmentEntry> {

    final StringColumn<SegmentEntry, String> migration =
            column("migration", STRING).getter(SegmentEntry::migration).hashKey();
    final StringColumn<SegmentEntry, String> part =
            column("part", STRING).getter(SegmentEntry::part).rangeKey();
    final StringColumn<SegmentEntry, String> owner = column("owner", STRING).getter(SegmentEntry::owner);
    final NumberColumn<SegmentEntry, Long> counter = column("counter", LONG).getter(SegmentEntry::counter);
    final NumberColumn<SegmentEntry, Long> leaseMillis =
            column("leaseMillis", LONG).getter(SegmentEntry::leaseMillis);
    final DynamicColumn<SegmentEntry> position = column("position", DYNAMIC).getter(SegmentEntry::position);
    final BooleanColumn<SegmentEntry> done = column("done", BOOLEAN).getter(SegmentEntry::done);
    final NumberColumn<SegmentEntry, Long> read =
            column("read", LONG).getter(entry -> entry.counts().read());
    final NumberColumn<SegmentEntry, Long> changed =
            column("changed", LONG).getter(entry -> entry.counts().changed());
    final NumberColumn<SegmentEntry, Long> unchanged =
            column("unchanged", LONG).getter(entry -> entry.counts().unchanged());
    final NumberColumn<SegmentEntry, Long> passed =
            column("passed", LONG).getter(entry -> entry.counts().passed());
    final NumberColumn<SegmentEntry, Long> failed =
            column("failed", LONG).getter(entry -> entry.counts().failed());
    final NumberColumn<SegmentEntry, Long> conflicts =
            column("conflicts", LONG).getter(entry -> entry.counts().conflicts());
    final MapColumn<SegmentEntry, String, String> failures =
            column("failures", mapOf(STRING)).getter(SegmentEntry::failures);

    final LeaseColumns<SegmentEntry> lease = new LeaseColumns<>(owner, counter, leaseMillis);

    SegmentEntryModel(String name) {
        super(SegmentEntry.class);
        table(t -> t.named(name).billing(Billing.ON_DEMAND));
        discriminator("kind", "segment");
    }

    @Override
    protected SegmentEntry create(Values<SegmentEntry> values) {
        return new SegmentEntry(
                values.get(migration, ""),
                values.get(part, ""),
                values.get(owner),
                values.get(counter, 0L),
                values.get(leaseMillis, 0L),
                values.get(position),
                values.get(done, false),
                new MigrationCounts(
                        values.get(read, 0L),
                        values.get(changed, 0L),
                        values.get(unchanged, 0L),
                        values.get(passed, 0L),
                        values.get(failed, 0L),
                        values.get(conflicts, 0L)),
                values.get(failures, Map.of()));
    }
}
