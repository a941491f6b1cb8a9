package io.bloop.query;

import io.bloop.expression.Condition;
import io.bloop.expression.Operator;
import io.bloop.expression.Path;
import io.bloop.model.Column;
import io.bloop.model.Index;
import io.bloop.model.KeyColumn;
import io.bloop.model.KeyTemplate;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.type.StoredItem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a query asks of the attributes of its keys: conditions on the parts of templates become conditions on the keys that
 * are made of them.
 *
 * @param where the condition on the keys
 * @param excluded keys that are in the range of the condition and not in that of the query, by their attributes
 */
record KeyQuery<T>(Condition<T> where, Map<String, String> excluded) {

    /** Tells whether an item that DynamoDB has returned is in the range of the query. */
    boolean admits(StoredItem item) {
        return excluded.isEmpty()
                || excluded.entrySet().stream()
                        .noneMatch(entry -> item.matches(entry.getKey(), entry.getValue()::contentEquals));
    }

    /** Tells whether the condition alone keeps out keys that a template does not admit. */
    boolean implies(String attribute, KeyTemplate<?> template) {
        boolean isLiteral = template.parts().isEmpty();
        for (Condition<T> condition : where.conjuncts()) {
            Path<?, ?> subject = condition.subject();
            if (subject != null && subject.attribute().equals(attribute) && condition.comparesWithValues()) {
                List<AttributeValue> values = condition.values();
                return switch (condition.operator()) {
                    case EQ -> template.admits(String.valueOf(values.get(0).s()));
                    case BEGINS_WITH, BETWEEN ->
                        !isLiteral && values.stream().allMatch(value -> template.admits(String.valueOf(value.s())));
                    default -> false;
                };
            }
        }
        return false;
    }

    /** Returns the columns of the hash key of a search. */
    static <T> List<KeyColumn<T, ?>> hashKeys(ModelDefinition<T> model, @Nullable Index<T> index) {
        return index != null ? index.hashKeys() : List.of(model.hashKey());
    }

    /** Returns the columns of the range key of a search. */
    static <T> List<KeyColumn<T, ?>> rangeKeys(ModelDefinition<T> model, @Nullable Index<T> index) {
        return index != null
                ? index.rangeKeys()
                : model.rangeKey().stream().<KeyColumn<T, ?>>map(key -> key).toList();
    }

    /**
     * Translates the condition of a query.
     *
     * @param ownOnly whether the literal text of a range key's template is asked for where nothing else is
     */
    static <T> KeyQuery<T> of(ModelDefinition<T> model, @Nullable Index<T> index, Condition<T> where, boolean ownOnly) {
        List<KeyColumn<T, ?>> hashKeys = hashKeys(model, index);
        List<KeyColumn<T, ?>> rangeKeys = rangeKeys(model, index);
        if (!areTemplates(hashKeys) && !areTemplates(rangeKeys)) {
            return new KeyQuery<>(where, Map.of());
        }
        Translation<T> translation = new Translation<>(where.conjuncts());
        hashKeys.forEach(translation::hashKey);
        for (KeyColumn<T, ?> key : rangeKeys) {
            if (!translation.rangeKey(key, ownOnly)) {
                break;
            }
        }
        return translation.result();
    }

    private static boolean areTemplates(List<? extends KeyColumn<?, ?>> keys) {
        for (KeyColumn<?, ?> key : keys) {
            if (((Column<?, ?>) key).template().isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Translates the conditions of one query. */
    private static final class Translation<T> {

        private final List<Condition<T>> asked;
        private final Set<Condition<T>> used = new HashSet<>();
        private final Map<String, String> excluded = new HashMap<>();
        private Condition<T> where = Condition.empty();

        Translation(List<Condition<T>> asked) {
            this.asked = asked;
        }

        KeyQuery<T> result() {
            Condition<T> whole = where;
            for (Condition<T> condition : asked) {
                if (!used.contains(condition)) {
                    whole = whole.and(condition);
                }
            }
            return new KeyQuery<>(whole, excluded);
        }

        private @Nullable Condition<T> on(Path<?, ?> column) {
            for (Condition<T> condition : asked) {
                Path<?, ?> subject = condition.subject();
                if (subject != null && subject.place() == column && condition.comparesWithValues()) {
                    return condition;
                }
            }
            return null;
        }

        private @Nullable AttributeValue equal(Column<T, ?> part) {
            Condition<T> condition = on(part);
            return condition != null && condition.operator() == Operator.EQ
                    ? condition.values().get(0)
                    : null;
        }

        private void use(List<Column<T, ?>> parts) {
            for (Column<T, ?> part : parts) {
                Condition<T> condition = on(part);
                if (condition != null) {
                    used.add(condition);
                }
            }
        }

        @SuppressWarnings("unchecked") // templates make strings
        private StringColumn<T, String> text(KeyColumn<T, ?> key) {
            return (StringColumn<T, String>) key;
        }

        private @Nullable KeyTemplate<T> template(KeyColumn<T, ?> key) {
            return on(key) == null ? ((Column<T, ?>) key).template().orElse(null) : null;
        }

        void hashKey(KeyColumn<T, ?> key) {
            KeyTemplate<T> template = template(key);
            String text = template == null ? null : template.format(this::equal);
            if (template != null && text != null) {
                use(template.parts());
                where = where.and(text(key).eq(text));
            }
        }

        /** Translates the conditions on a range key; returns false where no further key can be asked for. */
        boolean rangeKey(KeyColumn<T, ?> key, boolean ownOnly) {
            KeyTemplate<T> template = template(key);
            if (template == null) {
                return true;
            }
            List<Column<T, ?>> parts = template.parts();
            StringBuilder prefix = new StringBuilder(template.prefix());
            int known = 0;
            for (; known < parts.size(); known++) {
                AttributeValue value = equal(parts.get(known));
                if (value == null) {
                    break;
                }
                prefix.append(template.print(known, value)).append(template.separator(known));
            }
            use(parts.subList(0, known));
            if (known == parts.size()) {
                if (known > 0 || ownOnly) {
                    where = where.and(text(key).eq(prefix.toString()));
                }
                return true;
            }
            Condition<T> next = on(parts.get(known));
            KeyRange range = next == null
                    ? null
                    : KeyRange.of(template, known, prefix.toString(), next.operator(), next.values());
            if (range != null) {
                use(List.of(parts.get(known)));
                where = where.and(range.on(text(key)));
                if (range.excluded() != null) {
                    excluded.put(key.attribute(), range.excluded());
                }
            } else if (!prefix.isEmpty() && (known > 0 || ownOnly)) {
                where = where.and(text(key).beginsWith(prefix.toString()));
            }
            return false;
        }
    }
}
