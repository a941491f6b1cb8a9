package io.bloop.query;

import io.bloop.expression.Placeholders;
import io.bloop.type.Tag;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes and reads continuation tokens: a version, a digest of the search, a position in it, and a digest of these.
 *
 * <p>A token is not secret and not signed. Whoever forges one reaches another position of the same search, and never
 * another partition of a query, since the position has to hold the key that is searched for.
 */
final class Token {

    private static final int VERSION = 1;
    private static final int DIGEST_BYTES = 8;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d*)?([eE][+-]?\\d{1,3})?");

    private Token() {}

    static String write(Plan<?> plan, Map<String, AttributeValue> position) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.write(searchDigest(plan));
            writeValues(out, position);
            out.write(digest(bytes.toByteArray()));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return encoded(bytes.toByteArray());
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static Map<String, AttributeValue> read(Plan<?> plan, String token) {
        Map<String, AttributeValue> position;
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            int end = bytes.length - DIGEST_BYTES;
            // the decoder passes over padding and the last unused bits
            if (end <= 0
                    || !encoded(bytes).equals(token)
                    || !Arrays.equals(
                            digest(Arrays.copyOf(bytes, end)), Arrays.copyOfRange(bytes, end, bytes.length))) {
                throw new InvalidToken(plan.target(), "was changed or cut off");
            }
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, 0, end));
            if (in.readByte() != VERSION) {
                throw new InvalidToken(plan.target(), "is of another version");
            }
            if (!Arrays.equals(in.readNBytes(DIGEST_BYTES), searchDigest(plan))) {
                throw new InvalidToken(plan.target(), "belongs to another search");
            }
            position = readValues(in);
        } catch (IllegalArgumentException | IOException ex) {
            throw new InvalidToken(plan.target(), "was changed or cut off");
        }
        if (!fits(position, plan)) {
            throw new InvalidToken(plan.target(), "belongs to another search");
        }
        return position;
    }

    /** Tells whether a position names the keys that it has to, each with a value that DynamoDB takes for it. */
    private static boolean fits(Map<String, AttributeValue> position, Plan<?> plan) {
        return position.keySet().equals(plan.positionAttributes())
                && plan.model().definition().columns().stream()
                        .filter(column -> position.containsKey(column.attribute()))
                        .allMatch(column -> fits(
                                position.get(column.attribute()), column.type().tag()));
    }

    private static boolean fits(@Nullable AttributeValue value, Tag tag) {
        return value != null
                && switch (tag) {
                    case S -> value.s() != null && !value.s().isEmpty();
                    case B -> value.b() != null && value.b().asByteArrayUnsafe().length > 0;
                    case N -> value.n() != null && NUMBER.matcher(value.n()).matches();
                    default -> false;
                };
    }

    /** Stands for the model, the table, the index, and what is searched for there. */
    private static byte[] searchDigest(Plan<?> plan) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(plan.model().definition().name());
        out.writeUTF(plan.model().tableName());
        out.writeUTF(plan.index() == null ? "" : plan.index().storedName());
        Placeholders placeholders = new Placeholders();
        out.writeUTF(plan.where().render(placeholders));
        out.writeUTF(String.valueOf(placeholders.names()));
        writeValues(out, Objects.requireNonNullElse(placeholders.values(), Map.of()));
        out.writeUTF(String.valueOf(plan.segment()));
        return digest(bytes.toByteArray());
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), DIGEST_BYTES);
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("every Java platform has SHA-256", ex);
        }
    }

    private static void writeValues(DataOutputStream out, Map<String, AttributeValue> values) throws IOException {
        out.writeByte(values.size());
        for (Map.Entry<String, AttributeValue> entry : new TreeMap<>(values).entrySet()) {
            AttributeValue value = entry.getValue();
            out.writeUTF(entry.getKey());
            byte[] content;
            if (value.b() != null) {
                out.writeByte('B');
                content = value.b().asByteArrayUnsafe();
            } else {
                out.writeByte(value.s() != null ? 'S' : 'N');
                content = (value.s() != null ? value.s() : value.n()).getBytes(StandardCharsets.UTF_8);
            }
            out.writeShort(content.length);
            out.write(content);
        }
    }

    private static Map<String, AttributeValue> readValues(DataInputStream in) throws IOException {
        Map<String, AttributeValue> values = new HashMap<>();
        int size = in.readByte();
        for (int i = 0; i < size; i++) {
            String name = in.readUTF();
            byte tag = in.readByte();
            byte[] content = in.readNBytes(in.readUnsignedShort());
            String text = new String(content, StandardCharsets.UTF_8);
            values.put(
                    name,
                    switch (tag) {
                        case 'B' -> AttributeValue.fromB(SdkBytes.fromByteArray(content));
                        case 'S' -> AttributeValue.fromS(text);
                        default -> AttributeValue.fromN(text);
                    });
        }
        return values;
    }
}
