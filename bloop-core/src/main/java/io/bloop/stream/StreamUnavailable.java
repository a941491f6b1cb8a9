package io.bloop.stream;

import io.bloop.BloopException;
import io.bloop.request.Target;

/**
 * Signals a model whose changes cannot be read, since its table has no stream or the engine has no client for streams.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class StreamUnavailable extends BloopException {

    private static final long serialVersionUID = 1L;

    private final Target target;

    private StreamUnavailable(Target target, String problem) {
        super("The changes of " + target + " cannot be read: " + problem, null);
        this.target = target;
    }

    /**
     * Makes the exception of an engine without a client for streams.
     *
     * @param target model and table
     * @return the exception
     */
    public static StreamUnavailable withoutClient(Target target) {
        return new StreamUnavailable(
                target,
                "the engine has no client for streams. Give EngineBuilder.streamsClient() a DynamoDbStreamsClient of the "
                        + "same endpoint, region and credentials.");
    }

    static StreamUnavailable withoutStream(Target target) {
        return new StreamUnavailable(
                target,
                "the table has no stream. Enable the table's stream, or set the model's stream before its table is "
                        + "created.");
    }

    /**
     * Returns what was to be read.
     *
     * @return model and table
     */
    public Target target() {
        return target;
    }
}
