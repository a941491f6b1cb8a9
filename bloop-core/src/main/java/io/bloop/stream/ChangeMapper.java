package io.bloop.stream;

import io.bloop.InvalidArgument;
import io.bloop.bound.internal.BoundModel;
import io.bloop.stream.Change.Origin;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Makes changes of the records of a table's stream, from wherever they come.
 *
 * <p>{@link StreamRecords} makes records of the JSON that Lambda, EventBridge Pipes and Kinesis Data Streams deliver. Its
 * engine makes it. Thread-safe.
 *
 * @param <T> the class of the model's objects
 * @since 0.1.0
 */
public final class ChangeMapper<T> {

    private final Supplier<BoundModel<T>> model;

    /**
     * Creates a mapper; {@code changes} of an engine does the same.
     *
     * @param model returns the bound model
     */
    public ChangeMapper(Supplier<BoundModel<T>> model) {
        this.model = model;
    }

    /**
     * Makes the change of a record.
     *
     * @param record the SDK's record
     * @return the change
     * @throws UnreadableChange if the record is of another table, a value does not fit its column, or the predicate of a claim
     *     throws
     * @throws io.bloop.request.ForeignItem if the record is of an item that the model does not claim
     */
    public Change<T> of(Record record) {
        InvalidArgument.required(record, "of()", "record", "a record of a table's stream");
        RecordMapping<T> mapping = new RecordMapping<>(model.get());
        if (!mapping.claims(record, Origin.UNKNOWN)) {
            throw mapping.foreign(record, Origin.UNKNOWN);
        }
        return mapping.change(record, Origin.UNKNOWN);
    }

    /**
     * Tells whether a record is of an item of the model, for tables that several models share.
     *
     * @param record the SDK's record
     * @return true if {@link #of} makes a change of it
     * @throws UnreadableChange if the record has keys alone, and those do not tell, or the predicate of the claim throws
     */
    public boolean claims(Record record) {
        InvalidArgument.required(record, "claims()", "record", "a record of a table's stream");
        return new RecordMapping<>(model.get()).claims(record, Origin.UNKNOWN);
    }
}
