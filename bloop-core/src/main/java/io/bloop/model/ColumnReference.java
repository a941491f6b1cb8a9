package io.bloop.model;

import org.jspecify.annotations.Nullable;

/**
 * A column as a declaration names it.
 *
 * @param name the column's name
 * @param column the column, or null where it is given by its name alone
 */
record ColumnReference(String name, @Nullable Column<?, ?> column) {

    static ColumnReference of(Column<?, ?> column) {
        return new ColumnReference(column.name(), column);
    }

    static ColumnReference of(String name) {
        return new ColumnReference(name, null);
    }
}
