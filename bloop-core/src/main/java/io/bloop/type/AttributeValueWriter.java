package io.bloop.type;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes the SDK's attribute values; one object serves a single value, a list and a map alike. */
final class AttributeValueWriter implements MemberWriter {

    private final @Nullable AttributeValueWriter parent;
    private final @Nullable Map<String, AttributeValue> members;
    private final @Nullable List<AttributeValue> elements;
    private String name = "";
    private @Nullable AttributeValue result;

    private AttributeValueWriter(
            @Nullable AttributeValueWriter parent,
            @Nullable Map<String, AttributeValue> members,
            @Nullable List<AttributeValue> elements) {
        this.parent = parent;
        this.members = members;
        this.elements = elements;
    }

    AttributeValueWriter() {
        this(null, null, null);
    }

    AttributeValue result() {
        return Objects.requireNonNull(result, "a type that says it wrote a value has written none");
    }

    private void put(AttributeValue value) {
        if (members != null) {
            members.put(name, value);
        } else if (elements != null) {
            elements.add(value);
        } else {
            result = value;
        }
    }

    @Override
    public void name(String name) {
        this.name = name;
    }

    @Override
    public void end() {
        AttributeValueWriter target = Objects.requireNonNull(parent, "only a list or a map ends");
        if (members != null) {
            target.put(AttributeValue.fromM(members));
        } else if (elements != null) {
            target.put(AttributeValue.fromL(elements));
        }
    }

    @Override
    public void string(String text) {
        put(AttributeValue.fromS(text));
    }

    @Override
    public void number(String text) {
        put(AttributeValue.fromN(text));
    }

    @Override
    public void binary(byte[] bytes) {
        put(AttributeValue.fromB(SdkBytes.fromByteArray(bytes)));
    }

    @Override
    public void bool(boolean value) {
        put(value ? AttributeValues.TRUE : AttributeValues.FALSE);
    }

    @Override
    public void nul() {
        put(AttributeValues.NULL);
    }

    @Override
    public void strings(Collection<String> texts) {
        put(AttributeValue.fromSs(List.copyOf(texts)));
    }

    @Override
    public void numbers(Collection<String> texts) {
        put(AttributeValue.fromNs(List.copyOf(texts)));
    }

    @Override
    public void binaries(Collection<byte[]> binaries) {
        put(AttributeValue.fromBs(binaries.stream().map(SdkBytes::fromByteArray).toList()));
    }

    @Override
    public void raw(AttributeValue value) {
        put(value);
    }

    @Override
    public MemberWriter list(int size) {
        return new AttributeValueWriter(this, null, new ArrayList<>(size));
    }

    @Override
    public MemberWriter map(int size) {
        return new AttributeValueWriter(this, new LinkedHashMap<>(size * 4 / 3 + 1), null);
    }
}
