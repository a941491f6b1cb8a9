package io.bloop.type;

import org.jspecify.annotations.Nullable;

/**
 * Takes the members of a document while it is stored.
 *
 * <p>Not thread-safe, and not valid after the document was stored.
 *
 * @param <D> the class of the document
 * @since 0.1.0
 */
public final class MemberSink<D> {

    private final MemberWriter out;
    private final @Nullable Object @Nullable [] remembered;

    /**
     * Creates a sink.
     *
     * @param remembered what is remembered of each member, at its ordinal; null where nothing is remembered
     */
    MemberSink(MemberWriter out, @Nullable Object @Nullable [] remembered) {
        this.out = out;
        this.remembered = remembered;
    }

    /**
     * Stores a member, each once.
     *
     * @param <V> the Java type of the values
     * @param member a member of the document
     * @param value its value; null leaves it out
     */
    public <V> void put(Member<D, V> member, @Nullable V value) {
        if (remembered != null) {
            Object kept = remembered[member.ordinal()];
            if (value == null) {
                member.restoreNull(kept, out);
            } else {
                member.rewrite(value, kept, out);
            }
        } else if (value != null) {
            out.name(member.name());
            member.type().writeAny(value, out);
        }
    }
}
