package io.bloop.type;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the SDK's attribute values; one object serves a single value, a list and a map alike. */
final class AttributeValueReader implements MemberReader {

    private static final Tag[] TAGS = Tag.values();

    private final @Nullable Iterator<Map.Entry<String, AttributeValue>> members;
    private final @Nullable Iterator<AttributeValue> elements;
    private String name = "";
    private AttributeValue current;

    private AttributeValueReader(
            AttributeValue current,
            @Nullable Iterator<Map.Entry<String, AttributeValue>> members,
            @Nullable Iterator<AttributeValue> elements) {
        this.current = current;
        this.members = members;
        this.elements = elements;
    }

    static AttributeValueReader ofValue(AttributeValue value) {
        return new AttributeValueReader(value, null, null);
    }

    static AttributeValueReader ofMap(Map<String, AttributeValue> map) {
        return new AttributeValueReader(AttributeValues.NULL, map.entrySet().iterator(), null);
    }

    static AttributeValueReader ofList(List<AttributeValue> list) {
        return new AttributeValueReader(AttributeValues.NULL, null, list.iterator());
    }

    @Override
    public boolean next() {
        if (members != null && members.hasNext()) {
            Map.Entry<String, AttributeValue> member = members.next();
            name = member.getKey();
            current = member.getValue();
            return true;
        }
        if (elements != null && elements.hasNext()) {
            current = elements.next();
            return true;
        }
        return false;
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
        return current.bs().stream().map(SdkBytes::asByteArrayUnsafe).toList();
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
