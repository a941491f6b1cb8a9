package io.bloop.type;

import io.bloop.type.internal.AttributeMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes the SDK's attribute values; one object serves a single value, a list and a map alike. */
final class AttributeValueWriter implements MemberWriter {

    private static final String[] NO_NAMES = {};

    private final @Nullable AttributeValueWriter parent;
    private final String @Nullable [] names;
    private final @Nullable AttributeValue @Nullable [] values;
    private int size;
    private String name = "";
    private @Nullable AttributeValue last;

    private AttributeValueWriter(
            @Nullable AttributeValueWriter parent,
            String @Nullable [] names,
            @Nullable AttributeValue @Nullable [] values) {
        this.parent = parent;
        this.names = names;
        this.values = values;
    }

    AttributeValueWriter() {
        this(null, null, null);
    }

    /** Returns the value that was written last; another one may be written afterwards. */
    AttributeValue result() {
        return Objects.requireNonNull(last, "a type that says it wrote a value has written none");
    }

    private void put(AttributeValue value) {
        last = value;
        if (names != null) {
            names[size] = name;
        }
        if (values != null) {
            values[size++] = value;
        }
    }

    @Override
    public void name(String name) {
        this.name = name;
    }

    @Override
    @SuppressWarnings("NullAway") // all places before the size are filled
    public void end() {
        AttributeValueWriter target = Objects.requireNonNull(parent, "only a list or a map ends");
        if (values == null) {
            return;
        }
        // the SDK copies both
        if (names != null) {
            target.put(AttributeValue.createM(new AttributeMap(names, values, size)));
        } else {
            target.put(AttributeValue.createL(
                    Arrays.asList(size == values.length ? values : Arrays.copyOf(values, size))));
        }
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
        put(AttributeValue.createSs(listed(texts)));
    }

    @Override
    public void numbers(Collection<String> texts) {
        put(AttributeValue.createNs(listed(texts)));
    }

    private static List<String> listed(Collection<String> texts) {
        return Arrays.asList(texts.toArray(NO_NAMES));
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
        return new AttributeValueWriter(this, null, new @Nullable AttributeValue[size]);
    }

    @Override
    public MemberWriter map(int size) {
        return new AttributeValueWriter(this, new String[size], new @Nullable AttributeValue[size]);
    }
}
