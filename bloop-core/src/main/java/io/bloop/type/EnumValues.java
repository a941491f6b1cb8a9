package io.bloop.type;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Finds the constants of an enum by a value that each has for itself. */
final class EnumValues<E extends Enum<E>, V> implements Codec<E, String> {

    private final Class<E> type;
    private final TextType<V> stored;
    private final UnaryOperator<String> canonical;
    private final Map<E, String> texts = new LinkedHashMap<>();
    private final Map<String, E> constants = new HashMap<>();

    EnumValues(Class<E> type, TextType<V> stored, Function<? super E, ? extends V> value) {
        this.type = type;
        this.stored = stored;
        this.canonical = stored.tag() == Tag.N ? NumberText::canonical : UnaryOperator.identity();
        for (E constant : type.getEnumConstants()) {
            add(constant, value.apply(constant));
        }
    }

    /** Stores constants by their names. */
    static <E extends Enum<E>> EnumValues<E, String> named(Class<E> type) {
        return new EnumValues<>(type, Types.STRING, Enum::name);
    }

    @Override
    public boolean excludes(Codec<?, ?> other) {
        return other instanceof EnumValues<?, ?> values && values.type == type && !values.texts.equals(texts);
    }

    private void add(E constant, V value) {
        String text = value == null ? null : stored.print(value);
        if (text == null) {
            throw new InvalidType(
                    type.getSimpleName(), "has a constant " + constant.name() + " without a value; give it one.");
        }
        E other = constants.putIfAbsent(canonical.apply(text), constant);
        if (other != null) {
            throw new InvalidType(
                    type.getSimpleName(),
                    "has constants " + other.name() + " and " + constant.name() + " that both have the value " + text
                            + "; give each one of its own.");
        }
        texts.put(constant, text);
    }

    @Override
    public String dump(E constant) {
        return Objects.requireNonNull(texts.get(constant), "every constant has one");
    }

    @Override
    public E load(String text) {
        E constant = constants.get(canonical.apply(text));
        if (constant == null) {
            boolean byName = texts.entrySet().stream()
                    .allMatch(one -> one.getKey().name().equals(one.getValue()));
            String expected = type.getSimpleName() + ", one of " + (byName ? texts.values() : texts);
            throw InvalidValue.unreadable(expected, "another " + stored.tag(), text, null);
        }
        return constant;
    }
}
