package io.bloop.model;

import io.bloop.type.AttributeValues;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Is the full primary key of one object of a model.
 *
 * <p>Immutable, equal by model and values, and thread-safe.
 *
 * @param <T> the class of the model's objects
 */
public final class Key<T> {

    private final ModelDefinition<T> model;
    private final Map<String, AttributeValue> attributes;

    Key(ModelDefinition<T> model, Map<String, AttributeValue> attributes) {
        this.model = model;
        Map<String, AttributeValue> normalized = new HashMap<>(attributes);
        normalized.replaceAll((name, value) -> AttributeValues.normalized(value));
        this.attributes = Map.copyOf(normalized);
    }

    /**
     * Returns the model.
     *
     * @return the model
     */
    public ModelDefinition<T> model() {
        return model;
    }

    /**
     * Returns the key as the table stores it.
     *
     * @return one attribute, or two where the model has a range key
     */
    public Map<String, AttributeValue> attributes() {
        return attributes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key<?> that && model == that.model && attributes.equals(that.attributes);
    }

    @Override
    public int hashCode() {
        return attributes.hashCode();
    }

    /** Returns the key for people, as {@code User(id=S "1")}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(model.name()).append('(');
        String separator = "";
        for (Column<T, ?> column : model.keys()) {
            AttributeValue value = attributes.get(column.attribute());
            text.append(separator).append(column.name()).append('=');
            text.append(value == null ? "nothing" : AttributeValues.print(value));
            separator = ", ";
        }
        return text.append(')').toString();
    }
}
