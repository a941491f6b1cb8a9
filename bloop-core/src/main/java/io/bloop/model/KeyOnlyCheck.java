package io.bloop.model;

import io.bloop.rule.internal.KeyOnlyFacts;
import io.bloop.rule.internal.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Finds columns that are declared to be a part of the table's key alone, and are none, or more than that. */
record KeyOnlyCheck<T>(List<Column<T, ?>> columns, Consumer<String> problems) {

    void check(List<Index<T>> indexes) {
        for (Column<T, ?> column : columns) {
            if (column.isKeyOnly()) {
                checkAll(indexes);
                return;
            }
        }
    }

    private void checkAll(List<Index<T>> indexes) {
        Set<String> parts = new HashSet<>();
        Set<String> readable = new HashSet<>();
        columns.stream()
                .filter(Column::isKey)
                .flatMap(key -> key.template().stream())
                .flatMap(template -> template.declared().parts().stream())
                .forEach(part -> {
                    parts.add(part.name());
                    if (!part.isLossy()) {
                        readable.add(part.name());
                    }
                });
        Set<String> indexKeys = new HashSet<>();
        for (Index<T> index : indexes) {
            Stream.concat(index.declaredHashKeys().stream(), index.declaredRangeKeys().stream())
                    .filter(Objects::nonNull)
                    .forEach(key -> indexKeys.add(key.name()));
        }
        for (Column<T, ?> column : columns) {
            if (column.isKeyOnly()) {
                KeyOnlyFacts facts = new KeyOnlyFacts(
                        column.name(),
                        column.isKey() || column.isComputed() || indexKeys.contains(column.name()),
                        parts.contains(column.name()),
                        readable.contains(column.name()));
                String problem = facts.problem(Vocabulary.DEFINITION);
                if (problem != null) {
                    problems.accept(problem);
                }
            }
        }
    }
}
