package io.bloop.read;

import io.bloop.BloopException;
import io.bloop.request.Target;
import java.util.List;

/**
 * Signals that objects to be loaded are not in the table; the others were loaded.
 *
 * <p>Immutable; the objects that it carries are the caller's, and as they were.
 *
 * @since 0.1.0
 */
public final class MissingObjects extends BloopException {

    private static final long serialVersionUID = 1L;

    private final Target target;
    private final transient List<?> objects;

    @SuppressWarnings("serial") // always an immutable list of strings, which is serializable
    private final List<String> keys;

    /**
     * Creates an exception.
     *
     * @param target what was loaded
     * @param objects the objects that are missing
     * @param keys their keys, printed
     */
    public MissingObjects(Target target, List<?> objects, List<String> keys) {
        super("Not in the table (" + objects.size() + " of " + target + "): " + String.join(", ", keys) + ".", null);
        this.target = target;
        this.objects = List.copyOf(objects);
        this.keys = List.copyOf(keys);
    }

    /**
     * Returns the target of the load.
     *
     * @return model and table
     */
    public Target target() {
        return target;
    }

    /**
     * Returns the objects that are missing.
     *
     * @return objects of the model
     */
    public List<?> objects() {
        return objects;
    }

    /**
     * Returns the keys of the objects that are missing.
     *
     * @return the keys, printed
     */
    public List<String> keys() {
        return keys;
    }
}
