package io.bloop.wire.internal;

import io.bloop.type.MemberReader;
import io.bloop.type.Tag;
import io.bloop.type.internal.Spare;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads the members of a map or a list from JSON that is known to be right, and is not checked again.
 *
 * <p>A value looks like <code>{"S":"text"}</code>. Unlike what {@link MemberReader} asks for, it may be read again as long
 * as the reader stands on it.
 */
final class WireReader extends Spare implements MemberReader {

    private static final int UNKNOWN = -1;

    /** How far the content of a value is from its start, with tags of one, two and four letters. */
    private static final int CONTENT = 5;

    private static final int SET_CONTENT = 6;
    private static final int WORD_CONTENT = 8;

    private final WireItems items;
    private final JsonBytes text;
    private final byte[] json;
    private final @Nullable WireReader parent;
    private final int level;
    private final ExpectedNames expected;
    private int value = UNKNOWN;
    private int end;
    private boolean escaped;
    private boolean ascii;
    private String name = "";
    private int place;
    private @Nullable WireReader children;
    private @Nullable WireText chars;

    WireReader(WireItems items, @Nullable WireReader parent) {
        this.items = items;
        this.text = items.json();
        this.json = text.bytes();
        this.parent = parent;
        this.level = parent == null ? 0 : parent.level + 1;
        this.expected = items.names().expected(level);
    }

    /** Begins with the item, the map or the list whose bracket stands at a position. */
    void begin(int bracket) {
        end = bracket + 1;
        value = UNKNOWN;
        place = 0;
    }

    /** Stands on the value that begins at a position, and reads no other one. */
    void stand(int start) {
        value = start;
        end = UNKNOWN;
    }

    @Override
    public void release() {
        if (parent == null) {
            items.release(this);
        }
    }

    @Override
    public boolean next() {
        int at = end == UNKNOWN ? afterValue(value) : end;
        byte first = json[at];
        if (first == '}' || first == ']') {
            end = at;
            if (parent != null) {
                // its tag's bracket follows
                parent.end = at + 2;
            }
            return false;
        }
        if (first == ',') {
            at++;
        }
        value = json[at] == '"' ? afterName(at + 1) : at;
        end = UNKNOWN;
        return true;
    }

    private int afterName(int from) {
        AttributeName known = expected.at(place);
        if (known != null && known.isAt(json, from)) {
            name = known.text();
            place++;
            return from + known.length() + 2;
        }
        int close = closingQuote(from);
        if (escaped) {
            name = Escapes.read(json, from, close);
        } else {
            AttributeName found = items.names().get(json, from, close);
            expected.expect(place++, found);
            name = found.text();
        }
        return close + 2;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Tag tag() {
        byte second = json[value + 3];
        return switch (json[value + 2]) {
            case 'S' -> second == 'S' ? Tag.SS : Tag.S;
            case 'N' -> second == '"' ? Tag.N : second == 'S' ? Tag.NS : Tag.NULL;
            case 'B' -> second == '"' ? Tag.B : second == 'S' ? Tag.BS : Tag.BOOL;
            case 'M' -> Tag.M;
            default -> Tag.L;
        };
    }

    @Override
    public String text() {
        int from = value + CONTENT + 1;
        int close = closingQuote(from);
        end = close + 2;
        return text(from, close);
    }

    @Override
    public CharSequence chars() {
        int from = value + CONTENT + 1;
        int close = closingQuote(from);
        end = close + 2;
        if (escaped || !ascii) {
            return text(from, close);
        }
        WireText shared = chars == null ? new WireText(json) : chars;
        chars = shared;
        return shared.of(from, close);
    }

    private String text(int from, int close) {
        return escaped ? Escapes.read(json, from, close) : new String(json, from, close - from, StandardCharsets.UTF_8);
    }

    @Override
    public byte[] bytes() {
        int from = value + CONTENT + 1;
        int close = closingQuote(from);
        end = close + 2;
        return bytes(from, close);
    }

    private byte[] bytes(int from, int close) {
        ByteBuffer decoded = Base64.getDecoder().decode(ByteBuffer.wrap(json, from, close - from));
        byte[] bytes = decoded.array();
        return bytes.length == decoded.remaining() ? bytes : Arrays.copyOf(bytes, decoded.remaining());
    }

    @Override
    public boolean bool() {
        boolean bool = json[value + WORD_CONTENT] == 't';
        end = value + WORD_CONTENT + (bool ? "true}" : "false}").length();
        return bool;
    }

    @Override
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        int at = value + SET_CONTENT + 1;
        while (json[at] != ']') {
            int from = json[at] == ',' ? at + 2 : at + 1;
            int close = closingQuote(from);
            texts.add(text(from, close));
            at = close + 1;
        }
        end = at + 2;
        return texts;
    }

    @Override
    public List<byte[]> binaries() {
        List<byte[]> binaries = new ArrayList<>();
        int at = value + SET_CONTENT + 1;
        while (json[at] != ']') {
            int from = json[at] == ',' ? at + 2 : at + 1;
            int close = closingQuote(from);
            binaries.add(bytes(from, close));
            at = close + 1;
        }
        end = at + 2;
        return binaries;
    }

    @Override
    public MemberReader members() {
        return children();
    }

    private WireReader children() {
        WireReader reader = children;
        if (reader == null) {
            reader = new WireReader(items, this);
            children = reader;
        }
        // the members of the previous value are no longer read
        reader.begin(value + CONTENT);
        return reader;
    }

    @Override
    public AttributeValue raw() {
        return switch (tag()) {
            case S -> AttributeValue.createS(text());
            case N -> AttributeValue.createN(text());
            case B -> AttributeValue.createB(SdkBytes.fromByteArrayUnsafe(bytes()));
            case SS -> AttributeValue.createSs(texts());
            case NS -> AttributeValue.createNs(texts());
            case BS ->
                AttributeValue.createBs(
                        binaries().stream().map(SdkBytes::fromByteArrayUnsafe).toList());
            case M -> AttributeValue.createM(children().attributes());
            case L -> AttributeValue.createL(children().elements());
            case BOOL -> AttributeValue.createBool(bool());
            case NULL -> AttributeValue.createNul(true);
        };
    }

    /** Reads all members that follow. */
    Map<String, AttributeValue> attributes() {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        while (next()) {
            attributes.put(name, raw());
        }
        return attributes;
    }

    private List<AttributeValue> elements() {
        List<AttributeValue> elements = new ArrayList<>();
        while (next()) {
            elements.add(raw());
        }
        return elements;
    }

    /** Finds the end of a string, and notes whether it has escapes. */
    private int closingQuote(int from) {
        int at = text.afterPlain(from);
        escaped = false;
        ascii = true;
        while (json[at] != '"') {
            if (json[at] == '\\') {
                escaped = true;
                at += 2;
            } else {
                ascii = false;
                at++;
            }
            at = text.afterPlain(at);
        }
        return at;
    }

    private int afterValue(int from) {
        int at = from;
        int open = 0;
        do {
            switch (json[at]) {
                case '"' -> at = closingQuote(at + 1);
                case '{', '[' -> open++;
                case '}', ']' -> open--;
                default -> {
                    // a comma, a colon, or part of a word
                }
            }
            at++;
        } while (open > 0);
        return at;
    }
}
