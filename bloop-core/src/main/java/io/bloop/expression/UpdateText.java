package io.bloop.expression;

import io.bloop.type.internal.AttributeMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An update that sets attributes and removes others, written in DynamoDB's expression language without its values.
 *
 * <p>For the engine. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class UpdateText {

    private final @Nullable String text;
    private final @Nullable Map<String, String> names;
    private final String[] places;

    private UpdateText(@Nullable String text, Map<String, String> names, String[] places) {
        this.text = text;
        this.names = names.isEmpty() ? null : Collections.unmodifiableMap(names);
        this.places = places;
    }

    /**
     * Writes an update.
     *
     * @param sets the names of the attributes that are set, in the order in which their values will come
     * @param removes the names of those that are removed
     * @return the text
     */
    public static UpdateText of(List<String> sets, List<String> removes) {
        Map<String, String> names = new LinkedHashMap<>();
        String[] places = new String[sets.size()];
        StringBuilder text = new StringBuilder();
        String separator = "SET ";
        for (String attribute : sets) {
            places[names.size()] = ":v" + names.size();
            text.append(separator).append("#n").append(names.size());
            text.append(" = ").append(places[names.size()]);
            names.put("#n" + names.size(), attribute);
            separator = ", ";
        }
        separator = sets.isEmpty() ? "REMOVE " : " REMOVE ";
        for (String attribute : removes) {
            text.append(separator).append("#n").append(names.size());
            names.put("#n" + names.size(), attribute);
            separator = ", ";
        }
        return new UpdateText(text.isEmpty() ? null : text.toString(), names, places);
    }

    /**
     * Returns the text.
     *
     * @return the update expression; null if there is nothing to update
     */
    public @Nullable String text() {
        return text;
    }

    /**
     * Returns the names behind the placeholders.
     *
     * @return names by placeholder; null where there are none, as the SDK wants it
     */
    public @Nullable Map<String, String> names() {
        return names;
    }

    /**
     * Returns values by their placeholders.
     *
     * @param values a value for each attribute that is set; what follows them does not count
     * @return values by placeholder; null where there are none, as the SDK wants it
     */
    public @Nullable Map<String, AttributeValue> values(@Nullable AttributeValue[] values) {
        return places.length == 0 ? null : new AttributeMap(places, values, places.length);
    }
}
