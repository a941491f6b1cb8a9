package io.bloop.stream;

import io.bloop.BloopException;
import io.bloop.request.Target;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Signals a question about a change that the view of the stream cannot answer.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class MissingImage extends BloopException {

    private static final long serialVersionUID = 1L;

    private final Target target;
    private final String key;

    MissingImage(Target target, String key, Record record) {
        super(
                "The change of " + key + " in table '" + target.table()
                        + "' does not tell which columns differ: the view " + "of its stream is " + view(record)
                        + ", and has to be NEW_AND_OLD_IMAGES.",
                null);
        this.target = target;
        this.key = key;
    }

    private static String view(Record record) {
        String view = record.dynamodb().streamViewTypeAsString();
        return view == null ? "unknown" : view;
    }

    /**
     * Returns what the change is about.
     *
     * @return model and table
     */
    public Target target() {
        return target;
    }

    /**
     * Returns the key of the item, printed.
     *
     * @return the key
     */
    public String key() {
        return key;
    }
}
