package io.bloop.type.internal;

import org.jspecify.annotations.Nullable;

/**
 * Remembers the initial value that an object has kept because its attribute is absent.
 *
 * <p>The value is no difference from the item, and is never taken for a stored one.
 *
 * @param kept what the type remembers of the initial value
 * @param stored what is remembered of the attribute: null, or a mark of an attribute of the type NULL
 */
public record InitialValue(Object kept, @Nullable Object stored) {

    /**
     * Returns what to remember of a value that an object was made with.
     *
     * @param kept what the type remembers of the value, or null
     * @param stored what is remembered of the attribute
     * @return an initial value; what is remembered of the attribute if the object was made without a value
     */
    public static @Nullable Object of(@Nullable Object kept, @Nullable Object stored) {
        return kept == null ? stored : new InitialValue(kept, stored);
    }

    /**
     * Returns what is remembered of the attribute alone.
     *
     * @param remembered what is remembered of a column or a member, or null
     * @return the same, unless it is an initial value
     */
    public static @Nullable Object stored(@Nullable Object remembered) {
        return remembered instanceof InitialValue initial ? initial.stored() : remembered;
    }
}
