package io.bloop.type;

import org.jspecify.annotations.Nullable;

/**
 * Takes the members of a document while it is stored.
 *
 * <p>Not thread-safe, and not valid after the document was stored.
 *
 * @param <D> the class of the document
 */
public final class MemberSink<D> {

    private final MemberWriter out;

    MemberSink(MemberWriter out) {
        this.out = out;
    }

    /**
     * Stores a member.
     *
     * @param <V> the Java type of the values
     * @param member a member of the document
     * @param value its value; null leaves it out
     */
    public <V> void put(Member<D, V> member, @Nullable V value) {
        if (value != null) {
            out.name(member.name());
            member.type().writeAny(value, out);
        }
    }
}
