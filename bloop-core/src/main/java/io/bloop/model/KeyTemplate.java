package io.bloop.model;

import io.bloop.BloopException;
import io.bloop.rule.internal.TemplateText;
import io.bloop.type.AttributeValues;
import io.bloop.type.StringType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The form of a key that is made of several columns, such as {@code ORDER#{orderId}}.
 *
 * <p>A template is literal text with the names of columns in braces, its parts. A number is printed with leading zeros to
 * the width behind its name, such as {@code LINE#{line:5}}, so that keys are in the order of the numbers. A star instead of
 * the width prints it without leading zeros. The letters of a text are printed in one case by {@code {email:lower}} or
 * {@code {email:upper}}: a key does not give such a part back, and conditions on the key ignore its case. Immutable once its
 * model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 * @see ColumnFactory#template
 * @since 0.1.0
 */
public final class KeyTemplate<T> {

    /** The text that is greater than every text of a part: a code point that Unicode never gives to a character. */
    public static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private final TemplateText declared;
    private List<KeyPart<T>> parts = List.of();
    private List<Column<T, ?>> columns = List.of();
    private Set<Column<T, ?>> readable = Set.of();
    private boolean hasOneForm;

    KeyTemplate(String text) {
        this.declared = TemplateText.of(text);
    }

    TemplateText declared() {
        return declared;
    }

    /** Sets the columns that the declaration refers to. */
    void resolve(List<Column<T, ?>> columns) {
        List<KeyPart<T>> resolved = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            boolean isLast = i == columns.size() - 1;
            String separator = declared.literals().get(i + 1);
            resolved.add(new KeyPart<>(columns.get(i), declared.parts().get(i), separator, isLast, text()));
        }
        parts = List.copyOf(resolved);
        this.columns = List.copyOf(columns);
        readable =
                parts.stream().filter(KeyPart::isReadable).map(KeyPart::column).collect(Collectors.toUnmodifiableSet());
        hasOneForm = parts.stream()
                .allMatch(part -> part.isReadable() && part.column().type().hasOneForm());
    }

    /** Returns the type of the keys, for which texts that have the same parts are one value. */
    StringType<String> type() {
        return StringType.of(String.class, text -> text, this::canonical);
    }

    private String canonical(String text) {
        if (hasOneForm || isOwnForm(text)) {
            return text;
        }
        Map<Column<T, ?>, AttributeValue> values = texts(text);
        if (values.isEmpty()) {
            return text;
        }
        try {
            String canonical = format(column -> {
                AttributeValue value = values.get(column);
                return value == null ? null : canonical(column, value);
            });
            return canonical == null ? text : canonical;
        } catch (BloopException ex) {
            return text; // a key that other software has made is compared by its text
        }
    }

    /** Tells, at little cost, that a key is the one of its parts, or not of this form; false tells nothing. */
    private boolean isOwnForm(String key) {
        int at = prefix().length();
        for (KeyPart<T> part : admits(key) ? parts : List.<KeyPart<T>>of()) {
            int end = end(part, key, at);
            if (end < 0 || !key.startsWith(part.separator(), end)) {
                return true;
            }
            if (!part.isOwnForm(key.substring(at, end))) {
                return false;
            }
            at = end + part.separator().length();
        }
        return true;
    }

    private static <V> @Nullable AttributeValue canonical(Column<?, V> column, AttributeValue value) {
        return AttributeValues.dump(column.type(), AttributeValues.load(column.type(), value));
    }

    /**
     * Returns the text of the template.
     *
     * @return the text as it was declared
     */
    public String text() {
        return declared.text();
    }

    /**
     * Returns the columns that keys are made of.
     *
     * @return the columns in the order of the template; none where the key is a literal
     */
    public List<Column<T, ?>> parts() {
        return columns;
    }

    /**
     * Tells whether keys give back the value of a part.
     *
     * @param column a column
     * @return true if the template names the column, and prints its letters as they are
     */
    public boolean tells(Column<?, ?> column) {
        return readable.contains(column);
    }

    /**
     * Returns the text that every key begins with.
     *
     * @return the literal text before the first part, perhaps empty; the whole key where there are no parts
     */
    public String prefix() {
        return declared.prefix();
    }

    /**
     * Tells whether a key is one of this template, as far as its literal text tells.
     *
     * @param key the text of a key
     * @return true if the key begins with the prefix, or is the whole template where that has no parts
     */
    public boolean admits(CharSequence key) {
        int length = prefix().length();
        return (declared.parts().isEmpty() ? key.length() == length : key.length() >= length) && beginsWithPrefix(key);
    }

    private boolean beginsWithPrefix(CharSequence key) {
        String prefix = prefix();
        for (int i = 0; i < prefix.length(); i++) {
            if (key.charAt(i) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether the keys of two templates cannot be told apart by their literal text.
     *
     * @param other the other template
     * @return true if each of both, or either of them, may take a key of the other for its own
     */
    public boolean overlaps(KeyTemplate<?> other) {
        return declared.overlaps(other.declared);
    }

    /**
     * Makes a key.
     *
     * @param values returns the stored value of a part; null where there is none
     * @return the text of the key; null where a part has no value
     * @throws InvalidKey if a value cannot be told from what follows it, or does not fit its width
     */
    public @Nullable String format(Function<Column<T, ?>, @Nullable AttributeValue> values) {
        StringBuilder key = new StringBuilder(prefix());
        for (KeyPart<T> part : parts) {
            AttributeValue value = values.apply(part.column());
            if (value == null) {
                return null;
            }
            key.append(part.print(value)).append(part.separator());
        }
        return key.toString();
    }

    /** Makes the key of an object; null where a part has no value. */
    @Nullable
    String of(T object) {
        return format(column -> dump(column, object));
    }

    private static <T, V> @Nullable AttributeValue dump(Column<T, V> column, T object) {
        return AttributeValues.dump(column.type(), column.get(object));
    }

    /**
     * Reads the parts of a key.
     *
     * @param key the text of a key
     * @return the stored values of the parts, without those whose letters the key has in one case; empty where the key is
     *     not of this form
     */
    public Map<Column<T, ?>, AttributeValue> parse(String key) {
        Map<Column<T, ?>, AttributeValue> values = texts(key);
        if (readable.size() < columns.size()) {
            values.keySet().retainAll(readable);
        }
        return values;
    }

    /** Reads the parts of a key as the key has them. */
    private Map<Column<T, ?>, AttributeValue> texts(String key) {
        Map<Column<T, ?>, AttributeValue> values = new LinkedHashMap<>();
        if (!admits(key)) {
            return values;
        }
        int at = prefix().length();
        for (KeyPart<T> part : parts) {
            int end = end(part, key, at);
            AttributeValue value = end < 0 ? null : part.parse(key.substring(at, end));
            if (value == null || !key.startsWith(part.separator(), end)) {
                return new LinkedHashMap<>();
            }
            values.put(part.column(), value);
            at = end + part.separator().length();
        }
        return at == key.length() ? values : new LinkedHashMap<>();
    }

    private int end(KeyPart<T> part, String key, int from) {
        if (part.width() > 0) {
            return from + part.width() <= key.length() ? from + part.width() : -1;
        }
        if (!part.separator().isEmpty()) {
            return key.indexOf(part.separator(), from);
        }
        return key.length();
    }

    /**
     * Prints the stored value of a part as it stands in a key.
     *
     * @param part the place of the part, from 0
     * @param value the stored value
     * @return the text, without the literals around it
     * @throws InvalidKey if the value cannot be told from what follows it, or does not fit its width
     */
    public String print(int part, AttributeValue value) {
        return parts.get(part).print(value);
    }

    /**
     * Prints the beginning of a text as it stands in a key.
     *
     * @param part the place of the part, from 0
     * @param text the beginning of a text
     * @return the text
     * @throws InvalidKey if it holds the separator that follows the part, and so would reach into what comes after it
     */
    public String printBeginning(int part, String text) {
        return parts.get(part).printBeginning(text);
    }

    /**
     * Returns the literal text that follows a part.
     *
     * @param part the place of the part, from 0
     * @return the text, perhaps empty
     */
    public String separator(int part) {
        return parts.get(part).separator();
    }

    /**
     * Tells whether keys that agree in the parts before are in the order of a part's values.
     *
     * @param part the place of the part, from 0
     * @return true for the last part, and for those of a fixed width, unless its letters are in one case or its digits are
     *     not filled up
     */
    public boolean isSortable(int part) {
        return unordered(part).isEmpty();
    }

    /**
     * Returns what keeps keys that agree in the parts before from the order of a part's values.
     *
     * @param part the place of the part, from 0
     * @return the reason, as the end of a sentence; empty where keys are in that order
     */
    public Optional<String> unordered(int part) {
        return Optional.ofNullable(parts.get(part).unordered());
    }

    /** Returns the template as it was declared. */
    @Override
    public String toString() {
        return text();
    }
}
