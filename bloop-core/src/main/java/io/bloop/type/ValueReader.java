package io.bloop.type;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads one tagged value.
 *
 * <p>A value is read once, by the method that fits its {@link #tag()}; any other method may throw an unchecked
 * exception. Not thread-safe, and not valid after its source has moved on.
 *
 * @since 0.1.0
 */
public interface ValueReader {

    /**
     * Returns the tag of the value.
     *
     * @return the tag
     */
    Tag tag();

    /**
     * Reads an S or N.
     *
     * @return the text as stored
     */
    String text();

    /**
     * Reads an S or N without a string of its own, where the source can do that.
     *
     * @return the text as stored; not valid after the reader has moved on
     */
    default CharSequence chars() {
        return text();
    }

    /**
     * Reads a B.
     *
     * @return the bytes, which are the caller's
     */
    byte[] bytes();

    /**
     * Reads a BOOL.
     *
     * @return the truth value
     */
    boolean bool();

    /**
     * Reads an SS or NS.
     *
     * @return the texts as stored, in no particular order
     */
    List<String> texts();

    /**
     * Reads a BS.
     *
     * @return the binaries, in no particular order; they are the caller's
     */
    List<byte[]> binaries();

    /**
     * Reads a value of any data type as it is.
     *
     * @return the value
     */
    AttributeValue raw();

    /**
     * Opens an M or L.
     *
     * @return a reader that stands before the first member
     */
    MemberReader members();
}
