package io.bloop.type;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the stored form of a value that has several equivalent forms, if it is not the form that the type writes.
 *
 * <p>A value that was not changed is written back in this form, and the key of an item keeps addressing it.
 *
 * @param kept what the type remembers of the value itself
 * @param raw the stored form: a {@link String}, or a {@code byte[]}
 */
record StoredForm(Object kept, Object raw) {

    /** Returns what a type remembers of a value, without the form in which it was stored. */
    static @Nullable Object valueOf(@Nullable Object remembered) {
        return remembered instanceof StoredForm form ? form.kept() : remembered;
    }
}
