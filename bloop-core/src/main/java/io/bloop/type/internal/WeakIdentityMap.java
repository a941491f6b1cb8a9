package io.bloop.type.internal;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A map from objects by identity, which keeps a value only as long as its object is in use.
 *
 * <p>For the library: it remembers facts of objects that have no place for them. Thread-safe.
 *
 * @param <V> the class of the values
 */
public final class WeakIdentityMap<V> {

    private final Map<Reference, V> values = new ConcurrentHashMap<>();
    private final ReferenceQueue<Object> gone = new ReferenceQueue<>();

    /** Creates an empty map. */
    public WeakIdentityMap() {}

    /** An object by identity, since equal objects may have come from different items. */
    private static final class Reference extends WeakReference<Object> {

        private final int hash;

        Reference(Object object, @Nullable ReferenceQueue<Object> queue) {
            super(object, queue);
            this.hash = System.identityHashCode(object);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            Object object = get();
            return object != null && other instanceof Reference that && object == that.get();
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    /**
     * Keeps a value for an object.
     *
     * @param object the object
     * @param value replaces the value before
     */
    public void put(Object object, V value) {
        for (Object dead = gone.poll(); dead != null; dead = gone.poll()) {
            values.remove(dead);
        }
        values.put(new Reference(object, gone), value);
    }

    /**
     * Returns the value of an object.
     *
     * @param object the object
     * @return the value, or null if there is none
     */
    public @Nullable V get(Object object) {
        return values.isEmpty() ? null : values.get(new Reference(object, null));
    }

    /**
     * Forgets an object.
     *
     * @param object the object
     */
    public void remove(Object object) {
        if (!values.isEmpty()) {
            values.remove(new Reference(object, null));
        }
    }
}
