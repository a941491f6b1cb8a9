package io.bloop.model;

import io.bloop.settings.TableSettings;
import java.util.List;

/** Is a definition as it stands once it is in use: checked, and in an order that never changes. */
record ResolvedDefinition<T>(
        List<Column<T, ?>> columns,
        List<Column<T, ?>> keys,
        List<Index<T>> indexes,
        TableSettings settings,
        Mapping<T> mapping) {

    static <T> ResolvedDefinition<T> of(
            ModelDefinition<T> model, List<Column<T, ?>> columns, List<Index<T>> indexes, TableSettings settings) {
        TableSettings resolved = ModelCheck.check(model, columns, indexes, settings);
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).stand(i);
        }
        List<Column<T, ?>> keys = columns.stream()
                .filter(Column::isKey)
                .sorted((left, right) -> Boolean.compare(right.isHashKey(), left.isHashKey()))
                .toList();
        keys.forEach(column -> column.beKeyOf("a key of the table has to be"));
        for (Index<T> index : indexes) {
            index.ownKeys()
                    .forEach(column -> ((Column<T, ?>) column)
                            .beKeyOf("a key of the index '" + index.name()
                                    + "' has to be (null leaves the item out of the index)"));
        }
        List<Column<T, ?>> ordered = List.copyOf(columns);
        return new ResolvedDefinition<>(
                ordered, keys, List.copyOf(indexes), resolved, new Mapping<>(model, ordered, keys));
    }
}
