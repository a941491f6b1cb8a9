package io.bloop.type;

import io.bloop.type.internal.Spare;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the SDK's attribute values; one object serves a single value, a list and a map alike. */
final class AttributeValueReader extends Spare implements NamedReader {

    private static final Tag[] TAGS = Tag.values();

    private final @Nullable Map<String, AttributeValue> map;
    private @Nullable Iterator<?> rest;
    private String name = "";
    private AttributeValue current;

    private AttributeValueReader(
            AttributeValue current, @Nullable Map<String, AttributeValue> map, @Nullable Iterator<?> rest) {
        this.current = current;
        this.map = map;
        this.rest = rest;
    }

    static AttributeValueReader ofValue(AttributeValue value) {
        return new AttributeValueReader(value, null, null);
    }

    static AttributeValueReader ofMap(Map<String, AttributeValue> map) {
        return new AttributeValueReader(AttributeValues.NULL, map, null);
    }

    private static AttributeValueReader ofList(List<AttributeValue> list) {
        return new AttributeValueReader(AttributeValues.NULL, null, list.iterator());
    }

    /** Returns the value it stands on. */
    AttributeValue current() {
        return current;
    }

    /** Moves to any value: what is inside of a value is read without a reader for each list and map. */
    void stand(AttributeValue value) {
        current = value;
    }

    @Override
    public boolean moveTo(String name) {
        AttributeValue value = map == null ? null : map.get(name);
        if (value == null) {
            return false;
        }
        current = value;
        return true;
    }

    @Override
    public boolean next() {
        if (rest == null && map != null) {
            rest = map.entrySet().iterator();
        }
        if (rest == null || !rest.hasNext()) {
            return false;
        }
        Object member = rest.next();
        if (member instanceof Map.Entry<?, ?> entry) {
            name = (String) entry.getKey();
            current = (AttributeValue) entry.getValue();
        } else {
            current = (AttributeValue) member;
        }
        return true;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Tag tag() {
        int ordinal = current.type().ordinal();
        return ordinal < TAGS.length ? TAGS[ordinal] : Tag.NULL;
    }

    @Override
    public String text() {
        String text = current.s();
        return text != null ? text : current.n();
    }

    @Override
    public byte[] bytes() {
        return current.b().asByteArray();
    }

    /** Returns the bytes that the SDK holds, which never change: nobody may write to them. */
    byte[] sharedBytes() {
        return current.b().asByteArrayUnsafe();
    }

    @Override
    public boolean bool() {
        return current.bool();
    }

    @Override
    public List<String> texts() {
        return current.hasSs() ? current.ss() : current.ns();
    }

    @Override
    public List<byte[]> binaries() {
        return current.bs().stream().map(SdkBytes::asByteArray).toList();
    }

    @Override
    public AttributeValue raw() {
        return current;
    }

    @Override
    public MemberReader members() {
        return current.hasM() ? ofMap(current.m()) : ofList(current.l());
    }
}
