package io.bloop.boot.stream;

import io.bloop.stream.Change;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Changes that could not be delivered, after the last attempt.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class FailedDelivery {

    private final String listener;
    private final List<Change<?>> changes;
    private final @Nullable Record unreadable;
    private final Throwable cause;

    FailedDelivery(String listener, List<? extends Change<?>> changes, @Nullable Record unreadable, Throwable cause) {
        this.listener = listener;
        this.changes = List.copyOf(changes);
        this.unreadable = unreadable;
        this.cause = cause;
    }

    /**
     * Returns the listener's id.
     *
     * @return the id
     */
    public String listener() {
        return listener;
    }

    /**
     * Returns the changes that the handler has refused.
     *
     * @return one change, or those of a batch; empty if a record could not be read, or records have expired
     */
    public List<Change<?>> changes() {
        return changes;
    }

    /**
     * Returns the SDK's records, such as for a dead-letter store.
     *
     * @return the records of the changes, or the one that could not be read; empty if records have expired
     */
    public List<Record> records() {
        return unreadable == null ? changes.stream().map(Change::record).toList() : List.of(unreadable);
    }

    /**
     * Returns the reason.
     *
     * @return the handler's last exception, {@link io.bloop.stream.UnreadableChange} or
     *     {@link io.bloop.stream.RecordsExpired}
     */
    public Throwable cause() {
        return cause;
    }

    /** Returns listener, number of changes and key of the first one, and no other value. */
    @Override
    public String toString() {
        Optional<Change<?>> first = changes.stream().findFirst();
        return "listener '" + listener + "'"
                + first.map(change -> ": " + change + " in table '"
                                + change.target().table() + "' (event " + change.eventId() + ")")
                        .orElse("")
                + (changes.size() > 1 ? " and " + (changes.size() - 1) + " further changes" : "");
    }
}
