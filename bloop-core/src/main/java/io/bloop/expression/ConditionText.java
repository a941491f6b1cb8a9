package io.bloop.expression;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text of a condition without values, which the requests of many objects share.
 *
 * <p>For the engine. Immutable and thread-safe.
 *
 * @param text the condition expression
 * @param names names by placeholder; null where there are none
 * @since 0.1.0
 */
public record ConditionText(String text, @Nullable Map<String, String> names) {

    /**
     * Writes a condition.
     *
     * @param condition asks whether attributes are there
     * @return its text
     */
    public static ConditionText of(Condition<?> condition) {
        Placeholders placeholders = new Placeholders();
        String text = condition.render(placeholders);
        return new ConditionText(text, placeholders.names());
    }
}
