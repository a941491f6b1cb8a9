package io.bloop.type;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Stores a map as M, with the text of each key as the name of a member.
 *
 * <p>Empty maps are stored; a null value is stored as NULL, and read back as null. An absent attribute loads as an
 * empty map. Maps that were loaded may be changed. Immutable and thread-safe.
 *
 * @param <K> the Java type of the keys
 * @param <E> the Java type of the values
 * @since 0.1.0
 */
public final class MapType<K, E> extends Type<Map<K, E>> {

    private final TextType<K> key;
    private final Type<E> element;

    MapType(TextType<K> key, Type<E> element) {
        super("Map<" + key + ", " + element + ">", Map.class, Tag.M);
        this.key = key;
        this.element = element;
    }

    /**
     * Returns the type of the keys.
     *
     * @return a type that is backed by S or N, whose text is the name of a member
     */
    public Type<K> key() {
        return key;
    }

    /**
     * Returns the type of the values.
     *
     * @return any type
     */
    public Type<E> element() {
        return element;
    }

    /**
     * Returns the name of the member that has the value of a key.
     *
     * @param key the key
     * @return the name, such as {@code MONDAY} for a constant of that name
     * @throws InvalidValue if a map cannot have the key
     */
    public String name(K key) {
        return presentName(key);
    }

    @Override
    public boolean write(Map<K, E> value, ValueWriter out) {
        return write(value, Kept.NOTHING, out);
    }

    private boolean write(Map<K, E> value, Kept kept, ValueWriter out) {
        MemberWriter members = out.map(value.size());
        Set<String> written = hasTextKeys() ? Set.of() : new HashSet<>();
        for (Map.Entry<K, E> entry : value.entrySet()) {
            String name = checkedName(entry.getKey());
            if (!hasTextKeys() && !written.add(name)) {
                throw InvalidValue.unstorable(this + " without keys that are stored alike", "two such keys");
            }
            members.name(kept.stored(name));
            Members.rewrite(element, entry.getValue(), kept.members().get(name), members);
        }
        members.end();
        return true;
    }

    /** Tells whether the keys are the names, so that each name has one form. */
    private boolean hasTextKeys() {
        return (Object) key == Types.STRING;
    }

    private String checkedName(@Nullable Object key) {
        String name = presentName(key);
        if (name.isEmpty()) {
            throw InvalidValue.unstorable(this + " without empty names", "an empty name");
        }
        return name;
    }

    /** Requires a key, whose class the compiler may not have known. */
    private String presentName(@Nullable Object key) {
        if (key == null) {
            throw InvalidValue.unstorable(this + " without null names", "a null name");
        }
        String name = nameOrNull(key);
        if (name == null) {
            throw InvalidValue.unstorable(
                    this + " whose names are " + (hasTextKeys() ? "strings" : "of the type " + this.key),
                    "a name of the class " + key.getClass().getName());
        }
        return name;
    }

    /** Returns the name of a key; null for one of another class. */
    @SuppressWarnings("unchecked") // its class is checked
    private @Nullable String nameOrNull(@Nullable Object value) {
        if (!key.javaType().isInstance(value)) {
            return null;
        }
        return hasTextKeys() ? (String) value : key.print((K) value);
    }

    @SuppressWarnings("unchecked") // strings are their own keys
    private K parsed(String name) {
        if (hasTextKeys()) {
            return (K) name;
        }
        K parsed;
        try {
            parsed = key.parse(name);
        } catch (InvalidValue ex) {
            throw InvalidValue.unreadable(
                    this + " with names as " + ex.expected(), "another name", name, ex.getCause());
        }
        if (parsed == null) {
            throw InvalidValue.unreadable(this + " with names as " + key, "a name that means nothing", name, null);
        }
        return parsed;
    }

    @Override
    public boolean isLike(Type<?> other) {
        return other instanceof MapType<?, ?> map && key.isLike(map.key) && element.isLike(map.element);
    }

    @Override
    public boolean isStoredAs(Type<?> other) {
        return other instanceof MapType<?, ?> map
                ? key.isStoredAs(map.key) && element.isStoredAs(map.element)
                : super.isStoredAs(other);
    }

    @Override
    public Map<K, E> read(ValueReader in) {
        require(in);
        if (in instanceof AttributeValueReader stored) {
            return read(stored);
        }
        Map<K, E> result = new LinkedHashMap<>();
        MemberReader members = in.members();
        while (members.next()) {
            put(result, members.name(), Members.read(element, members));
        }
        return result;
    }

    private Map<K, E> read(AttributeValueReader in) {
        AttributeValue whole = in.current();
        Map<String, AttributeValue> stored = whole.m();
        Map<K, E> result = new LinkedHashMap<>(stored.size() * 4 / 3 + 1);
        stored.forEach((name, value) -> {
            in.stand(value);
            put(result, name, Members.read(element, in));
        });
        in.stand(whole);
        return result;
    }

    @SuppressWarnings("NullAway") // the values are null where the caller's were
    private void put(Map<K, E> map, String name, @Nullable E value) {
        int before = map.size();
        map.put(parsed(name), value);
        if (map.size() == before) {
            // keeping one key would lose the other when the map is saved
            throw InvalidValue.unreadable(
                    this + " with one name for each key", "two names that mean the same key", name, null);
        }
    }

    @Override
    public Map<K, E> absent() {
        return new LinkedHashMap<>();
    }

    @Override
    public @Nullable Map<K, E> unloaded() {
        return null;
    }

    /**
     * What a baseline keeps of a map.
     *
     * @param members what is kept of each value, by the name that its key has when it is written
     * @param names the names as they were stored, where they differ from those
     */
    private record Kept(Map<String, @Nullable Object> members, Map<String, String> names) {

        static final Kept NOTHING = new Kept(Map.of(), Map.of());

        static Kept of(@Nullable Object remembered) {
            return remembered instanceof Kept kept ? kept : NOTHING;
        }

        String stored(String name) {
            return names.isEmpty() ? name : names.getOrDefault(name, name);
        }
    }

    @Override
    public @Nullable Object remember(@Nullable Map<K, E> value) {
        if (value == null) {
            return null;
        }
        Map<String, @Nullable Object> kept = new HashMap<>(value.size() * 4 / 3 + 1);
        value.forEach((key, one) -> kept.put(String.valueOf(nameOrNull(key)), element.remember(one)));
        return new Kept(kept, Map.of());
    }

    @Override
    public @Nullable Object rememberRead(ValueReader in, @Nullable Map<K, E> value) {
        if (value == null || hasOneForm()) {
            return remember(value);
        }
        Map<String, @Nullable Object> kept = new HashMap<>(value.size() * 4 / 3 + 1);
        Map<String, String> names = new HashMap<>();
        MemberReader stored = in.members();
        while (stored.next()) {
            K key = parsed(stored.name());
            String name = checkedName(key);
            if (!name.equals(stored.name())) {
                names.put(name, stored.name());
            }
            kept.put(name, Members.rememberRead(element, stored, value.get(key)));
        }
        return new Kept(kept, names);
    }

    @Override
    public boolean hasOneForm() {
        return hasTextKeys() && element.hasOneForm();
    }

    @Override
    int likeness(Map<K, E> value, Object remembered) {
        Map<String, @Nullable Object> kept = Kept.of(remembered).members();
        int same = 0;
        for (Map.Entry<K, E> one : value.entrySet()) {
            String name = nameOrNull(one.getKey());
            E now = one.getValue();
            boolean isKnown = now != null && name != null && kept.containsKey(name);
            same += isKnown && Members.isSame(element, now, kept.get(name)) ? 1 : 0;
        }
        return same;
    }

    @Override
    boolean writeOver(Map<K, E> value, @Nullable Object remembered, ValueWriter out) {
        return hasOneForm() ? write(value, out) : write(value, Kept.of(remembered), out);
    }

    @Override
    public boolean isSame(@Nullable Map<K, E> value, @Nullable Object remembered) {
        if (value == null || !(remembered instanceof Kept kept)) {
            return (value == null || value.isEmpty()) && remembered == null;
        }
        if (value.size() != kept.members().size()) {
            return false;
        }
        for (Map.Entry<K, E> entry : value.entrySet()) {
            String name = nameOrNull(entry.getKey());
            if (name == null
                    || !kept.members().containsKey(name)
                    || !Members.isSame(element, entry.getValue(), kept.members().get(name))) {
                return false;
            }
        }
        return true;
    }

    @Override
    void restore(Object remembered, ValueWriter out) {
        Kept kept = Kept.of(remembered);
        MemberWriter members = out.map(kept.members().size());
        kept.members().forEach((name, one) -> {
            members.name(kept.stored(name));
            Members.restore(element, one, members);
        });
        members.end();
    }
}
