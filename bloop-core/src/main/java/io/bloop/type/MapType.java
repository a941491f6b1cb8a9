package io.bloop.type;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Stores a map from strings as M.
 *
 * <p>Empty maps are stored; a null value is stored as NULL, and read back as null. An absent attribute loads as an
 * empty map. Maps that were loaded may be changed. Immutable and thread-safe.
 *
 * @param <E> the Java type of the values
 * @since 0.1.0
 */
public final class MapType<E> extends Type<Map<String, E>> {

    private final Type<E> element;

    MapType(Type<E> element) {
        super("Map<String, " + element + ">", Map.class, Tag.M);
        this.element = element;
    }

    /**
     * Returns the type of the values.
     *
     * @return any type
     */
    public Type<E> element() {
        return element;
    }

    @Override
    public boolean write(Map<String, E> value, ValueWriter out) {
        return write(value, Map.of(), out);
    }

    private boolean write(Map<String, E> value, Map<?, ?> kept, ValueWriter out) {
        MemberWriter members = out.map(value.size());
        for (Map.Entry<String, E> entry : value.entrySet()) {
            String name = name(entry.getKey());
            members.name(name);
            Members.rewrite(element, entry.getValue(), kept.get(name), members);
        }
        members.end();
        return true;
    }

    /** Requires a name, of which the compiler may not have known the class. */
    private String name(@Nullable Object name) {
        if (name == null) {
            throw InvalidValue.unstorable(this + " without null names", "a null name");
        }
        if (!(name instanceof String text)) {
            throw InvalidValue.unstorable(
                    this + " whose names are strings",
                    "a name of the class " + name.getClass().getName());
        }
        if (text.isEmpty()) {
            throw InvalidValue.unstorable(this + " without empty names", "an empty name");
        }
        return text;
    }

    @Override
    public boolean isLike(Type<?> other) {
        return other instanceof MapType<?> map && element.isLike(map.element);
    }

    @Override
    public boolean isStoredAs(Type<?> other) {
        return other instanceof MapType<?> map ? element.isStoredAs(map.element) : super.isStoredAs(other);
    }

    @Override
    @SuppressWarnings("NullAway") // the values are null where the caller's were
    public Map<String, E> read(ValueReader in) {
        require(in);
        if (in instanceof AttributeValueReader stored) {
            return read(stored);
        }
        Map<String, E> result = new LinkedHashMap<>();
        MemberReader members = in.members();
        while (members.next()) {
            result.put(members.name(), Members.read(element, members));
        }
        return result;
    }

    @SuppressWarnings("NullAway") // as above
    private Map<String, E> read(AttributeValueReader in) {
        AttributeValue whole = in.current();
        Map<String, AttributeValue> stored = whole.m();
        Map<String, E> result = new LinkedHashMap<>(stored.size() * 4 / 3 + 1);
        stored.forEach((name, value) -> {
            in.stand(value);
            result.put(name, Members.read(element, in));
        });
        in.stand(whole);
        return result;
    }

    @Override
    public Map<String, E> absent() {
        return new LinkedHashMap<>();
    }

    @Override
    public @Nullable Map<String, E> unloaded() {
        return null;
    }

    @Override
    public @Nullable Object remember(@Nullable Map<String, E> value) {
        if (value == null) {
            return null;
        }
        Map<String, @Nullable Object> kept = new HashMap<>(value.size() * 4 / 3 + 1);
        value.forEach((name, one) -> kept.put(name, element.remember(one)));
        return kept;
    }

    @Override
    public @Nullable Object rememberRead(ValueReader in, @Nullable Map<String, E> value) {
        if (value == null || element.hasOneForm()) {
            return remember(value);
        }
        Map<String, @Nullable Object> kept = new HashMap<>(value.size() * 4 / 3 + 1);
        MemberReader stored = in.members();
        while (stored.next()) {
            kept.put(stored.name(), Members.rememberRead(element, stored, value.get(stored.name())));
        }
        return kept;
    }

    @Override
    public boolean hasOneForm() {
        return element.hasOneForm();
    }

    @Override
    int likeness(Map<String, E> value, Object remembered) {
        int same = 0;
        for (Map.Entry<?, ?> one : ((Map<?, ?>) remembered).entrySet()) {
            E now = value.get(one.getKey());
            same += now != null && Members.isSame(element, now, one.getValue()) ? 1 : 0;
        }
        return same;
    }

    @Override
    boolean writeOver(Map<String, E> value, @Nullable Object remembered, ValueWriter out) {
        if (!(remembered instanceof Map<?, ?> kept) || element.hasOneForm()) {
            return write(value, out);
        }
        return write(value, kept, out);
    }

    @Override
    public boolean isSame(@Nullable Map<String, E> value, @Nullable Object remembered) {
        if (value == null || !(remembered instanceof Map<?, ?> kept)) {
            return (value == null || value.isEmpty()) && remembered == null;
        }
        if (value.size() != kept.size()) {
            return false;
        }
        for (Map.Entry<String, E> entry : value.entrySet()) {
            if (!kept.containsKey(entry.getKey())
                    || !Members.isSame(element, entry.getValue(), kept.get(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }

    @Override
    void restore(Object remembered, ValueWriter out) {
        Map<?, ?> kept = (Map<?, ?>) remembered;
        MemberWriter members = out.map(kept.size());
        kept.forEach((name, one) -> {
            members.name((String) name);
            Members.restore(element, one, members);
        });
        members.end();
    }
}
