package io.bloop.bulk.internal;

import io.bloop.write.internal.Write;
import java.util.List;
import java.util.Set;

/** A chunk of one object, which is written by a request of its own. */
abstract class SingleObject<T> implements Chunk<T> {

    private List<T> objects = List.of();
    private Set<Write.Identity> identities = Set.of();

    /** Takes the object, and returns which item it is written to. */
    abstract Write.Identity take(T object);

    /** Writes the object that was taken. */
    abstract void write(T object);

    @Override
    public final void add(T object) {
        identities = Set.of(take(object));
        objects = List.of(object);
    }

    @Override
    public final List<T> objects() {
        return objects;
    }

    @Override
    public final Set<?> identities() {
        return identities;
    }

    @Override
    public final boolean isFull() {
        return true;
    }

    @Override
    public final Outcome<T> send() {
        try {
            objects.forEach(this::write);
            return new Outcome<>(List.of(), 0, null);
        } catch (RuntimeException ex) {
            return new Outcome<>(objects, 0, ex);
        }
    }
}
