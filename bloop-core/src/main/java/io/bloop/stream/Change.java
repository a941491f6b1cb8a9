package io.bloop.stream;

import io.bloop.InvalidArgument;
import io.bloop.bound.internal.BoundModel;
import io.bloop.model.Column;
import io.bloop.model.Key;
import io.bloop.request.Target;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * One change of an item, after it has happened.
 *
 * <p>The objects of a change count as loaded, so that saving one writes only what was changed since. Immutable and
 * thread-safe; the objects are not.
 *
 * @param <T> the class of the model's objects
 * @since 0.1.0
 */
public final class Change<T> {

    /**
     * The kinds of changes.
     *
     * @since 0.1.0
     */
    public enum Kind {
        /** A new item. */
        INSERT,
        /** Another version of an item. */
        MODIFY,
        /** The end of an item. */
        REMOVE
    }

    private final BoundModel<T> model;
    private final Record record;
    private final Kind kind;
    private final boolean expired;
    private final Key<T> key;
    private final @Nullable T before;
    private final @Nullable T after;
    private final @Nullable Set<Column<T, ?>> changed;
    private final Origin origin;

    /**
     * Says which shard a record comes from.
     *
     * @param stream the ARN of the stream, or the empty text
     * @param shard the shard's identifier, or the empty text
     * @param parent the identifier of the shard's parent, or null
     */
    record Origin(String stream, String shard, @Nullable String parent) {

        static final Origin UNKNOWN = new Origin("", "", null);
    }

    /**
     * Holds what a record tells of an item.
     *
     * @param changed the columns that differ; null where the images do not tell
     */
    record Images<T>(
            Key<T> key,
            @Nullable T before,
            @Nullable T after,
            @Nullable Set<Column<T, ?>> changed) {}

    Change(BoundModel<T> model, Record record, Event event, Images<T> images, Origin origin) {
        this.model = model;
        this.record = record;
        this.kind = event.kind();
        this.expired = event.expired();
        this.key = images.key();
        this.before = images.before();
        this.after = images.after();
        this.changed = images.changed();
        this.origin = origin;
    }

    /**
     * Returns the kind of the change.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns the key of the item.
     *
     * @return the key as it is stored
     */
    public Key<T> key() {
        return key;
    }

    /**
     * Returns the item before the change.
     *
     * @return an object; empty for an insertion, and where the view of the stream has no old images
     */
    public Optional<T> before() {
        return Optional.ofNullable(before);
    }

    /**
     * Returns the item after the change.
     *
     * @return an object; empty for a removal, and where the view of the stream has no new images
     */
    public Optional<T> after() {
        return Optional.ofNullable(after);
    }

    /**
     * Makes an object of the key alone, which counts as loaded through a projection of the key columns.
     *
     * @return a new object at each call; saving it writes only columns that were assigned
     * @throws io.bloop.type.MappingFailed if the class needs values of other columns
     */
    public T keysOnly() {
        return RecordMapping.keysOnly(model, key);
    }

    /**
     * Returns the columns whose values differ before and after the change.
     *
     * <p>Values are compared the way DynamoDB compares them. Of an insertion and a removal, all columns that have a value
     * are changed.
     *
     * @return the columns; empty where only attributes have changed that the model does not know
     * @throws MissingImage if the view of the stream lacks an image that tells
     */
    public Set<Column<T, ?>> changed() {
        if (changed == null) {
            throw new MissingImage(this, "which columns differ", "NEW_AND_OLD_IMAGES");
        }
        return changed;
    }

    /**
     * Tells whether the value of a column differs before and after the change.
     *
     * @param column a column of the model
     * @return true if it differs
     * @throws MissingImage if the view of the stream lacks an image that tells
     */
    public boolean changed(Column<T, ?> column) {
        return changed().contains(InvalidArgument.required(column, "changed()", "column", "a column of the model"));
    }

    /**
     * Tells whether DynamoDB has removed the item because its time to live was over.
     *
     * @return true if the change is a removal by time to live; in a global table only in the region that removed it
     */
    public boolean expired() {
        return expired;
    }

    /**
     * Returns when the change has happened.
     *
     * @return the time, in whole seconds where the record comes from DynamoDB's own stream; {@link Instant#EPOCH} where
     *     the record does not tell
     */
    public Instant at() {
        Instant at = record.dynamodb().approximateCreationDateTime();
        return at == null ? Instant.EPOCH : at;
    }

    /**
     * Returns the sequence number of the record, which grows within a shard.
     *
     * @return the number; the empty text where the record comes by Kinesis Data Streams, which leaves it out
     */
    public String sequenceNumber() {
        String number = record.dynamodb().sequenceNumber();
        return number == null ? "" : number;
    }

    /**
     * Returns the identifier of the record, which is the same at every delivery.
     *
     * @return the identifier
     */
    public String eventId() {
        String id = record.eventID();
        return id == null ? "" : id;
    }

    /**
     * Returns the identifier of the shard.
     *
     * @return the shard; the empty text where the record was not read by a {@link ChangeStream}
     */
    public String shard() {
        return origin.shard();
    }

    /**
     * Returns the record that this change was made of, which another model or another listener may read once more.
     *
     * @return the SDK's record
     */
    public Record record() {
        return record;
    }

    /**
     * Returns what the change is about.
     *
     * @return model and table
     */
    public Target target() {
        return model.target(null);
    }

    Origin origin() {
        return origin;
    }

    /** Returns the change for people: its kind and key, and no other value of the item. */
    @Override
    public String toString() {
        return kind + " of " + key + " at " + at();
    }
}
