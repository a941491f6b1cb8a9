package io.bloop.type;

import io.bloop.type.internal.AttributeMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes the SDK's attribute values; one object serves a single value, a list and a map alike. */
final class AttributeValueWriter implements MemberWriter {

    private static final String[] NO_NAMES = {};
    private static final @Nullable AttributeValue[] NO_VALUES = {};

    private final @Nullable AttributeValueWriter parent;
    private String[] names = NO_NAMES;
    private @Nullable AttributeValue[] values = NO_VALUES;
    private boolean isMap;
    private int size;
    private String name = "";
    private @Nullable AttributeValue last;
    private @Nullable AttributeValueWriter members;

    private AttributeValueWriter(@Nullable AttributeValueWriter parent) {
        this.parent = parent;
    }

    AttributeValueWriter() {
        this(null);
    }

    /** Returns the value that was written last; another one may be written afterwards. */
    AttributeValue result() {
        return Objects.requireNonNull(last, "a type that says it wrote a value has written none");
    }

    private void put(AttributeValue value) {
        last = value;
        if (parent == null) {
            return;
        }
        if (isMap) {
            names[size] = name;
        }
        values[size++] = value;
    }

    @Override
    public void name(String name) {
        this.name = name;
    }

    @Override
    @SuppressWarnings("NullAway") // all places before the size are filled
    public void end() {
        AttributeValueWriter target = Objects.requireNonNull(parent, "only a list or a map ends");
        // the SDK copies both, so that the next list or map may be written over them
        target.put(
                isMap
                        ? AttributeValue.createM(new AttributeMap(names, values, size))
                        : AttributeValue.createL(Arrays.asList(values).subList(0, size)));
    }

    @Override
    public void string(String text) {
        put(AttributeValue.createS(text));
    }

    @Override
    public void number(String text) {
        put(AttributeValue.createN(text));
    }

    @Override
    public void binary(byte[] bytes) {
        put(AttributeValue.createB(SdkBytes.fromByteArray(bytes)));
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
        put(AttributeValue.createSs(new ArrayList<>(texts)));
    }

    @Override
    public void numbers(Collection<String> texts) {
        put(AttributeValue.createNs(new ArrayList<>(texts)));
    }

    @Override
    public void binaries(Collection<byte[]> binaries) {
        put(AttributeValue.createBs(
                binaries.stream().map(SdkBytes::fromByteArray).toList()));
    }

    @Override
    public void raw(AttributeValue value) {
        put(value);
    }

    @Override
    public MemberWriter list(int size) {
        return members(false, size);
    }

    @Override
    public MemberWriter map(int size) {
        return members(true, size);
    }

    /** Begins a list or a map; what was written into the one before is over. */
    private AttributeValueWriter members(boolean isMap, int size) {
        AttributeValueWriter next = members == null ? new AttributeValueWriter(this) : members;
        members = next;
        next.isMap = isMap;
        next.size = 0;
        if (next.values.length < size) {
            next.values = new @Nullable AttributeValue[size];
        }
        if (isMap && next.names.length < next.values.length) {
            next.names = new String[next.values.length];
        }
        return next;
    }
}
