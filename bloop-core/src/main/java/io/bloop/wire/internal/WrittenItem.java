package io.bloop.wire.internal;

import io.bloop.type.ValueReader;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item as a request has it: JSON that was written straight from an object.
 *
 * <p>For the engine. Immutable and thread-safe.
 */
public final class WrittenItem {

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

    /**
     * Returns the item as the SDK has it.
     *
     * @return its attributes by name
     */
    public Map<String, AttributeValue> attributes() {
        return new WireItem(items(), 0).attributes();
    }

    /**
     * Reads the value of one attribute.
     *
     * @param start where the value begins
     * @return a reader that stands on the value
     */
    public ValueReader valueAt(int start) {
        WireReader reader = new WireReader(items(), null);
        reader.stand(start);
        return reader;
    }

    /** Most items are sent, and never read. */
    private WireItems items() {
        return new WireItems(new JsonBytes(json), names);
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
