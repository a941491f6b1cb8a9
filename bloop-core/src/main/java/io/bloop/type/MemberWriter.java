package io.bloop.type;

/**
 * Takes the members of a map or the elements of a list.
 *
 * <p>In a map, {@link #name(String)} comes before each value. Not thread-safe.
 *
 * @since 0.1.0
 */
public interface MemberWriter extends ValueWriter {

    /**
     * Names the member of a map that is written next.
     *
     * @param name the member's name
     */
    void name(String name);

    /** Ends the list or map. */
    void end();
}
