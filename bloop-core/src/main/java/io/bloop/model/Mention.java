package io.bloop.model;

import org.jspecify.annotations.Nullable;

/**
 * Is a column as a declaration names it.
 *
 * @param name the column's name
 * @param column the column, or null where it is given by its name alone
 */
record Mention(String name, @Nullable Column<?, ?> column) {

    static Mention of(Column<?, ?> column) {
        return new Mention(column.name(), column);
    }

    static Mention of(String name) {
        return new Mention(name, null);
    }
}
