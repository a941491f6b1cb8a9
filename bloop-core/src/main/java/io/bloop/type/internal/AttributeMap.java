package io.bloop.type.internal;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A map of two arrays, for the SDK to copy: nothing is hashed, and there is no object for each entry.
 *
 * <p>For the engine. Never changes, as long as nobody changes the arrays. Thread-safe.
 */
public final class AttributeMap extends AbstractMap<String, AttributeValue> {

    private final String[] names;
    private final @Nullable AttributeValue[] values;
    private final int places;

    /**
     * Creates a map over arrays, which belong to it from then on.
     *
     * @param names the names, each one once
     * @param values the value of each name; null where the map does not have it
     * @param places how many names and values count
     */
    public AttributeMap(String[] names, @Nullable AttributeValue[] values, int places) {
        this.names = names;
        this.values = values;
        this.places = places;
    }

    @Override
    public int size() {
        int size = 0;
        for (int i = 0; i < places; i++) {
            size += values[i] == null ? 0 : 1;
        }
        return size;
    }

    @Override
    public @Nullable AttributeValue get(@Nullable Object name) {
        for (int i = 0; i < places; i++) {
            if (names[i].equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super AttributeValue> action) {
        for (int i = 0; i < places; i++) {
            AttributeValue value = values[i];
            if (value != null) {
                action.accept(names[i], value);
            }
        }
    }

    @Override
    public Set<Map.Entry<String, AttributeValue>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, AttributeValue>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return AttributeMap.this.size();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<String, AttributeValue>> {

        private int next;

        @Override
        public boolean hasNext() {
            while (next < places && values[next] == null) {
                next++;
            }
            return next < places;
        }

        @Override
        public Map.Entry<String, AttributeValue> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return Map.entry(names[next], Objects.requireNonNull(values[next++]));
        }
    }
}
