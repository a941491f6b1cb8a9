package io.bloop.type;

import org.jspecify.annotations.Nullable;

/**
 * Holds the members of one stored map while a document is made of it.
 *
 * <p>Not thread-safe, and not valid after the document was made.
 *
 * @param <D> the class of the document
 */
public final class MemberValues<D> {

    private final @Nullable Object[] values;

    MemberValues(@Nullable Object[] values) {
        this.values = values;
    }

    /**
     * Returns a member's value.
     *
     * @param <V> the Java type of the values
     * @param member a member of the document
     * @return the value; null, an empty collection or what {@code orElse} has set where the member is absent
     */
    @SuppressWarnings("unchecked") // values stand at the ordinal of the member whose type has read them
    public <V> @Nullable V get(Member<D, V> member) {
        return (V) values[member.ordinal()];
    }

    /**
     * Returns a member's value, or another where there is none.
     *
     * @param <V> the Java type of the values
     * @param member a member of the document
     * @param absent what to return where the member is absent
     * @return the value
     */
    public <V> V get(Member<D, V> member, V absent) {
        V value = get(member);
        return value == null ? absent : value;
    }
}
