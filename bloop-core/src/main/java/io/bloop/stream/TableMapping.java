package io.bloop.stream;

import io.bloop.bound.internal.BoundModel;
import io.bloop.request.ForeignItem;
import io.bloop.stream.Change.Origin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Makes changes of the records of a table, each by the model that claims it. Thread-safe.
 *
 * @param <T> the class that the objects of all models have in common
 */
final class TableMapping<T> {

    private final List<RecordMapping<? extends T>> mappings = new ArrayList<>();

    /**
     * Creates a mapping.
     *
     * @param models models of one table; where several claim an item, the first one has it
     */
    TableMapping(List<? extends BoundModel<? extends T>> models) {
        models.forEach(model -> mappings.add(new RecordMapping<>(model)));
    }

    /**
     * Tells whether a record is of an item of one of the models.
     *
     * @throws UnreadableChange if the record does not tell
     */
    boolean claims(Record record, Origin origin) {
        return claimant(record, origin) != null;
    }

    private @Nullable RecordMapping<? extends T> claimant(Record record, Origin origin) {
        for (RecordMapping<? extends T> mapping : mappings) {
            if (mapping.claims(record, origin)) {
                return mapping;
            }
        }
        return null;
    }

    /** Makes the exception for a record of an item that none of the models claims. */
    ForeignItem foreign(Record record, Origin origin) {
        return mappings.get(0).foreign(record, origin);
    }

    /**
     * Makes the change of a record that is claimed.
     *
     * @throws UnreadableChange if a value cannot be read
     */
    @SuppressWarnings("unchecked") // a change only returns objects
    Change<T> change(Record record, Origin origin) {
        // the caller has checked the claim; with several models, the one that claims the record has to be found
        RecordMapping<? extends T> claimant = mappings.size() == 1 ? mappings.get(0) : claimant(record, origin);
        if (claimant == null) {
            throw new IllegalStateException("A record is to be read that none of the models claims.");
        }
        return (Change<T>) claimant.change(record, origin);
    }
}
