package io.bloop.sample;

import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;

import io.bloop.model.Billing;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import java.time.Instant;

/** Says how finished imports are stored. */
final class ImportRunModel extends ModelDefinition<ImportRun> {

    public static final ImportRunModel IMPORT_RUN = new ImportRunModel();

    final StringColumn<ImportRun, String> digest =
            column("digest", STRING, ImportRun::digest).hashKey();
    final StringColumn<ImportRun, String> file = column("file", STRING, ImportRun::file);
    final StringColumn<ImportRun, Instant> finishedOn = column("finishedOn", INSTANT, ImportRun::finishedOn);
    final NumberColumn<ImportRun, Long> read = column("read", LONG, ImportRun::read);
    final NumberColumn<ImportRun, Long> stored = column("stored", LONG, ImportRun::stored);
    final NumberColumn<ImportRun, Long> present = column("present", LONG, ImportRun::present);
    final NumberColumn<ImportRun, Long> refused = column("refused", LONG, ImportRun::refused);

    private ImportRunModel() {
        super(ImportRun.class);
        table(table -> table.billing(Billing.ON_DEMAND));
    }

    @Override
    protected ImportRun create(Values<ImportRun> values) {
        return new ImportRun(
                values.get(digest, ""),
                values.get(file, ""),
                values.get(finishedOn, Instant.EPOCH),
                values.get(read, 0L),
                values.get(stored, 0L),
                values.get(present, 0L),
                values.get(refused, 0L));
    }
}
