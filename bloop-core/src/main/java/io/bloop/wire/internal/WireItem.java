package io.bloop.wire.internal;

import io.bloop.type.MemberReader;
import io.bloop.type.StoredItem;
import java.util.Collections;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item in a response that was checked; keeps the whole response in memory as long as it is in use itself. */
final class WireItem implements StoredItem {

    private final byte[] json;
    private final int start;
    private final AttributeNames names;

    WireItem(byte[] json, int start, AttributeNames names) {
        this.json = json;
        this.start = start;
        this.names = names;
    }

    @Override
    public MemberReader open() {
        return WireReader.ofItem(json, start, names);
    }

    @Override
    public Map<String, AttributeValue> attributes() {
        return Collections.unmodifiableMap(WireReader.ofItem(json, start, names).attributes());
    }
}
