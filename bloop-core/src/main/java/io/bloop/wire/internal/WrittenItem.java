package io.bloop.wire.internal;

import io.bloop.type.MemberReader;
import io.bloop.type.StoredItem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item as a request has it: JSON that was written straight from an object.
 *
 * <p>For the engine. Immutable and thread-safe.
 */
public final class WrittenItem implements StoredItem {

    private final byte[] json;
    private final int length;
    private final AttributeNames names;

    /**
     * Takes JSON that is known to be right.
     *
     * @param json the item and perhaps more, which belongs to it from then on
     * @param length how many bytes the item takes
     */
    WrittenItem(byte[] json, int length, AttributeNames names) {
        this.json = json;
        this.length = length;
        this.names = names;
    }

    @Override
    public MemberReader open() {
        return item().open();
    }

    @Override
    public Map<String, AttributeValue> attributes() {
        return item().attributes();
    }

    /** Most items are sent, and never read. */
    private WireItem item() {
        return new WireItem(new WireItems(new JsonBytes(json), names), 0);
    }

    /**
     * Returns the length of the JSON.
     *
     * @return bytes
     */
    public int length() {
        return length;
    }

    InputStream stream() {
        return new ByteArrayInputStream(json, 0, length);
    }
}
