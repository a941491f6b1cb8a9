package io.bloop.collection;

import io.bloop.model.Column;
import io.bloop.model.Index;
import io.bloop.model.KeyColumn;
import io.bloop.model.KeyTemplate;
import io.bloop.model.ModelDefinition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells whether the items of several models can have one hash key, in the table or in an index. */
final class Partitions {

    private Partitions() {}

    /** Tells whether there is a place where the items of all models can have one hash key. */
    static boolean areShared(List<ModelDefinition<?>> models) {
        return divided(models, null).isEmpty()
                || models.get(0).indexes().stream()
                        .map(Index::storedName)
                        .anyMatch(index -> models.stream().allMatch(model -> hashKeys(model, index) != null)
                                && divided(models, index).isEmpty());
    }

    /**
     * Finds two models whose items never have one hash key.
     *
     * @param index the name of the index in the table; null for the table itself
     * @return the hash keys of both, in words
     */
    static Optional<String> divided(List<ModelDefinition<?>> models, @Nullable String index) {
        for (ModelDefinition<?> one : models) {
            for (ModelDefinition<?> other : models) {
                KeyTemplate<?> first = template(one, index);
                KeyTemplate<?> second = template(other, index);
                if (first != null && second != null && !first.overlaps(second)) {
                    return Optional.of(print(one, first) + ", and " + print(other, second));
                }
            }
        }
        return Optional.empty();
    }

    private static String print(ModelDefinition<?> model, KeyTemplate<?> template) {
        return "that of " + model.name() + " is '" + template + "'";
    }

    /** Returns the template of a hash key; null where the hash key is no template, or there is no such index. */
    private static @Nullable KeyTemplate<?> template(ModelDefinition<?> model, @Nullable String index) {
        List<? extends KeyColumn<?, ?>> keys = index == null ? List.of(model.hashKey()) : hashKeys(model, index);
        return keys == null
                ? null
                : keys.stream()
                        .map(key -> ((Column<?, ?>) key).template().orElse(null))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable List<? extends KeyColumn<?, ?>> hashKeys(ModelDefinition<?> model, String index) {
        return model.indexes().stream()
                .filter(one -> one.storedName().equals(index))
                .map(Index::hashKeys)
                .findFirst()
                .orElse(null);
    }
}
