package io.bloop.wire.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** JSON that was received or written, and does not change any more. Thread-safe. */
final class JsonBytes {

    private static final int FIRST_PRINTABLE = 0x20;
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGHEST_BITS = EACH << 7;
    private static final long QUOTES = EACH * '"';
    private static final long BACKSLASHES = EACH * '\\';
    private static final long BLANKS = EACH * FIRST_PRINTABLE;

    private final byte[] bytes;
    private final ByteBuffer words;

    JsonBytes(byte[] bytes) {
        this.bytes = bytes;
        this.words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] bytes() {
        return bytes;
    }

    /**
     * Finds the first byte that does not simply stand for itself: a quote, a backslash, a control character, or a part of
     * a character beyond ASCII.
     *
     * <p>Eight bytes at a time. To subtract 1 from a byte that is 0 sets its highest bit; a borrow can do that only to
     * bytes that come later, and the first one counts.
     *
     * @return its position; the length where there is none
     */
    int afterPlain(int from) {
        int at = from;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            long eight = words.getLong(at);
            long quotes = eight ^ QUOTES;
            long backslashes = eight ^ BACKSLASHES;
            long special =
                    (quotes - EACH & ~quotes | backslashes - EACH & ~backslashes | eight - BLANKS & ~eight | eight)
                            & HIGHEST_BITS;
            if (special != 0) {
                return at + (Long.numberOfTrailingZeros(special) >>> 3);
            }
        }
        while (at < bytes.length && bytes[at] >= FIRST_PRINTABLE && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }
}
