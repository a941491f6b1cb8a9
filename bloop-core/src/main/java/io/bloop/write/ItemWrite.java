package io.bloop.write;

import io.bloop.expression.Condition;
import io.bloop.expression.Placeholders;
import io.bloop.expression.UpdateExpression;
import io.bloop.expression.UpdateText;
import io.bloop.expression.UpdateTexts;
import io.bloop.model.Changes;
import io.bloop.model.Key;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Is what the requests that write one item have in common, with its expressions written.
 *
 * <p>For the engine.
 *
 * @param key the item's key
 * @param update the update expression; null where there is nothing to update
 * @param condition the condition expression, or null
 * @param names the names behind the placeholders, or null
 * @param values the values behind the placeholders, or null
 * @param onFailure what to return where the condition is not met, or null
 */
public record ItemWrite(
        Map<String, AttributeValue> key,
        @Nullable String update,
        @Nullable String condition,
        @Nullable Map<String, String> names,
        @Nullable Map<String, AttributeValue> values,
        @Nullable ReturnValuesOnConditionCheckFailure onFailure) {

    /**
     * Writes the expressions of one request.
     *
     * @param key the item's key
     * @param actions gives the update its actions
     * @param condition the condition, perhaps empty
     * @param returnsExisting whether to return the item where there is a condition that is not met
     * @return what the request is made of
     */
    public static ItemWrite of(
            Key<?> key, Consumer<UpdateExpression> actions, Condition<?> condition, boolean returnsExisting) {
        Placeholders placeholders = new Placeholders();
        UpdateExpression update = new UpdateExpression(placeholders);
        actions.accept(update);
        return new ItemWrite(
                key.attributes(),
                update.isEmpty() ? null : update.render(),
                condition.isEmpty() ? null : condition.render(placeholders),
                placeholders.names(),
                placeholders.values(),
                onFailure(condition, returnsExisting));
    }

    /**
     * Writes the expressions of a request that saves an object.
     *
     * @param key the item's key
     * @param changes what is saved
     * @param texts the texts that were written before
     * @param condition the condition, perhaps empty
     * @param returnsExisting whether to return the item where there is a condition that is not met
     * @return what the request is made of
     */
    public static ItemWrite of(
            Key<?> key, Changes<?> changes, UpdateTexts texts, Condition<?> condition, boolean returnsExisting) {
        UpdateText text = condition.isEmpty() ? changes.text(texts) : null;
        if (text == null) {
            return of(key, changes::apply, condition, returnsExisting);
        }
        return new ItemWrite(
                key.attributes(),
                text.text(),
                null,
                text.names(),
                text.values(changes.values()),
                onFailure(condition, returnsExisting));
    }

    /**
     * Writes the expressions of a request that updates nothing.
     *
     * @param key the item's key
     * @param condition the condition, perhaps empty
     * @param returnsExisting whether to return the item where there is a condition that is not met
     * @return what the request is made of
     */
    public static ItemWrite of(Key<?> key, Condition<?> condition, boolean returnsExisting) {
        return condition.isEmpty()
                ? new ItemWrite(key.attributes(), null, null, null, null, onFailure(condition, returnsExisting))
                : of(key, update -> {}, condition, returnsExisting);
    }

    private static @Nullable ReturnValuesOnConditionCheckFailure onFailure(
            Condition<?> condition, boolean returnsExisting) {
        return returnsExisting && !condition.isEmpty() ? ReturnValuesOnConditionCheckFailure.ALL_OLD : null;
    }
}
