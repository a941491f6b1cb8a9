package io.bloop.migration;

import io.bloop.expression.Condition;
import io.bloop.expression.Placeholders;
import io.bloop.mapping.internal.AttributePath;
import io.bloop.model.ModelDefinition;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Makes the condition that an item still is as it was read: the whole item where DynamoDB takes so long an expression, else
 * what the model knows and the function has read, else what the function has read.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html">Expression limits</a>
 */
final class UnchangedItem<T> {

    /** DynamoDB takes 4 KB; other conditions have to have room. */
    private static final int MOST_CHARACTERS = 3_800;

    /** DynamoDB takes 300 operators; each attribute needs one, and one to join it. */
    private static final int MOST_ATTRIBUTES = 140;

    private final Map<String, AttributeValue> attributes;
    private final Set<String> whole = new LinkedHashSet<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> asked = new LinkedHashSet<>();

    /**
     * Begins a condition.
     *
     * @param written the attributes that the change sets and removes
     */
    UnchangedItem(ModelDefinition<T> model, MigratedItem<T> item, Set<String> written) {
        this.attributes = item.attributes();
        model.keys().forEach(column -> asked.add(column.attribute()));
        asked.addAll(written);
        asked.addAll(item.asked());
        known.addAll(asked);
        model.columns().forEach(column -> known.add(column.attribute()));
        known.addAll(model.claim().attributes());
        whole.addAll(known);
        whole.addAll(attributes.keySet());
    }

    /** Asks for as much as fits. */
    Condition<T> condition() {
        Condition<T> condition = fitting(whole);
        if (condition == null) {
            condition = fitting(known);
        }
        return condition == null ? same(asked) : condition;
    }

    /** Asks for the whole item; null where that is too much. */
    @Nullable
    Condition<T> wholeCondition() {
        return fitting(whole);
    }

    private @Nullable Condition<T> fitting(Set<String> names) {
        if (names.size() > MOST_ATTRIBUTES) {
            return null;
        }
        Condition<T> condition = same(names);
        return condition.render(new Placeholders()).length() > MOST_CHARACTERS ? null : condition;
    }

    private Condition<T> same(Set<String> names) {
        Condition<T> same = Condition.empty();
        for (String name : names) {
            AttributePath<T> path = new AttributePath<>(name);
            AttributeValue value = attributes.get(name);
            same = same.and(value == null ? path.notExists() : Condition.stored(path, value));
        }
        return same;
    }
}
