package io.bloop.model;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds columns that are declared to be a part of the table's key alone, and are none, or more than that. */
record KeyOnlyCheck<T>(List<Column<T, ?>> columns, Consumer<String> problems) {

    void check(List<Index<T>> indexes) {
        Set<String> parts = new HashSet<>();
        columns.stream().filter(Column::isKey).forEach(key -> parts.addAll(key.inputNames()));
        Set<String> indexKeys = new HashSet<>();
        for (Index<T> index : indexes) {
            Stream.concat(index.declaredHashKeys().stream(), index.declaredRangeKeys().stream())
                    .filter(Objects::nonNull)
                    .forEach(key -> indexKeys.add(key.name()));
        }
        for (Column<T, ?> column : columns) {
            if (column.isKeyOnly()) {
                check(column, parts.contains(column.name()), indexKeys.contains(column.name()));
            }
        }
    }

    private void check(Column<T, ?> column, boolean isPart, boolean isIndexKey) {
        String what = "Column '" + column.name() + "' is marked with keyOnly(), ";
        if (column.isKey() || isIndexKey || column.isComputed()) {
            problems.accept(what + "and is itself a key, or computed; remove keyOnly(), so that it has an attribute.");
        } else if (!isPart) {
            problems.accept(
                    what + "and no template of the table's keys names it, so that its value would be lost; name "
                            + "it in one, or remove keyOnly().");
        }
    }
}
