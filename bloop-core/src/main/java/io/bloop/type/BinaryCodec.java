package io.bloop.type;

import java.nio.ByteBuffer;
import java.util.Base64;

/** Lists the Java types that the library itself stores as bytes; see {@link TextCodec}. */
enum BinaryCodec implements Codec<Object, byte[]> {
    BYTES,
    BYTE_BUFFER,
    BASE64;

    /** Returns this codec for the class of its values, which {@link Types} names beside it. */
    @SuppressWarnings("unchecked")
    <V> Codec<V, byte[]> as() {
        return (Codec<V, byte[]>) (Codec<?, byte[]>) this;
    }

    @Override
    public byte[] dump(Object value) {
        return switch (this) {
            case BYTES -> (byte[]) value;
            case BYTE_BUFFER -> Parsing.bytes((ByteBuffer) value);
            case BASE64 -> Base64.getEncoder().encode((byte[]) value);
        };
    }

    @Override
    public Object load(byte[] bytes) {
        return switch (this) {
            case BYTES -> bytes;
            case BYTE_BUFFER -> ByteBuffer.wrap(bytes);
            case BASE64 -> Base64.getDecoder().decode(bytes);
        };
    }
}
