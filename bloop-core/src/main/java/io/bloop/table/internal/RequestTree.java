package io.bloop.table.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;

/** Turns requests of the SDK into maps, lists, texts, numbers and booleans under the names of DynamoDB's API. */
final class RequestTree {

    private RequestTree() {}

    /** Returns the members that are set, those that name something first. */
    static Map<String, Object> of(SdkPojo request) {
        Map<String, Object> members = new LinkedHashMap<>();
        request.sdkFields().stream().filter(RequestTree::isName).forEach(field -> add(members, field, request));
        request.sdkFields().stream().filter(field -> !isName(field)).forEach(field -> add(members, field, request));
        return members;
    }

    private static boolean isName(SdkField<?> field) {
        return field.memberName().endsWith("Name") || field.memberName().endsWith("Arn");
    }

    private static void add(Map<String, Object> members, SdkField<?> field, SdkPojo request) {
        Object value = value(field.getValueOrDefault(request));
        if (value != null) {
            members.put(field.memberName(), value);
        }
    }

    private static @Nullable Object value(@Nullable Object value) {
        if (value instanceof SdkAutoConstructList<?>) {
            return null;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> values = new ArrayList<>();
            list.forEach(element -> values.add(value(element)));
            return values;
        }
        return value instanceof SdkPojo nested ? of(nested) : value;
    }
}
