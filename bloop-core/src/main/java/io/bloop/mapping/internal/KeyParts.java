package io.bloop.mapping.internal;

import io.bloop.model.Column;
import io.bloop.model.Key;
import io.bloop.model.KeyTemplate;
import io.bloop.type.AttributeValues;
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

/** Reads the parts of keys that templates make, and completes items whose key alone is known. */
public final class KeyParts<T> {

    private final List<Made<T>> templates = new ArrayList<>();
    private final List<Column<T, ?>> plainKeys = new ArrayList<>();
    private final Set<Column<T, ?>> parts = new LinkedHashSet<>();

    /** A column that a template makes. */
    private record Made<T>(Column<T, ?> column, KeyTemplate<T> template) {}

    KeyParts(List<Column<T, ?>> columns) {
        // a key of the table is there whatever a projection holds
        add(columns, true);
        add(columns, false);
        for (Made<T> made : templates) {
            for (Column<T, ?> part : made.template().parts()) {
                if (made.template().tells(part)) {
                    parts.add(part);
                }
            }
        }
    }

    private void add(List<Column<T, ?>> columns, boolean keys) {
        for (Column<T, ?> column : columns) {
            if (column.isKey() == keys) {
                add(column);
            }
        }
    }

    private void add(Column<T, ?> column) {
        KeyTemplate<T> template = column.template().orElse(null);
        if (template != null) {
            templates.add(new Made<>(column, template));
        } else if (column.isKey()) {
            plainKeys.add(column);
        }
    }

    /**
     * Tells whether no key of the model is made by a template.
     *
     * @return true if nothing has to be read from keys, and no key has to be made
     */
    public boolean areNone() {
        return templates.isEmpty();
    }

    /** Tells whether a column can be read from a key. */
    boolean contain(Column<T, ?> column) {
        return parts.contains(column);
    }

    /** Returns what reads the parts of an item's keys, each key once. */
    Found<T> in(StoredItem item) {
        return new Found<>(this, item);
    }

    /** The parts of an item's keys, which are read when one is asked for. */
    static final class Found<T> {

        private final KeyParts<T> parts;
        private final StoredItem item;
        private final Map<Column<T, ?>, AttributeValue> values = new LinkedHashMap<>();
        private int read;

        private Found(KeyParts<T> parts, StoredItem item) {
            this.parts = parts;
            this.item = item;
        }

        /** Returns a part of a key that the item has; null where there is none, or one of another form. */
        @Nullable
        AttributeValue get(Column<T, ?> part) {
            AttributeValue value = values.get(part);
            while (value == null && read < parts.templates.size()) {
                Made<T> made = parts.templates.get(read);
                read++;
                String key = item.text(made.column().attribute());
                if (key != null) {
                    made.template().parse(key).forEach(values::putIfAbsent);
                    value = values.get(part);
                }
            }
            return value;
        }
    }

    /** Describes the keys that a part stands in. */
    String forms(Column<T, ?> part) {
        return "a key of the form "
                + templates.stream()
                        .map(Made::template)
                        .filter(template -> template.tells(part))
                        .map(template -> "'" + template + "'")
                        .collect(Collectors.joining(" or "));
    }

    /**
     * Reads the parts of the table's key.
     *
     * @param key the key
     * @return what is known of the parts
     */
    public Known<T> of(Key<T> key) {
        Map<Column<T, ?>, AttributeValue> told = new LinkedHashMap<>();
        Map<Column<T, ?>, AttributeValue> given = new LinkedHashMap<>();
        for (Made<T> made : templates) {
            AttributeValue stored =
                    made.column().isKey() ? key.attributes().get(made.column().attribute()) : null;
            if (stored != null && stored.s() != null) {
                made.template().parse(stored.s()).forEach(told::putIfAbsent);
                made.template().parts().stream()
                        .filter(part -> !made.template().tells(part))
                        .forEach(part -> give(part, key, given));
            }
        }
        for (Column<T, ?> column : plainKeys) {
            AttributeValue stored = key.attributes().get(column.attribute());
            if (stored != null) {
                told.putIfAbsent(column, stored);
            }
        }
        return new Known<>(told, given);
    }

    private static <T, V> void give(Column<T, V> part, Key<T> key, Map<Column<T, ?>, AttributeValue> given) {
        AttributeValue value = AttributeValues.dump(part.type(), key.get(part));
        if (value != null) {
            given.putIfAbsent(part, value);
        }
    }

    /**
     * The parts of a key.
     *
     * @param told those that the attributes of the key tell
     * @param given those of which the key was made, and whose letters it has in one case: the item may have others
     */
    public record Known<T>(Map<Column<T, ?>, AttributeValue> told, Map<Column<T, ?>, AttributeValue> given) {

        /**
         * Returns the value of a part as a template may print it.
         *
         * @param part the part
         * @param template a template that names it
         * @return the stored value; null where it is not known, or the template has letters that only the item tells
         */
        public @Nullable AttributeValue value(Column<T, ?> part, KeyTemplate<T> template) {
            AttributeValue value = told.get(part);
            return value == null && !template.tells(part) ? given.get(part) : value;
        }
    }

    /**
     * Returns what the key alone tells of an item: the parts that are columns of their own, and the keys of indexes that
     * are made of them.
     *
     * @param key the key
     * @return the stored values by their columns
     */
    public Map<Column<T, ?>, AttributeValue> told(Key<T> key) {
        Known<T> known = of(key);
        Map<Column<T, ?>, AttributeValue> told = new LinkedHashMap<>(known.given());
        told.putAll(known.told());
        told.keySet().removeIf(part -> part.isKeyOnly() || part.isKey());
        for (Made<T> made : templates) {
            String text =
                    made.column().isKey() ? null : made.template().format(part -> known.value(part, made.template()));
            if (text != null) {
                told.put(made.column(), AttributeValue.createS(text));
            }
        }
        return told;
    }
}
