package io.bloop.write.internal;

import io.bloop.expression.Path;
import io.bloop.expression.PathStep;
import io.bloop.expression.UpdateExpression;
import io.bloop.expression.UpdateValue;
import io.bloop.model.Column;
import io.bloop.model.Key;
import io.bloop.write.InvalidWrite;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses actions with which an update contradicts itself. */
public final class UpdateCheck {

    private UpdateCheck() {}

    public static <T> void check(Key<T> key, List<WrittenAction<T>> actions, WrittenAction<T> action) {
        model(key, action.path(), "writes");
        keys(key, action.path());
        UpdateValue<T, ?> computed = action.computed();
        if (computed != null) {
            computed.paths().forEach(source -> source(key, action.path(), source));
        }
        for (WrittenAction<T> earlier : actions) {
            String conflict = UpdateExpression.conflict(earlier.path(), action.path());
            if (conflict != null) {
                throw new InvalidWrite(
                        "update",
                        key.toString(),
                        conflict
                                + "; an update writes each place once, so leave one of the two actions out, or send it "
                                + "afterwards.");
            }
        }
    }

    private static void model(Key<?> key, Path<?, ?> path, String does) {
        if (path.root() instanceof Column<?, ?> column && column.model() != key.model()) {
            throw new InvalidWrite(
                    "update",
                    key.toString(),
                    does + " " + path.qualifiedName() + ", which is of another definition; name a column of "
                            + key.model() + ".");
        }
    }

    private static void keys(Key<?> key, Path<?, ?> path) {
        if (path.root() instanceof Column<?, ?> made && made.template().isPresent()) {
            throw new InvalidWrite(
                    "update",
                    key.toString(),
                    "writes '" + made.name() + "', which is made of "
                            + made.template().orElseThrow().parts().stream()
                                    .map(Column::name)
                                    .toList()
                            + "; write these.");
        }
        for (Column<?, ?> column : key.model().keys()) {
            if (column.inputs().contains(path.root())) {
                throw new InvalidWrite(
                        "update",
                        key.toString(),
                        "writes '" + path.name() + "', from which the key '"
                                + column.name()
                                + "' is computed, and keys never change; insert the object under its new key, and "
                                + "delete the old one.");
            }
        }
    }

    /** Refuses an update that changes what a column is computed from, and leaves the column as it is. */
    public static <T> void computed(Key<T> key, List<WrittenAction<T>> actions) {
        Set<Path<?, ?>> written = new HashSet<>();
        actions.forEach(action -> written.add(action.path().root()));
        for (Column<T, ?> column : key.model().columns()) {
            // keys of templates are set again
            List<Column<T, ?>> inputs = column.template().isPresent() ? List.of() : column.inputs();
            for (Column<T, ?> input : inputs) {
                if (written.contains(input) && !written.contains(column)) {
                    throw new InvalidWrite(
                            "update",
                            key.toString(),
                            "writes '" + input.name() + "', from which '"
                                    + column.name() + "' is computed, and no update computes it; set '" + column.name()
                                    + "' in the same update, or save the object.");
                }
            }
        }
    }

    private static void source(Key<?> key, Path<?, ?> path, Path<?, ?> source) {
        model(key, source, "reads");
        if (!path.type().isStoredAs(source.type())) {
            throw new InvalidWrite(
                    "update",
                    key.toString(),
                    "sets '" + path.name() + "' to what '" + source.name()
                            + "' holds, and " + path.type() + " (" + path.type().tag() + ") and " + source.type() + " ("
                            + source.type().tag()
                            + ") are not stored alike; name a place that is stored in the same form.");
        }
    }

    /** Tells whether a place is an element of a list. */
    public static boolean isElement(Path<?, ?> path) {
        List<PathStep> steps = path.steps();
        return !steps.isEmpty() && steps.get(steps.size() - 1).member() == null;
    }
}
