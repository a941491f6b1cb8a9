package io.bloop.stream;

import io.bloop.BloopException;
import io.bloop.request.Target;
import org.jspecify.annotations.Nullable;

/**
 * Signals records that DynamoDB has removed from a stream before they were read; it keeps them for 24 hours.
 *
 * <p>The stream throws it again until it is told to go on by {@link ChangeStream#skip(RecordsExpired)} or is moved. Other
 * shards are read meanwhile. Immutable.
 *
 * @since 0.1.0
 */
public final class RecordsExpired extends BloopException {

    private static final long serialVersionUID = 1L;

    private final Target target;
    private final String shard;
    private final @Nullable String lastSequenceNumber;

    RecordsExpired(Target target, String shard, @Nullable String lastSequenceNumber) {
        super(
                "Records of " + target + " have expired before they were read (shard " + shard + ", "
                        + (lastSequenceNumber == null
                                ? "of which nothing was read"
                                : "after sequence number " + lastSequenceNumber)
                        + "): DynamoDB keeps the records of a stream for 24 hours. Read the table to see what has changed, and "
                        + "go on with the records that are left by skip(), or move the stream.",
                null);
        this.target = target;
        this.shard = shard;
        this.lastSequenceNumber = lastSequenceNumber;
    }

    /**
     * Returns what was read.
     *
     * @return model and table
     */
    public Target target() {
        return target;
    }

    /**
     * Returns the identifier of the shard.
     *
     * @return the shard
     */
    public String shard() {
        return shard;
    }

    /**
     * Returns the sequence number of the last record of the shard that was handed out.
     *
     * @return the number, or null if none was
     */
    public @Nullable String lastSequenceNumber() {
        return lastSequenceNumber;
    }
}
