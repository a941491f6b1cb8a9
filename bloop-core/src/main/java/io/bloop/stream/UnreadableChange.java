package io.bloop.stream;

import io.bloop.BloopException;
import io.bloop.request.Target;
import io.bloop.stream.Change.Origin;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Signals a record that cannot become a change, since a value does not fit its column.
 *
 * <p>The stream that throws it stands before the record, and goes on after it at the next call. Immutable.
 *
 * @since 0.1.0
 */
public final class UnreadableChange extends BloopException {

    private static final long serialVersionUID = 1L;

    private final Target target;
    private final String key;
    private final Record record;
    private final String shard;

    UnreadableChange(
            Target target, String key, Record record, Origin origin, String problem, @Nullable BloopException cause) {
        super(
                "The record " + record.eventID() + " of "
                        + (key.isEmpty() ? target : key + " in table '" + target.table() + "'")
                        + place(record, origin) + " " + problem + (cause == null ? "." : ": " + cause.getMessage())
                        + " The next call goes on after the record.",
                cause);
        this.target = target;
        this.key = key;
        this.record = record;
        this.shard = origin.shard();
    }

    private static String place(Record record, Origin origin) {
        if (origin == Origin.UNKNOWN) {
            return "";
        }
        return " (shard " + origin.shard() + ", sequence number "
                + record.dynamodb().sequenceNumber() + ")";
    }

    /**
     * Returns what the record is about.
     *
     * @return model and table
     */
    public Target target() {
        return target;
    }

    /**
     * Returns the key of the item, printed.
     *
     * @return the key; the empty text where the record has none
     */
    public String key() {
        return key;
    }

    /**
     * Returns the identifier of the shard.
     *
     * @return the shard; the empty text where the record was not read by a {@link ChangeStream}
     */
    public String shard() {
        return shard;
    }

    /**
     * Returns the record, such as for a dead-letter store.
     *
     * @return the SDK's record
     */
    public Record record() {
        return record;
    }
}
