package io.bloop.model.internal;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Finds what is meant for the class of an object. */
public final class NearestClass {

    private NearestClass() {}

    /**
     * Finds the candidates of the object's class, or else of the nearest superclass that has some.
     *
     * @param <M> the class of the candidates
     * @param object the object
     * @param candidates the candidates
     * @param type returns the class that a candidate is meant for
     * @return the candidates; more than one where several are meant for the same class
     */
    public static <M> List<M> of(
            Object object, Collection<? extends M> candidates, Function<? super M, Class<?>> type) {
        for (Class<?> wanted = object.getClass(); wanted != null; wanted = wanted.getSuperclass()) {
            Class<?> one = wanted;
            List<M> found = candidates.stream()
                    .<M>map(candidate -> candidate)
                    .filter(candidate -> type.apply(candidate) == one)
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }
}
