package io.bloop.write.internal;

import io.bloop.expression.Path;
import io.bloop.expression.UpdateValue;
import io.bloop.model.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says which places of an update DynamoDB may mean by a message that names none, and what to do about them. */
final class UpdateAdvice<T> {

    private final Key<T> key;
    private final List<WrittenAction<T>> actions;

    UpdateAdvice(Key<T> key, List<WrittenAction<T>> actions) {
        this.key = key;
        this.actions = actions;
    }

    @Nullable
    String on(String message) {
        if (message.contains("document path provided in the update expression is invalid")) {
            return missingParents();
        }
        if (message.contains("refers to an attribute that does not exist")) {
            return missingSources();
        }
        if (message.contains("operand in the update expression has an incorrect data type")) {
            return otherTypes();
        }
        return message.toLowerCase(Locale.ROOT).contains("index key") ? indexKeys() : null;
    }

    private @Nullable String missingParents() {
        List<Path<?, ?>> nested = new ArrayList<>();
        for (WrittenAction<T> action : actions) {
            if (action.path().isNested()) {
                nested.add(action.path());
            }
        }
        return nested.isEmpty()
                ? null
                : key + " lacks the map or the list that a place is inside of: " + names(nested, Path::qualifiedName)
                        + ". Set the whole column where it is absent, or ask by onlyIf() that what holds the place "
                        + "exists.";
    }

    private @Nullable String missingSources() {
        List<Path<?, ?>> sources = sources();
        return sources.isEmpty()
                ? null
                : key + " lacks what the update reads: " + names(sources, Path::qualifiedName)
                        + ". Set it first, by setIfAbsent() in an update of its own, or ask by onlyIf() that it exists.";
    }

    private List<Path<?, ?>> sources() {
        List<Path<?, ?>> sources = new ArrayList<>();
        for (WrittenAction<T> action : actions) {
            UpdateValue<T, ?> computed = action.computed();
            if (computed != null) {
                sources.addAll(computed.paths());
            }
        }
        return sources;
    }

    private @Nullable String otherTypes() {
        List<Path<?, ?>> read = sources();
        for (WrittenAction<T> action : actions) {
            switch (action.kind()) {
                case ADD, DELETE, APPEND, PREPEND -> read.add(action.path());
                default -> {}
            }
        }
        return read.isEmpty()
                ? null
                : key + " holds a value of another data type than the model says at one of: "
                        + names(
                                read,
                                path -> path.qualifiedName() + " ("
                                        + path.type().tag() + ")")
                        + ". Load the item to see which, and set that place as a whole.";
    }

    private @Nullable String indexKeys() {
        List<Path<?, ?>> keys = new ArrayList<>();
        for (WrittenAction<T> action : actions) {
            if (action.computed() != null && isIndexKey(action.path())) {
                keys.add(action.path());
            }
        }
        return keys.isEmpty()
                ? null
                : "A key of an index is never empty, and of the data type that the index says: "
                        + names(keys, Path::qualifiedName)
                        + ". Set null to leave the item out of the index.";
    }

    private boolean isIndexKey(Path<T, ?> path) {
        return key.model().indexes().stream()
                .anyMatch(index -> index.hashKeys().contains(path.place())
                        || index.rangeKeys().contains(path.place()));
    }

    private static String names(List<Path<?, ?>> paths, Function<Path<?, ?>, String> name) {
        return String.join(", ", paths.stream().map(name).distinct().toList());
    }
}
