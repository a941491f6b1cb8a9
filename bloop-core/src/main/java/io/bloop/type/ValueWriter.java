package io.bloop.type;

import java.util.Collection;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Takes one tagged value.
 *
 * <p>A value is given by exactly one call. Not thread-safe.
 *
 * @since 0.1.0
 */
public interface ValueWriter {

    /**
     * Writes an S.
     *
     * @param text the text
     */
    void string(String text);

    /**
     * Writes an N.
     *
     * @param text the number as decimal text
     */
    void number(String text);

    /**
     * Writes a B.
     *
     * @param bytes the bytes, copied before this method returns
     */
    void binary(byte[] bytes);

    /**
     * Writes a BOOL.
     *
     * @param value the truth value
     */
    void bool(boolean value);

    /** Writes a NULL. */
    void nul();

    /**
     * Writes an SS.
     *
     * @param texts the texts, not empty and distinct
     */
    void strings(Collection<String> texts);

    /**
     * Writes an NS.
     *
     * @param texts the numbers as decimal text, not empty and distinct
     */
    void numbers(Collection<String> texts);

    /**
     * Writes a BS.
     *
     * @param binaries the binaries, not empty and distinct
     */
    void binaries(Collection<byte[]> binaries);

    /**
     * Writes a value as it was read.
     *
     * @param value the value
     */
    void raw(AttributeValue value);

    /**
     * Begins an L.
     *
     * @param size the number of elements that will follow
     * @return a writer for the elements, to be ended
     */
    MemberWriter list(int size);

    /**
     * Begins an M.
     *
     * @param size the most members that will follow
     * @return a writer for the members, to be ended
     */
    MemberWriter map(int size);
}
