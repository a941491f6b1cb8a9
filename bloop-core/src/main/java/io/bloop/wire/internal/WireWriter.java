package io.bloop.wire.internal;

import io.bloop.type.MemberWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes an item as the JSON that the SDK would make of its attribute values; one object serves all levels of it.
 *
 * <p>For the engine. Not thread-safe.
 */
public final class WireWriter implements MemberWriter {

    private static final byte[] STRING = ascii("{\"S\":");
    private static final byte[] NUMBER = ascii("{\"N\":");
    private static final byte[] BINARY = ascii("{\"B\":");
    private static final byte[] TRUE = ascii("{\"BOOL\":true}");
    private static final byte[] FALSE = ascii("{\"BOOL\":false}");
    private static final byte[] NULL = ascii("{\"NULL\":true}");
    private static final byte[] NOT_NULL = ascii("{\"NULL\":false}");
    private static final byte[] STRINGS = ascii("{\"SS\":[");
    private static final byte[] NUMBERS = ascii("{\"NS\":[");
    private static final byte[] BINARIES = ascii("{\"BS\":[");
    private static final byte[] LIST = ascii("{\"L\":[");
    private static final byte[] MAP = ascii("{\"M\":{");
    private static final byte[] EMPTY = ascii(":\"\"}");
    private static final byte[] HEX = ascii("0123456789ABCDEF");
    private static final byte[] NO_NAME = {};

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int FIRST_OF_TWO = 0x80;
    private static final int FIRST_OF_THREE = 0x800;

    /** The most bytes of one code unit, which are those of an escape. */
    private static final int MOST_BYTES = 6;

    private byte[] json;
    private int size;
    private byte[] attribute = NO_NAME;
    private @Nullable String name;
    private boolean[] isMap = new boolean[8];
    private int level;
    private int start;
    private boolean isLeftToSdk;

    /**
     * Begins an item.
     *
     * @param expected the bytes that the item may take; more is no error
     */
    public WireWriter(int expected) {
        json = new byte[Math.max(expected, 1)];
        json[size++] = '{';
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Returns the name of an attribute as JSON has it before the value.
     *
     * @param attribute the name
     * @return the bytes for {@link #attribute}
     */
    public static byte[] attributeName(String attribute) {
        WireWriter out = new WireWriter(attribute.length() + MOST_BYTES);
        out.quoted(attribute);
        out.put((byte) ':');
        return Arrays.copyOfRange(out.json, 1, out.size);
    }

    /**
     * Names the attribute that is written next, if any is.
     *
     * @param quoted what {@link #attributeName} has returned
     */
    public void attribute(byte[] quoted) {
        attribute = quoted;
        name = null;
    }

    /**
     * Returns where the value of the last attribute begins.
     *
     * @return the position for {@link WrittenItem#valueAt}
     */
    public int start() {
        return start;
    }

    /**
     * Tells whether the value that was written last is an empty string or binary.
     *
     * @return false for lists, maps and sets, whatever is in them
     */
    public boolean endsWithEmptyValue() {
        return Arrays.equals(json, size - EMPTY.length, size, EMPTY, 0, EMPTY.length);
    }

    /** Leaves the item to the SDK: it has something that only the SDK writes or refuses properly. */
    public void leaveToSdk() {
        isLeftToSdk = true;
    }

    /**
     * Ends the item.
     *
     * @param names knows the names of its attributes
     * @return the item; null if it is left to the SDK
     */
    public @Nullable WrittenItem item(AttributeNames names) {
        put((byte) '}');
        return isLeftToSdk ? null : new WrittenItem(json, size, names);
    }

    @Override
    public void name(String name) {
        this.name = name;
    }

    @Override
    public void string(String text) {
        text(STRING, text);
    }

    @Override
    public void number(String text) {
        text(NUMBER, text);
    }

    private void text(byte[] tag, String text) {
        begin(tag);
        quoted(text);
        put((byte) '}');
    }

    @Override
    public void binary(byte[] bytes) {
        begin(BINARY);
        base64(bytes);
        put((byte) '}');
    }

    @Override
    public void bool(boolean value) {
        begin(value ? TRUE : FALSE);
    }

    @Override
    public void nul() {
        begin(NULL);
    }

    @Override
    public void strings(Collection<String> texts) {
        texts(STRINGS, texts);
    }

    @Override
    public void numbers(Collection<String> texts) {
        texts(NUMBERS, texts);
    }

    private void texts(byte[] tag, Collection<String> texts) {
        begin(tag);
        for (String text : texts) {
            separate();
            quoted(text);
        }
        endSet();
    }

    @Override
    public void binaries(Collection<byte[]> binaries) {
        begin(BINARIES);
        for (byte[] one : binaries) {
            separate();
            base64(one);
        }
        endSet();
    }

    private void endSet() {
        put((byte) ']');
        put((byte) '}');
    }

    @Override
    public MemberWriter list(int size) {
        return members(LIST, false);
    }

    @Override
    public MemberWriter map(int size) {
        return members(MAP, true);
    }

    private MemberWriter members(byte[] tag, boolean map) {
        begin(tag);
        if (level == isMap.length) {
            isMap = Arrays.copyOf(isMap, 2 * level);
        }
        isMap[level++] = map;
        return this;
    }

    @Override
    public void end() {
        // the last member that was named may have had no value
        name = null;
        put(isMap[--level] ? (byte) '}' : (byte) ']');
        put((byte) '}');
    }

    @Override
    public void raw(AttributeValue value) {
        switch (value.type()) {
            case S -> string(value.s());
            case N -> number(value.n());
            case B -> binary(value.b().asByteArrayUnsafe());
            case SS -> strings(value.ss());
            case NS -> numbers(value.ns());
            case BS ->
                binaries(value.bs().stream().map(SdkBytes::asByteArrayUnsafe).toList());
            case M -> raw(value.m());
            case L -> raw(value.l());
            case BOOL -> bool(value.bool());
            case NUL -> begin(value.nul() ? NULL : NOT_NULL);
            default -> leaveToSdk();
        }
    }

    private void raw(Map<String, AttributeValue> values) {
        MemberWriter members = map(values.size());
        values.forEach((member, value) -> {
            members.name(member);
            members.raw(value);
        });
        members.end();
    }

    private void raw(List<AttributeValue> values) {
        MemberWriter members = list(values.size());
        values.forEach(members::raw);
        members.end();
    }

    /** Begins a value, after what came before it and its name. */
    private void begin(byte[] tag) {
        separate();
        if (name != null) {
            quoted(name);
            put((byte) ':');
            name = null;
        } else {
            put(attribute);
        }
        attribute = NO_NAME;
        if (level == 0) {
            start = size;
        }
        put(tag);
    }

    private void separate() {
        byte last = json[size - 1];
        if (last != '{' && last != '[') {
            put((byte) ',');
        }
    }

    private void base64(byte[] bytes) {
        put((byte) '"');
        put(Base64.getEncoder().encode(bytes));
        put((byte) '"');
    }

    private void quoted(String text) {
        int length = text.length();
        reserve(length + 2);
        byte[] out = json;
        int to = size;
        out[to++] = '"';
        int at = 0;
        for (; at < length; at++) {
            char c = text.charAt(at);
            if (c < FIRST_PRINTABLE || c >= FIRST_OF_TWO || c == '"' || c == '\\') {
                break;
            }
            out[to++] = (byte) c;
        }
        size = to;
        for (; at < length; at++) {
            reserve(MOST_BYTES + length - at);
            character(text.charAt(at));
        }
        put((byte) '"');
    }

    /** Writes a code unit that may need more than a byte; halves of a character are escaped, as the SDK does. */
    private void character(char c) {
        if (c == '"' || c == '\\') {
            json[size++] = '\\';
            json[size++] = (byte) c;
        } else if (c < FIRST_PRINTABLE) {
            control(c);
        } else if (c < FIRST_OF_TWO) {
            json[size++] = (byte) c;
        } else if (c < FIRST_OF_THREE) {
            json[size++] = (byte) (0xC0 | c >> 6);
            following(c);
        } else if (!Character.isSurrogate(c)) {
            json[size++] = (byte) (0xE0 | c >> 12);
            following(c >> 6);
            following(c);
        } else {
            escape(c);
        }
    }

    private void following(int bits) {
        json[size++] = (byte) (0x80 | bits & 0x3F);
    }

    private void control(char c) {
        int letter = "\b\t\n\f\r".indexOf(c);
        if (letter >= 0) {
            json[size++] = '\\';
            json[size++] = (byte) "btnfr".charAt(letter);
        } else {
            escape(c);
        }
    }

    private void escape(char c) {
        json[size++] = '\\';
        json[size++] = 'u';
        json[size++] = HEX[c >> 12];
        json[size++] = HEX[c >> 8 & 0xF];
        json[size++] = HEX[c >> 4 & 0xF];
        json[size++] = HEX[c & 0xF];
    }

    private void put(byte one) {
        reserve(1);
        json[size++] = one;
    }

    private void put(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, json, size, bytes.length);
        size += bytes.length;
    }

    private void reserve(int more) {
        if (size + more > json.length) {
            json = Arrays.copyOf(json, Math.max(size + more, 2 * json.length));
        }
    }
}
