package io.bloop.model;

import io.bloop.type.AttributeValues;
import io.bloop.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Makes the keys of a model of plain values.
 *
 * @param keys the table's keys
 * @param columns the columns whose values make a key: the keys themselves, and the parts of their templates
 * @param untold those of them that no key gives back
 */
record KeyValues<T>(
        ModelDefinition<T> model, List<Column<T, ?>> keys, List<Column<T, ?>> columns, Set<Column<T, ?>> untold) {

    static <T> KeyValues<T> of(ModelDefinition<T> model, List<Column<T, ?>> keys) {
        Set<Column<T, ?>> columns = new LinkedHashSet<>();
        for (Column<T, ?> key : keys) {
            columns.addAll(key.template().map(KeyTemplate::parts).orElse(List.of(key)));
        }
        Set<Column<T, ?>> untold = new LinkedHashSet<>(columns);
        keys.forEach(key -> {
            untold.remove(key);
            key.template()
                    .ifPresent(template ->
                            template.parts().stream().filter(template::tells).forEach(untold::remove));
        });
        return new KeyValues<>(model, keys, List.copyOf(columns), Set.copyOf(untold));
    }

    Key<T> keyOf(Object @Nullable ... values) {
        if (values == null) {
            throw new InvalidKey(model.name(), expected(), "null");
        }
        boolean fits = values.length == columns.size();
        for (int i = 0; fits && i < values.length; i++) {
            fits = columns.get(i).type().javaType().isInstance(values[i]);
        }
        if (!fits) {
            List<String> found = new ArrayList<>();
            for (Object value : values) {
                found.add(value == null ? "null" : value.getClass().getSimpleName());
            }
            throw new InvalidKey(model.name(), expected(), found.toString());
        }
        if (columns.equals(keys)) {
            return plainKeyOf(values);
        }
        Map<Column<T, ?>, AttributeValue> dumped = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            dumped.put(columns.get(i), dumped(columns.get(i), values[i]));
        }
        Map<String, AttributeValue> attributes = new HashMap<>();
        for (Column<T, ?> key : keys) {
            attributes.put(
                    key.attribute(),
                    key.template()
                            .map(template -> template.format(dumped::get))
                            .map(AttributeValue::createS)
                            .orElseGet(() -> Objects.requireNonNull(dumped.get(key))));
        }
        return new Key<>(model, attributes, given(dumped));
    }

    /** Makes a key without templates. */
    private Key<T> plainKeyOf(Object[] values) {
        AttributeValue hash = dumped(columns.get(0), values[0]);
        return new Key<>(
                model,
                values.length == 1
                        ? Map.of(columns.get(0).attribute(), hash)
                        : Map.of(
                                columns.get(0).attribute(),
                                hash,
                                columns.get(1).attribute(),
                                dumped(columns.get(1), values[1])));
    }

    /** Returns the values that none of the keys gives back. */
    private Map<Column<T, ?>, AttributeValue> given(Map<Column<T, ?>, AttributeValue> dumped) {
        if (untold.isEmpty()) {
            return Map.of();
        }
        Map<Column<T, ?>, AttributeValue> given = new HashMap<>(dumped);
        given.keySet().retainAll(untold);
        return given;
    }

    private AttributeValue dumped(Column<T, ?> column, Object value) {
        AttributeValue dumped = dumpKey(column.type(), value);
        if (dumped == null) {
            throw new InvalidKey(model.name(), expected(), "a value that says nothing");
        }
        if (isEmpty(dumped)) {
            throw new InvalidKey(model.name(), expected(), "an empty value for " + column.name());
        }
        return dumped;
    }

    static boolean isEmpty(AttributeValue value) {
        return value.s() != null && value.s().isEmpty()
                || value.b() != null && value.b().asByteArrayUnsafe().length == 0;
    }

    private String expected() {
        return columns.stream()
                .map(column -> column.name() + " (" + column.type() + ")")
                .toList()
                .toString();
    }

    @SuppressWarnings("unchecked") // its class was checked
    private static <V> @Nullable AttributeValue dumpKey(Type<V> type, Object value) {
        return AttributeValues.dump(type, (V) value);
    }
}
