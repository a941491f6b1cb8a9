package io.bloop.wire.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.Crc32MismatchException;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * The body that the SDK reads in place of a response: the response without its items, padded with blanks to the length
 * of the response if the SDK measures it.
 *
 * <p>The response is read when the SDK reads this, so that an exception meets the SDK where it always does. Not
 * thread-safe.
 */
public final class BodyWithoutItems extends InputStream {

    public static final String CHECKSUM = "x-amz-crc32";

    /** No response of DynamoDB is longer. A header with a greater length is ignored. */
    private static final int MOST_BYTES = 64 << 20;

    private final InputStream body;
    private final SdkHttpResponse head;
    private final ItemsMember member;
    private final ResponseItems items;
    private final boolean measured;
    private byte @Nullable [] rest;
    private int length;
    private int position;

    public BodyWithoutItems(
            InputStream body, SdkHttpResponse head, ItemsMember member, ResponseItems items, boolean measured) {
        this.body = body;
        this.head = head;
        this.member = member;
        this.items = items;
        this.measured = measured;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int most) throws IOException {
        Objects.checkFromIndexSize(offset, most, buffer.length);
        byte[] from = rest == null ? load() : rest;
        int count = Math.min(most, length - position);
        if (count == 0) {
            return most == 0 ? 0 : -1;
        }
        int last = from.length - 1;
        int copied = Math.max(0, Math.min(count, last - position));
        if (copied > 0) {
            System.arraycopy(from, position, buffer, offset, copied);
        }
        Arrays.fill(buffer, offset + copied, offset + count, (byte) ' ');
        position += count;
        if (position == length) {
            // after the blanks: a reader of single bytes would count what follows the last bracket wrong
            buffer[offset + count - 1] = from[last];
        }
        return count;
    }

    private byte[] load() throws IOException {
        byte[] whole = whole();
        check(whole);
        FoundItems found = FoundItems.in(whole, member, items.names());
        items.take(found);
        byte[] loaded = found == null ? whole : found.rest();
        length = measured ? whole.length : loaded.length;
        rest = loaded;
        return loaded;
    }

    private byte[] whole() throws IOException {
        int expected = head.firstMatchingHeader("Content-Length")
                .map(Long::parseLong)
                .filter(bytes -> bytes >= 0 && bytes <= MOST_BYTES)
                .map(Long::intValue)
                .orElse(0);
        byte[] whole = new byte[expected];
        int read = body.readNBytes(whole, 0, expected);
        int next = read < expected ? -1 : body.read();
        if (next < 0) {
            return read == expected ? whole : Arrays.copyOf(whole, read);
        }
        ByteArrayOutputStream longer = new ByteArrayOutputStream();
        longer.write(whole);
        longer.write(next);
        body.transferTo(longer);
        return longer.toByteArray();
    }

    /** Does what the SDK does with a response that it reads itself. */
    private void check(byte[] whole) {
        String header = head.firstMatchingHeader(CHECKSUM).orElse(null);
        if (header == null) {
            return;
        }
        CRC32 actual = new CRC32();
        actual.update(whole);
        if (Long.parseLong(header) != actual.getValue()) {
            throw Crc32MismatchException.builder()
                    .message("Expected " + header + " as the Crc32 checksum but the actual calculated checksum was "
                            + actual.getValue())
                    .build();
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
