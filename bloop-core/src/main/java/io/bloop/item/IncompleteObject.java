package io.bloop.item;

import io.bloop.BloopException;

/**
 * Says that an object that was loaded through a projection would replace the whole item, and so erase what it lacks.
 *
 * <p>Immutable.
 */
public final class IncompleteObject extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String object;

    /**
     * Creates an exception.
     *
     * @param object the object's key, printed
     */
    public IncompleteObject(String object) {
        super(
                object + " was loaded through a projection, and replacing the item would erase the columns it lacks; "
                        + "use save(), or load it whole first.",
                null);
        this.object = object;
    }

    /**
     * Returns the object's key, printed.
     *
     * @return one line
     */
    public String object() {
        return object;
    }
}
