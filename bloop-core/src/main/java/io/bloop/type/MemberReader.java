package io.bloop.type;

/**
 * Walks the members of a map or the elements of a list, and reads the one it stands on.
 *
 * <p>Not thread-safe. Members may be passed over without being read.
 *
 * @since 0.1.0
 */
public interface MemberReader extends ValueReader {

    /**
     * Moves to the next member.
     *
     * @return false if there is none
     */
    boolean next();

    /**
     * Returns the name of the member of a map.
     *
     * @return the name; undefined for the element of a list
     */
    String name();

    /** Says that the reader is no longer used, so that its source may read another item with it. */
    default void release() {}
}
