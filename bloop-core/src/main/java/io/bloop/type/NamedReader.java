package io.bloop.type;

/**
 * Reads the members of a map in any order, where the source can do that.
 *
 * <p>Not thread-safe.
 *
 * @since 0.1.0
 */
public interface NamedReader extends MemberReader {

    /**
     * Moves to a member.
     *
     * @param name the member's name
     * @return false if there is none; then it stands where it stood
     */
    boolean moveTo(String name);
}
