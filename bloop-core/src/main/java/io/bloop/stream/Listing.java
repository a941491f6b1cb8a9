package io.bloop.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.StreamStatus;

/**
 * The description of a stream as it was at one time, perhaps some time ago.
 *
 * @param state the state of the stream
 * @param shards the shards by their identifiers
 */
record Listing(State state, Map<String, Listed> shards) {

    static final Listing GONE = new Listing(State.GONE, Map.of());

    enum State {
        /** The stream may get shards. */
        OPEN,
        /** The stream gets no shard any more. */
        DISABLED,
        /** There is no such stream. */
        GONE;

        static State of(@Nullable StreamStatus status) {
            return status == StreamStatus.DISABLED ? DISABLED : OPEN;
        }
    }

    /** A shard of the description. */
    record Listed(
            String id, @Nullable String parent, @Nullable String start, boolean closed) {}

    static Listing of(State state, Collection<software.amazon.awssdk.services.dynamodb.model.Shard> shards) {
        Map<String, Listed> byId = new LinkedHashMap<>();
        shards.forEach(shard -> {
            String start = shard.sequenceNumberRange() == null
                    ? null
                    : shard.sequenceNumberRange().startingSequenceNumber();
            boolean closed = shard.sequenceNumberRange() != null
                    && shard.sequenceNumberRange().endingSequenceNumber() != null;
            byId.put(shard.shardId(), new Listed(shard.shardId(), shard.parentShardId(), start, closed));
        });
        return new Listing(state, byId);
    }

    boolean has(String id) {
        return shards.containsKey(id);
    }

    boolean isClosed(String id) {
        Listed listed = shards.get(id);
        return listed != null && listed.closed();
    }

    List<Listed> children(String id) {
        List<Listed> children = new ArrayList<>();
        for (Listed shard : shards.values()) {
            if (id.equals(shard.parent())) {
                children.add(shard);
            }
        }
        return children;
    }

    /** Returns the shards without a listed parent. */
    List<Listed> roots() {
        return shards.values().stream()
                .filter(shard -> shard.parent() == null || !shards.containsKey(shard.parent()))
                .toList();
    }

    /** Returns the shards without a listed child. */
    List<Listed> leaves() {
        Set<String> parents = new HashSet<>();
        shards.values().forEach(shard -> parents.add(String.valueOf(shard.parent())));
        return shards.values().stream()
                .filter(shard -> !parents.contains(shard.id()))
                .toList();
    }
}
