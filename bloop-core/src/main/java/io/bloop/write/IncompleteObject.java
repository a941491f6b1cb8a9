package io.bloop.write;

import io.bloop.BloopException;

/**
 * Signals that an object lacks values that a write needs: it was loaded through a projection, or it was saved where
 * DynamoDB does not tell when its item was created, such as in a transaction.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class IncompleteObject extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String object;

    private IncompleteObject(String object, String problem) {
        super(object + " was loaded through a projection, " + problem, null);
        this.object = object;
    }

    /**
     * Returns the failure to replace a whole item by an object that lacks values, which would erase them.
     *
     * @param object the object's key, printed
     * @return an exception
     */
    public static IncompleteObject replacing(String object) {
        return new IncompleteObject(
                object,
                "or saved without being told when its item was created, and replacing the item would erase the "
                        + "columns it lacks; use save(), or load it whole first.");
    }

    /**
     * Says that an object lacks the version that the item is to be compared with.
     *
     * @param object the object's key, printed
     * @param version the column of the version
     * @return an exception
     */
    public static IncompleteObject unversioned(String object, String version) {
        return new IncompleteObject(
                object,
                "and lacks '" + version
                        + "', so that nobody can tell whether the item has changed since; load it first, or "
                        + "let the index project that column.");
    }

    /**
     * Returns the failure to compute a column of an object that lacks one of its inputs while another one has changed.
     *
     * @param object the object's key, printed
     * @param column the computed column
     * @param lacking the column that the object lacks
     * @return an exception
     */
    public static IncompleteObject uncomputable(String object, String column, String lacking) {
        return new IncompleteObject(
                object,
                "and lacks '" + lacking + "', from which '" + column + "' is computed, which this write would have to "
                        + "store anew; load it first, or let the search read that column.");
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
