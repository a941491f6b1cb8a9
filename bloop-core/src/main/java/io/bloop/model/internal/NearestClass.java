package io.bloop.model.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Finds what is meant for the class of an object. */
public final class NearestClass {

    private NearestClass() {}

    /**
     * Finds the candidates of the object's class, else of the nearest superclass that has some, else of the nearest interfaces.
     *
     * <p>Interfaces count since the class of an object of an interface is written by others, such as a processor.
     *
     * @param <M> the class of the candidates
     * @param object the object
     * @param candidates the candidates
     * @param type returns the class that a candidate is meant for
     * @return the candidates; more than one where several are meant
     */
    public static <M> List<M> of(
            Object object, Collection<? extends M> candidates, Function<? super M, Class<?>> type) {
        for (Class<?> wanted = object.getClass(); wanted != null; wanted = wanted.getSuperclass()) {
            List<M> found = List.of();
            for (M candidate : candidates) {
                if (type.apply(candidate) == wanted) {
                    found = found.isEmpty() ? new ArrayList<>(1) : found;
                    found.add(candidate);
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        List<M> found = new ArrayList<>();
        for (M candidate : candidates) {
            Class<?> one = type.apply(candidate);
            if (one.isInterface() && one.isInstance(object)) {
                found.add(candidate);
            }
        }
        List<Class<?>> interfaces = found.stream().<Class<?>>map(type).toList();
        found.removeIf(candidate -> interfaces.stream().anyMatch(other -> isNearer(other, type.apply(candidate))));
        return found;
    }

    private static boolean isNearer(Class<?> one, Class<?> other) {
        return one != other && other.isAssignableFrom(one);
    }
}
