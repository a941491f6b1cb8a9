package io.bloop.expression;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Gives the names and values of one request their placeholders: each distinct name one, each distinct value one.
 *
 * <p>Serves one request, and is not thread-safe.
 *
 * @since 0.1.0
 */
public final class Placeholders {

    private final Map<String, String> byName = new HashMap<>();
    private Map<AttributeValue, String> byValue = Map.of();
    private final Map<String, String> names = new LinkedHashMap<>();
    private Map<String, AttributeValue> values = Map.of();

    /** Creates the placeholders of a new request. */
    public Placeholders() {}

    /**
     * Returns the placeholder of an attribute's name.
     *
     * @param name the name as stored, of any characters
     * @return the placeholder
     */
    public String name(String name) {
        return byName.computeIfAbsent(name, given -> {
            String placeholder = "#n" + names.size();
            names.put(placeholder, given);
            return placeholder;
        });
    }

    /**
     * Returns the placeholder of a value.
     *
     * @param value the value
     * @return the placeholder
     */
    public String value(AttributeValue value) {
        if (values.isEmpty()) {
            // many conditions have names alone
            byValue = new HashMap<>();
            values = new LinkedHashMap<>();
        }
        return byValue.computeIfAbsent(value, given -> {
            String placeholder = ":v" + values.size();
            values.put(placeholder, given);
            return placeholder;
        });
    }

    /**
     * Returns the names given so far.
     *
     * @return names by placeholder; null where there are none, as the SDK wants it
     */
    public @Nullable Map<String, String> names() {
        return names.isEmpty() ? null : names;
    }

    /**
     * Returns the values given so far.
     *
     * @return values by placeholder; null where there are none, as the SDK wants it
     */
    public @Nullable Map<String, AttributeValue> values() {
        return values.isEmpty() ? null : values;
    }
}
