package io.bloop.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Collects the actions of one update and writes them in DynamoDB's expression language.
 *
 * <p>Serves one request, and is not thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html">Update expressions</a>
 * @since 0.1.0
 */
public final class UpdateExpression {

    private final Placeholders placeholders;
    private final List<String> sets = new ArrayList<>();
    private final List<String> removes = new ArrayList<>();
    private final List<String> adds = new ArrayList<>();
    private final List<String> deletes = new ArrayList<>();

    /**
     * Creates an update without actions.
     *
     * @param placeholders the request's placeholders
     */
    public UpdateExpression(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /**
     * Tells why two places cannot be written by one update.
     *
     * @param one a place
     * @param other another place
     * @return a clause without a full stop; null where both can be written
     */
    public static @Nullable String conflict(Path<?, ?> one, Path<?, ?> other) {
        List<Object> left = PathIdentity.of(one).parts();
        List<Object> right = PathIdentity.of(other).parts();
        int shared = 0;
        while (shared < left.size() && shared < right.size() && left.get(shared).equals(right.get(shared))) {
            shared++;
        }
        if (shared == left.size() && shared == right.size()) {
            return "writes '" + one.name() + "' twice";
        }
        if (shared == left.size()) {
            return "writes '" + one.name() + "' and '" + other.name() + "', which is inside of it";
        }
        if (shared == right.size()) {
            return "writes '" + other.name() + "' and '" + one.name() + "', which is inside of it";
        }
        boolean isOfOneKind = left.get(shared) instanceof String == right.get(shared) instanceof String;
        return isOfOneKind
                ? null
                : "writes '" + one.name() + "' and '" + other.name()
                        + "', which take the same place for a map and for a list";
    }

    /**
     * Sets the value at a place.
     *
     * @param path the place
     * @param value its new value
     */
    public void set(Path<?, ?> path, AttributeValue value) {
        sets.add(path.render(placeholders) + " = " + placeholders.value(value));
    }

    /**
     * Sets the value at a place to one that DynamoDB computes.
     *
     * @param path the place
     * @param term what it is set to
     */
    public void set(Path<?, ?> path, UpdateValue<?, ?> term) {
        sets.add(path.render(placeholders) + " = " + term.render(placeholders));
    }

    /**
     * Removes the value at a place.
     *
     * @param path the place
     */
    public void remove(Path<?, ?> path) {
        removes.add(path.render(placeholders));
    }

    /**
     * Adds to a number, or elements to a set.
     *
     * @param path the place
     * @param value the number or the set to add
     */
    public void add(Path<?, ?> path, AttributeValue value) {
        adds.add(path.render(placeholders) + " " + placeholders.value(value));
    }

    /**
     * Deletes elements from a set.
     *
     * @param path the place
     * @param value the set of elements
     */
    public void delete(Path<?, ?> path, AttributeValue value) {
        deletes.add(path.render(placeholders) + " " + placeholders.value(value));
    }

    /**
     * Tells whether there is no action.
     *
     * @return true if there is none
     */
    public boolean isEmpty() {
        return sets.isEmpty() && removes.isEmpty() && adds.isEmpty() && deletes.isEmpty();
    }

    /**
     * Writes the update.
     *
     * @return the text; empty if there is no action
     */
    public String render() {
        List<String> clauses = new ArrayList<>(4);
        clause(clauses, "SET ", sets);
        clause(clauses, "REMOVE ", removes);
        clause(clauses, "ADD ", adds);
        clause(clauses, "DELETE ", deletes);
        return String.join(" ", clauses);
    }

    private static void clause(List<String> clauses, String keyword, List<String> actions) {
        if (!actions.isEmpty()) {
            clauses.add(keyword + String.join(", ", actions));
        }
    }
}
