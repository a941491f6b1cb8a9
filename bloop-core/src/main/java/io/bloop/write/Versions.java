package io.bloop.write;

import io.bloop.expression.Condition;
import io.bloop.model.Mapping;

/**
 * Compares objects with their items by their versions.
 *
 * <p>For the engine. Stateless and thread-safe.
 */
public final class Versions {

    private Versions() {}

    /**
     * Asks whether an item still has the version that an object has.
     *
     * @param <T> the class of the object
     * @param mapping the mapping of its model
     * @param object the object
     * @return the condition; empty where the model has no version
     * @throws IncompleteObject if the object was loaded without its version
     */
    public static <T> Condition<T> unmoved(Mapping<T> mapping, T object) {
        if (mapping.lacksVersion(object)) {
            throw IncompleteObject.unversioned(
                    mapping.key(object).toString(),
                    mapping.version().orElseThrow().name());
        }
        return mapping.unmoved(object);
    }
}
