package io.bloop.wire.internal;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** Names the member of a response that holds its items. */
public enum ItemsMember {
    ITEM("Item"),
    ITEMS("Items"),
    RESPONSES("Responses");

    private final String memberName;

    ItemsMember(String memberName) {
        this.memberName = memberName;
    }

    String memberName() {
        return memberName;
    }

    /** Returns the member in the response to a request; null where responses of its kind are not mapped from bytes. */
    public static @Nullable ItemsMember of(SdkRequest request) {
        if (request instanceof GetItemRequest) {
            return ITEM;
        }
        if (request instanceof QueryRequest || request instanceof ScanRequest) {
            return ITEMS;
        }
        return request instanceof BatchGetItemRequest ? RESPONSES : null;
    }
}
