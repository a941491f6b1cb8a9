package io.bloop.type;

import io.bloop.type.internal.WeakIdentityMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keeps the members that a document's class does not declare, as long as the document itself is in use. */
final class KeptMembers {

    private final WeakIdentityMap<Map<String, AttributeValue>> kept = new WeakIdentityMap<>();

    void keep(Object document, Map<String, AttributeValue> members) {
        kept.put(document, members);
    }

    Map<String, AttributeValue> of(Object document) {
        Map<String, AttributeValue> members = kept.get(document);
        return members == null ? Map.of() : members;
    }
}
