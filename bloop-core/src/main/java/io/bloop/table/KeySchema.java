package io.bloop.table;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/**
 * The keys of a table or an index.
 *
 * @param keys the keys in order
 * @since 0.1.0
 */
public record KeySchema(List<Key> keys) implements Serializable {

    /**
     * Creates a key schema that keeps a copy.
     *
     * @param keys the keys in order
     */
    public KeySchema {
        keys = List.copyOf(keys);
    }

    /**
     * A key of a table or an index.
     *
     * @param role {@code hash} or {@code range}
     * @param attribute the attribute
     * @param type the data type, such as {@code S}; null where DynamoDB does not tell it
     * @since 0.1.0
     */
    public record Key(
            String role, String attribute, @Nullable String type) implements Serializable {}

    /**
     * Returns the keys of a table or index as DynamoDB describes them.
     *
     * @param schema the key schema
     * @param types the types of the attributes by name
     * @return the keys
     */
    public static KeySchema of(List<KeySchemaElement> schema, Map<String, String> types) {
        return new KeySchema(schema.stream()
                .map(key -> new Key(
                        key.keyTypeAsString().toLowerCase(Locale.ROOT),
                        key.attributeName(),
                        types.get(key.attributeName())))
                .toList());
    }

    /**
     * Returns the keys for people without their types, such as {@code hash owner, range createdOn}.
     *
     * @return the keys for people
     */
    public String printNames() {
        return keys.stream().map(key -> key.role() + " " + key.attribute()).collect(Collectors.joining(", "));
    }

    /** Returns the keys for people, such as {@code hash owner (S), range createdOn (S)}. */
    @Override
    public String toString() {
        return keys.stream()
                .map(key -> key.role() + " " + key.attribute() + " (" + (key.type() == null ? "?" : key.type()) + ")")
                .collect(Collectors.joining(", "));
    }
}
