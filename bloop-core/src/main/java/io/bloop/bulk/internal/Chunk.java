package io.bloop.bulk.internal;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one request writes: filled on the caller's thread, sent on another, and then the caller's again. */
public interface Chunk<T> {

    /**
     * What came of it.
     *
     * @param left the objects that are not known to be written
     * @param retried the items that were given back, and sent again
     * @param failure why some are left, or null where none are or the chunk was not sent
     */
    record Outcome<T>(List<T> left, int retried, @Nullable RuntimeException failure) {

        /** Returns the outcome of a chunk that is not sent any more. */
        static <T> Outcome<T> notSent(Chunk<T> chunk) {
            return new Outcome<>(chunk.objects(), 0, null);
        }
    }

    /** Takes an object, or throws and is as it was. */
    void add(T object);

    /** Returns the objects taken so far. */
    List<T> objects();

    /** Returns what identifies their items. */
    Set<?> identities();

    boolean isFull();

    /** Sends the objects, and never throws what can be an outcome. */
    Outcome<T> send();

    /** Takes note of the objects that were written: those that are not left. */
    default void commit(Outcome<T> outcome) {}
}
