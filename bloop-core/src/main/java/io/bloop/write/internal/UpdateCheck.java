package io.bloop.write.internal;

import io.bloop.expression.Path;
import io.bloop.expression.PathStep;
import io.bloop.expression.UpdateExpression;
import io.bloop.expression.UpdateValue;
import io.bloop.model.Column;
import io.bloop.model.Key;
import io.bloop.write.InvalidWrite;
import java.util.List;

/** Refuses actions with which an update contradicts itself. */
public final class UpdateCheck {

    private UpdateCheck() {}

    public static <T> void check(Key<T> key, List<WrittenAction<T>> actions, WrittenAction<T> action) {
        model(key, action.path());
        UpdateValue<T, ?> computed = action.computed();
        if (computed != null) {
            computed.paths().forEach(source -> source(key, action.path(), source));
        }
        for (WrittenAction<T> earlier : actions) {
            String conflict = UpdateExpression.conflict(earlier.path(), action.path());
            if (conflict != null) {
                throw new InvalidWrite("The update of " + key + " " + conflict
                        + "; an update writes each place once, so leave one of the two actions out, or send it "
                        + "afterwards.");
            }
        }
    }

    private static void model(Key<?> key, Path<?, ?> path) {
        if (path.root() instanceof Column<?, ?> column && column.model() != key.model()) {
            throw new InvalidWrite("The update of " + key + " writes " + path.qualifiedName()
                    + ", which is of another definition; name a column of " + key.model() + ".");
        }
    }

    private static void source(Key<?> key, Path<?, ?> path, Path<?, ?> source) {
        model(key, source);
        if (!path.type().isStoredAs(source.type())) {
            throw new InvalidWrite("The update of " + key + " sets '" + path.name() + "' to what '" + source.name()
                    + "' holds, and " + path.type() + " (" + path.type().tag() + ") and " + source.type() + " ("
                    + source.type().tag() + ") are not stored alike; name a place that is stored in the same form.");
        }
    }

    /** Tells whether a place is an element of a list. */
    public static boolean isElement(Path<?, ?> path) {
        List<PathStep> steps = path.steps();
        return !steps.isEmpty() && steps.get(steps.size() - 1).member() == null;
    }
}
