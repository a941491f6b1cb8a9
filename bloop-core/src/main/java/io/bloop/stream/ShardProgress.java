package io.bloop.stream;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one shard of a stream was read, for metrics.
 *
 * @param shard the identifier of the shard
 * @param sequenceNumber the sequence number of the last record that was handed out, or null
 * @param at when the last record that was handed out had happened, or null
 * @param buffered the number of records that were read, and not handed out
 * @param caughtUp whether the last requests have found no further records
 * @since 0.1.0
 */
public record ShardProgress(
        String shard,
        @Nullable String sequenceNumber,
        @Nullable Instant at,
        int buffered,
        boolean caughtUp) {

    static ShardProgress of(Shard shard) {
        return new ShardProgress(
                shard.id(),
                shard.lastSequence(),
                shard.lastAt(),
                shard.buffered(),
                shard.isCaughtUp() || shard.isDrained());
    }
}
