package io.bloop.wire.internal;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A text of ASCII inside of JSON, of which no string is made. Changes when its reader moves on. */
final class WireText implements CharSequence {

    private final byte[] json;
    private int from;
    private int length;

    WireText(byte[] json) {
        this.json = json;
    }

    WireText of(int from, int to) {
        this.from = from;
        this.length = to - from;
        return this;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return (char) json[from + Objects.checkIndex(index, length)];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().subSequence(start, end);
    }

    @Override
    public String toString() {
        return new String(json, from, length, StandardCharsets.ISO_8859_1);
    }
}
