package io.bloop.model;

import io.bloop.expression.Path;
import io.bloop.type.AttributeValues;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The full primary key of one object of a model.
 *
 * <p>Immutable, equal by model and values, and thread-safe.
 *
 * @param <T> the class of the model's objects
 * @since 0.1.0
 */
public final class Key<T> {

    private final ModelDefinition<T> model;
    private final Map<String, AttributeValue> attributes;
    private final Map<Column<T, ?>, AttributeValue> given;

    /** Written by a race at worst, always with the same number; 0 until it is asked for. */
    private int hash;

    Key(ModelDefinition<T> model, Map<String, AttributeValue> attributes) {
        this(model, attributes, Map.of());
    }

    /**
     * Creates a key.
     *
     * @param given the parts that the attributes do not tell
     */
    Key(ModelDefinition<T> model, Map<String, AttributeValue> attributes, Map<Column<T, ?>, AttributeValue> given) {
        this.model = model;
        this.attributes = normalized(attributes);
        this.given = given;
    }

    private static Map<String, AttributeValue> normalized(Map<String, AttributeValue> attributes) {
        for (AttributeValue value : attributes.values()) {
            if (AttributeValues.normalized(value) != value) {
                Map<String, AttributeValue> normalized = new HashMap<>(attributes);
                normalized.replaceAll((name, one) -> AttributeValues.normalized(one));
                return Map.copyOf(normalized);
            }
        }
        // does not copy an immutable map
        return Map.copyOf(attributes);
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

    /**
     * Returns the value of a column that the key holds: a key column, or a part of its template.
     *
     * @param <V> the Java type of the value
     * @param path a key column of the model, or a column that a template of the table's keys names
     * @return the value; null where the key is not of the form of its template, or has the letters of the part in one case
     *     and was not made of the value
     * @throws InvalidColumn if the key does not hold the column
     */
    public <V> @Nullable V get(Path<T, V> path) {
        boolean isHeld = false;
        for (Column<T, ?> key : model.keys()) {
            AttributeValue stored = attributes.get(key.attribute());
            boolean isPart = key.template()
                    .map(template -> template.parts().contains(path.place()))
                    .orElse(false);
            AttributeValue value = key == path.place() ? stored : isPart ? part(key, path, stored) : null;
            if (value != null) {
                return AttributeValues.load(path.type(), value);
            }
            isHeld |= isPart || key == path.place();
        }
        if (path.place() instanceof Column<?, ?> column && given.containsKey(column)) {
            return AttributeValues.load(path.type(), given.get(column));
        }
        if (!isHeld) {
            throw InvalidColumn.notInKey(model, path.name());
        }
        return null;
    }

    private static <T> @Nullable AttributeValue part(
            Column<T, ?> key, Path<T, ?> path, @Nullable AttributeValue stored) {
        String text = stored == null ? null : stored.s();
        return text == null ? null : key.template().orElseThrow().parse(text).get(path.place());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Key<?> that && model == that.model && attributes.equals(that.attributes);
    }

    @Override
    public int hashCode() {
        int known = hash;
        if (known == 0) {
            for (AttributeValue value : attributes.values()) {
                // only one of them is set; the hash code of an attribute value would read all of its members
                known += Objects.hashCode(value.s()) + Objects.hashCode(value.n()) + Objects.hashCode(value.b());
            }
            hash = known;
        }
        return known;
    }

    /** Returns the key for people, such as {@code User(id=S "1")}. */
    @Override
    public String toString() {
        Map<String, String> columns = new LinkedHashMap<>();
        model.keys().forEach(column -> columns.put(column.attribute(), column.name()));
        return AttributeValues.printKey(model.name(), columns, attributes);
    }
}
