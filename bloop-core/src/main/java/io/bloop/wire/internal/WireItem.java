package io.bloop.wire.internal;

import io.bloop.type.MemberReader;
import io.bloop.type.StoredItem;
import java.util.Collections;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item in JSON that is known to be right: in a response that was checked, or as it was written. It keeps the whole JSON in
 * memory as long as it is in use itself.
 */
final class WireItem implements StoredItem {

    private final WireItems items;
    private final int start;

    WireItem(WireItems items, int start) {
        this.items = items;
        this.start = start;
    }

    @Override
    public MemberReader open() {
        return items.open(start);
    }

    @Override
    public Map<String, AttributeValue> attributes() {
        WireReader reader = items.open(start);
        Map<String, AttributeValue> attributes = reader.attributes();
        reader.release();
        return Collections.unmodifiableMap(attributes);
    }
}
