package io.bloop.query;

import io.bloop.expression.Placeholders;
import io.bloop.model.Column;
import io.bloop.model.KeyColumn;
import io.bloop.request.InvalidRequest;
import io.bloop.type.Tag;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes and reads continuation tokens.
 *
 * <p>A token holds a version, a digest of the search, and the values of the keys that make a position in it. With
 * secrets, the digest and the values are encrypted and authenticated. Without secrets, a digest of the token finds
 * accidental changes; a forged token reaches another position of the same search, and never another partition of a
 * query, since a position has to meet the key condition.
 */
final class Token {

    /** The version of tokens that held the names of the keys too. */
    private static final byte FORMER = 1;

    private static final byte PLAIN = 2;
    private static final byte SEALED = 3;
    private static final int DIGEST_BYTES = 8;
    private static final Pattern REFUSED_POSITION =
            Pattern.compile("start(ing)? ?key|cannot be restarted", Pattern.CASE_INSENSITIVE);

    private Token() {}

    static String write(Plan<?> plan, Map<String, AttributeValue> key) {
        byte[] text = text(plan, key);
        byte[] bytes;
        if (plan.tokenSecrets().encrypt()) {
            bytes = joined(SEALED, plan.tokenSecrets().sealed(new byte[] {SEALED}, text));
        } else {
            byte[] token = joined(PLAIN, text);
            bytes = Arrays.copyOf(token, token.length + DIGEST_BYTES);
            System.arraycopy(digest(token), 0, bytes, token.length, DIGEST_BYTES);
        }
        return encoded(bytes);
    }

    private static byte[] joined(byte version, byte[] bytes) {
        return ByteBuffer.allocate(1 + bytes.length).put(version).put(bytes).array();
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Returns the digest of the search and the values of the keys, in the order of their names. */
    private static byte[] text(Plan<?> plan, Map<String, AttributeValue> key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(searchDigest(plan));
            for (String name : columns(plan).keySet()) {
                AttributeValue value = key.get(name);
                writeContent(out, value == null ? new byte[0] : content(value));
            }
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return bytes.toByteArray();
    }

    private static void writeContent(DataOutputStream out, byte[] content) throws IOException {
        out.writeShort(content.length);
        out.write(content);
    }

    private static byte[] content(AttributeValue value) {
        return value.n() != null ? value.n().getBytes(StandardCharsets.US_ASCII) : KeyValues.bytes(value);
    }

    /** Returns the columns that make a position, by the names of their attributes. */
    private static <T> Map<String, Column<T, ?>> columns(Plan<T> plan) {
        Set<String> names = plan.positionAttributes();
        Map<String, Column<T, ?>> columns = new TreeMap<>();
        for (Column<T, ?> column : plan.definition().columns()) {
            if (names.contains(column.attribute())) {
                columns.put(column.attribute(), column);
            }
        }
        return columns;
    }

    /** Returns the position of the plan's token; null where it has none. */
    static <T> @Nullable Position read(Plan<T> plan) {
        String token = plan.token();
        if (token == null) {
            return null;
        }
        byte[] text = opened(plan, token);
        if (text.length < DIGEST_BYTES || !Arrays.equals(Arrays.copyOf(text, DIGEST_BYTES), searchDigest(plan))) {
            throw new InvalidToken(plan.target(), "belongs to another search");
        }
        Map<String, AttributeValue> key = key(plan, text);
        if (key == null || !Arrays.equals(text(plan, key), text)) {
            throw new InvalidToken(plan.target(), "was changed or cut off");
        }
        if (!fits(plan, key)) {
            throw new InvalidToken(plan.target(), "belongs to another search");
        }
        return new Position(key, true);
    }

    /** Returns the digest and the values that a token holds. */
    private static byte[] opened(Plan<?> plan, String token) {
        byte[] bytes = decoded(token);
        if (bytes.length == 0) {
            throw new InvalidToken(plan.target(), "was changed or cut off");
        }
        boolean encrypt = plan.tokenSecrets().encrypt();
        if (bytes[0] == SEALED && encrypt) {
            return openedBySecrets(plan, Arrays.copyOfRange(bytes, 1, bytes.length));
        }
        int end = bytes.length - DIGEST_BYTES;
        boolean isWhole = end > 0
                && Arrays.equals(digest(Arrays.copyOf(bytes, end)), Arrays.copyOfRange(bytes, end, bytes.length));
        if (isWhole && bytes[0] == FORMER) {
            throw new InvalidToken(plan.target(), "was made by an earlier version of Bloop");
        }
        if (isWhole && bytes[0] == PLAIN) {
            if (encrypt) {
                throw new InvalidToken(plan.target(), "is not encrypted, unlike the tokens of this engine");
            }
            return Arrays.copyOfRange(bytes, 1, end);
        }
        throw new InvalidToken(
                plan.target(),
                bytes[0] == SEALED
                        ? "was changed or is encrypted, and this engine has no secret for tokens"
                        : "was changed or cut off");
    }

    private static byte[] openedBySecrets(Plan<?> plan, byte[] sealed) {
        byte[] text = plan.tokenSecrets().opened(new byte[] {SEALED}, sealed);
        if (text == null) {
            throw new InvalidToken(
                    plan.target(),
                    "was changed or cut off, or is encrypted with a secret that this engine does not have");
        }
        return text;
    }

    private static byte[] decoded(String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            // the decoder passes over padding and the last unused bits
            return encoded(bytes).equals(token) ? bytes : new byte[0];
        } catch (IllegalArgumentException ex) {
            return new byte[0];
        }
    }

    private static <T> @Nullable Map<String, AttributeValue> key(Plan<T> plan, byte[] text) {
        DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(text, DIGEST_BYTES, text.length - DIGEST_BYTES));
        Map<String, AttributeValue> key = new HashMap<>();
        try {
            for (Map.Entry<String, Column<T, ?>> entry : columns(plan).entrySet()) {
                byte[] content = in.readNBytes(in.readUnsignedShort());
                key.put(entry.getKey(), value(entry.getValue().type().tag(), content));
            }
        } catch (IOException ex) {
            return null;
        }
        return key;
    }

    private static AttributeValue value(Tag tag, byte[] content) {
        return switch (tag) {
            case B -> AttributeValue.createB(SdkBytes.fromByteArray(content));
            case N -> AttributeValue.createN(new String(content, StandardCharsets.US_ASCII));
            default -> AttributeValue.createS(new String(content, StandardCharsets.UTF_8));
        };
    }

    /** Tells whether DynamoDB takes the values for keys, and the search reaches them. */
    private static <T> boolean fits(Plan<T> plan, Map<String, AttributeValue> key) {
        Set<String> ranges = rangeKeys(plan);
        for (Map.Entry<String, AttributeValue> entry : key.entrySet()) {
            AttributeValue value = entry.getValue();
            int most = ranges.contains(entry.getKey()) ? KeyValues.MOST_RANGE_BYTES : KeyValues.MOST_HASH_BYTES;
            boolean isKey = value.n() != null
                    ? KeyValues.isNumber(value.n())
                    : !KeyValues.isEmpty(value) && KeyValues.bytes(value).length <= most;
            if (!isKey) {
                return false;
            }
        }
        return plan.where().isEmpty() || KeyCondition.of(plan, plan.askedKeys()).admits(key);
    }

    private static <T> Set<String> rangeKeys(Plan<T> plan) {
        Set<String> names = new HashSet<>();
        plan.definition().rangeKey().ifPresent(column -> names.add(column.attribute()));
        if (plan.index() != null) {
            for (KeyColumn<T, ?> column : plan.index().rangeKeys()) {
                names.add(column.attribute());
            }
        }
        return names;
    }

    /**
     * Returns the exception for a request that DynamoDB refused.
     *
     * <p>Some rules for positions, such as which keys a segment of a scan holds, are known to DynamoDB alone.
     */
    static RuntimeException refused(Plan<?> plan, @Nullable Position start, InvalidRequest failure) {
        boolean isForged = start != null
                && start.isOfToken()
                && REFUSED_POSITION
                        .matcher(String.valueOf(failure.getMessage()))
                        .find();
        return isForged ? new InvalidToken(plan.target(), "stands for no position of this search", failure) : failure;
    }

    /** Stands for the model, the table, the index, and what is searched for there in which direction. */
    private static byte[] searchDigest(Plan<?> plan) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(plan.definition().name());
            out.writeUTF(plan.model().tableName());
            out.writeUTF(plan.index() == null ? "" : plan.index().storedName());
            for (Map.Entry<String, ? extends Column<?, ?>> entry : columns(plan).entrySet()) {
                out.writeUTF(entry.getKey() + " " + entry.getValue().type().tag());
            }
            Placeholders placeholders = new Placeholders();
            out.writeUTF(plan.where().isEmpty() ? "" : plan.askedKeys().where().render(placeholders));
            out.writeUTF(String.valueOf(placeholders.names()));
            Map<String, AttributeValue> values =
                    new TreeMap<>(Objects.requireNonNullElse(placeholders.values(), Map.of()));
            for (Map.Entry<String, AttributeValue> entry : values.entrySet()) {
                out.writeUTF(entry.getKey());
                writeContent(out, content(entry.getValue()));
            }
            out.writeUTF(String.valueOf(plan.segment()));
            out.writeBoolean(plan.ascending());
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return digest(bytes.toByteArray());
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), DIGEST_BYTES);
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException("every Java platform has SHA-256", ex);
        }
    }
}
