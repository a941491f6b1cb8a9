package io.bloop.type;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item that the SDK has read. */
record AttributeItem(Map<String, AttributeValue> attributes) implements StoredItem {

    @Override
    public MemberReader open() {
        return AttributeValueReader.ofMap(attributes);
    }
}
