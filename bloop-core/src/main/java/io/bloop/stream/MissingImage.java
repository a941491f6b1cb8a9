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

    /**
     * Creates an exception.
     *
     * @param change the change
     * @param unknown what the change does not tell, such as {@code which columns differ}
     * @param needed the views that tell it
     */
    public MissingImage(Change<?> change, String unknown, String needed) {
        super(
                "The change of " + change.key() + " in table '"
                        + change.target().table() + "' does not tell " + unknown + ": the view of its stream is "
                        + view(change.record()) + ", and has to be " + needed + ".",
                null);
        this.target = change.target();
        this.key = change.key().toString();
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
