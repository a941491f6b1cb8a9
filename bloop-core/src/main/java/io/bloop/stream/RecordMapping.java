package io.bloop.stream;

import io.bloop.BloopException;
import io.bloop.bound.internal.BoundModel;
import io.bloop.bound.internal.ItemClaim;
import io.bloop.model.Column;
import io.bloop.model.Key;
import io.bloop.request.ForeignItem;
import io.bloop.stream.Change.Images;
import io.bloop.stream.Change.Kind;
import io.bloop.stream.Change.Origin;
import io.bloop.type.AttributeValues;
import io.bloop.type.StoredItem;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** Makes changes of records: the one place where images become objects. Thread-safe. */
final class RecordMapping<T> {

    private static final String UNREADABLE = "cannot be read";

    private final BoundModel<T> model;

    RecordMapping(BoundModel<T> model) {
        this.model = model;
    }

    /**
     * Tells whether a record is of an item of the model, by the newest image that it has.
     *
     * @throws UnreadableChange if the record has keys alone, and those do not tell, or the predicate of the claim throws
     */
    boolean claims(Record record, Origin origin) {
        ItemClaim<T> claim = model.claim();
        StreamRecord images = record.dynamodb();
        if (claim.isOpen() || images == null || !images.hasKeys()) {
            return true; // reading the record reports what is wrong with it
        }
        boolean hasKeysAlone = !images.hasNewImage() && !images.hasOldImage();
        if (hasKeysAlone && !claim.isOfKey()) {
            throw unreadable(
                    record,
                    origin,
                    "has no image, and its key does not tell whose item it is; let the stream of the table have images",
                    null);
        }
        try {
            return claim.admits(StoredItem.of(image(images)));
        } catch (BloopException ex) {
            throw unreadable(record, origin, UNREADABLE, ex);
        }
    }

    private UnreadableChange unreadable(Record record, Origin origin, String problem, @Nullable BloopException cause) {
        String key = model.mapping().itemKey(record.dynamodb().keys()).toString();
        return new UnreadableChange(model.target(null), key, record, origin, problem, cause);
    }

    private static Map<String, AttributeValue> image(StreamRecord images) {
        return images.hasNewImage() ? images.newImage() : images.hasOldImage() ? images.oldImage() : images.keys();
    }

    /**
     * Makes the exception for a record of an item that the model does not claim.
     *
     * @throws UnreadableChange if the predicate of another model's claim throws
     */
    ForeignItem foreign(Record record, Origin origin) {
        try {
            return model.claim().foreign(StoredItem.of(image(record.dynamodb())), null);
        } catch (BloopException ex) {
            throw unreadable(record, origin, UNREADABLE, ex);
        }
    }

    /**
     * Makes the change of a record.
     *
     * @throws UnreadableChange if a value cannot be read
     */
    Change<T> change(Record record, Origin origin) {
        StreamRecord images = record.dynamodb();
        if (images == null || !images.hasKeys()) {
            throw new UnreadableChange(model.target(null), "", record, origin, "has no key", null);
        }
        Key<T> key = model.mapping().itemKey(images.keys());
        if (key.attributes().size() != model.definition().keys().size()
                || images.keys().size() != key.attributes().size()) {
            throw unreadable(
                    record, origin, "has the key attributes " + images.keys().keySet() + ", unlike the model", null);
        }
        try {
            Event event = Event.of(record);
            T before = images.hasOldImage() ? read(model, images.oldImage()) : null;
            T after = images.hasNewImage() ? read(model, images.newImage()) : null;
            Set<Column<T, ?>> changed = changed(model, event.kind(), images);
            return new Change<>(model, record, event, new Images<>(key, before, after, changed), origin);
        } catch (BloopException ex) {
            throw unreadable(record, origin, UNREADABLE, ex);
        }
    }

    private static <T> T read(BoundModel<T> model, Map<String, AttributeValue> image) {
        T object = model.mapping().read(StoredItem.of(image), null, model);
        model.events().afterLoad(object);
        return object;
    }

    static <T> T keysOnly(BoundModel<T> model, Key<T> key) {
        Set<Column<T, ?>> loaded = Set.copyOf(model.definition().keys());
        T object = model.mapping().read(StoredItem.of(key.attributes()), loaded, model);
        model.events().afterLoad(object);
        return object;
    }

    private static <T> @Nullable Set<Column<T, ?>> changed(BoundModel<T> model, Kind kind, StreamRecord images) {
        boolean tells = (kind == Kind.INSERT || images.hasOldImage()) && (kind == Kind.REMOVE || images.hasNewImage());
        if (!tells) {
            return null;
        }
        Set<Column<T, ?>> changed = new LinkedHashSet<>();
        for (Column<T, ?> column : model.definition().columns()) {
            AttributeValue before = value(images.oldImage(), column);
            AttributeValue after = value(images.newImage(), column);
            if (before == null || after == null ? before != after : !AttributeValues.areSame(before, after)) {
                changed.add(column);
            }
        }
        return Collections.unmodifiableSet(changed);
    }

    /** Returns the value of a column; null where the image has none, or an explicit NULL. */
    private static @Nullable AttributeValue value(Map<String, AttributeValue> image, Column<?, ?> column) {
        AttributeValue value = image.get(column.attribute());
        return value == null || Boolean.TRUE.equals(value.nul()) ? null : value;
    }
}
