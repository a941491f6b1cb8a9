package io.bloop.mapping.internal;

import io.bloop.model.Column;
import io.bloop.model.KeyTemplate;
import io.bloop.type.StoredItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the parts of keys that templates make, and completes items of which only the key is known. */
public final class KeyParts<T> {

    private final List<Column<T, ?>> templates;
    private final List<Column<T, ?>> plainKeys;
    private final Set<Column<T, ?>> parts = new LinkedHashSet<>();

    KeyParts(List<Column<T, ?>> columns) {
        this.templates = new ArrayList<>();
        this.plainKeys = columns.stream()
                .filter(column -> column.isKey() && !isTemplate(column))
                .toList();
        // a key of the table is there whatever a projection holds
        columns.stream().filter(KeyParts::isTemplate).filter(Column::isKey).forEach(templates::add);
        columns.stream()
                .filter(KeyParts::isTemplate)
                .filter(column -> !column.isKey())
                .forEach(templates::add);
        templates.forEach(column -> parts.addAll(template(column).parts()));
    }

    private static boolean isTemplate(Column<?, ?> column) {
        return column.template().isPresent();
    }

    private static <T> KeyTemplate<T> template(Column<T, ?> column) {
        return column.template().orElseThrow();
    }

    /** Tells whether a column stands in a key. */
    boolean contain(Column<T, ?> column) {
        return parts.contains(column);
    }

    /** Reads a part from a key that an item has; null where there is none, or one of another form. */
    @Nullable
    AttributeValue find(Column<T, ?> part, StoredItem item) {
        for (Column<T, ?> column : templates) {
            if (template(column).parts().contains(part)) {
                String key = item.text(column.attribute());
                AttributeValue value =
                        key == null ? null : template(column).parse(key).get(part);
                if (value != null) {
                    return value;
                }
            }
        }
        return null;
    }

    /** Describes the keys that a part stands in. */
    String forms(Column<T, ?> part) {
        return "a key of the form "
                + templates.stream()
                        .filter(column -> template(column).parts().contains(part))
                        .map(column -> "'" + template(column) + "'")
                        .collect(Collectors.joining(" or "));
    }

    /**
     * Reads the parts of the table's key.
     *
     * @param key the attributes of the key
     * @return the stored values of the parts
     */
    public Map<Column<T, ?>, AttributeValue> of(Map<String, AttributeValue> key) {
        Map<Column<T, ?>, AttributeValue> values = new LinkedHashMap<>();
        for (Column<T, ?> column : templates) {
            AttributeValue stored = column.isKey() ? key.get(column.attribute()) : null;
            if (stored != null && stored.s() != null) {
                template(column).parse(stored.s()).forEach(values::putIfAbsent);
            }
        }
        for (Column<T, ?> column : plainKeys) {
            AttributeValue stored = key.get(column.attribute());
            if (stored != null) {
                values.putIfAbsent(column, stored);
            }
        }
        return values;
    }

    /**
     * Returns what the key alone tells of an item: the parts that are columns of their own, and the keys of indexes that
     * are made of them.
     *
     * @param key the attributes of the key
     * @return the stored values by their columns
     */
    public Map<Column<T, ?>, AttributeValue> told(Map<String, AttributeValue> key) {
        Map<Column<T, ?>, AttributeValue> known = of(key);
        Map<Column<T, ?>, AttributeValue> told = new LinkedHashMap<>();
        known.forEach((part, value) -> {
            if (!part.isKeyOnly() && !part.isKey()) {
                told.put(part, value);
            }
        });
        for (Column<T, ?> column : templates) {
            String text = column.isKey() ? null : template(column).format(known::get);
            if (text != null) {
                told.put(column, AttributeValue.fromS(text));
            }
        }
        return told;
    }
}
