package io.bloop.write.internal;

import io.bloop.bound.internal.BoundModel;
import io.bloop.expression.Condition;
import io.bloop.expression.Placeholders;
import io.bloop.expression.UpdateExpression;
import io.bloop.expression.UpdateText;
import io.bloop.expression.UpdateTexts;
import io.bloop.mapping.internal.Changes;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The expressions of one write, as every kind of request takes them.
 *
 * @param update the update expression; null if there is nothing to update
 * @param condition the condition expression, or null
 * @param names the names behind the placeholders, or null
 * @param values the values behind the placeholders, or null
 */
record WriteExpressions(
        @Nullable String update,
        @Nullable String condition,
        @Nullable Map<String, String> names,
        @Nullable Map<String, AttributeValue> values) {

    private static final WriteExpressions NONE = new WriteExpressions(null, null, null, null);

    /** Writes an update of any actions. */
    static WriteExpressions of(Consumer<UpdateExpression> actions, Condition<?> condition) {
        Placeholders placeholders = new Placeholders();
        UpdateExpression update = new UpdateExpression(placeholders);
        actions.accept(update);
        return new WriteExpressions(
                update.isEmpty() ? null : update.render(),
                condition.isEmpty() ? null : condition.render(placeholders),
                placeholders.names(),
                placeholders.values());
    }

    /** Writes an update of what an object changes; without a condition, saves of the same columns share the text. */
    static WriteExpressions of(Changes<?> changes, UpdateTexts texts, Condition<?> condition) {
        UpdateText text = condition.isEmpty() ? changes.text(texts) : null;
        return text == null
                ? of(changes::apply, condition)
                : new WriteExpressions(text.text(), null, text.names(), text.values(changes.values()));
    }

    /** Writes a condition alone; those that a key is free share their text. */
    static WriteExpressions of(BoundModel<?> bound, Condition<?> condition) {
        if (condition.isEmpty()) {
            return NONE;
        }
        BoundModel.FreeKey<?> free = bound.freeKey();
        return condition == free.condition()
                ? new WriteExpressions(null, free.text(), free.names(), null)
                : of(condition);
    }

    /** Writes a condition alone. */
    static WriteExpressions of(Condition<?> condition) {
        if (condition.isEmpty()) {
            return NONE;
        }
        Placeholders placeholders = new Placeholders();
        return new WriteExpressions(null, condition.render(placeholders), placeholders.names(), placeholders.values());
    }

    /** Asks for the item where there is a condition that it may not meet. */
    @Nullable
    ReturnValuesOnConditionCheckFailure onFailure(boolean returnsExisting) {
        return returnsExisting && condition != null ? ReturnValuesOnConditionCheckFailure.ALL_OLD : null;
    }
}
