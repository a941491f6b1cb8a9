package io.bloop.request.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;

/**
 * Lets all readers of a table in one process be one reader to DynamoDB, which allows two of each shard.
 *
 * <p>For the engine. What follows a record in a shard is the same for every reader, so that one request serves all that
 * come within some seconds. Nothing is kept where a table has one reader. Thread-safe.
 */
public final class SharedRecords {

    /** How long records are kept for readers that are behind. */
    private static final long KEPT = Duration.ofSeconds(5).toNanos();

    /** How long a reader that has caught up believes another one that there is nothing new. */
    private static final long FRESH = Duration.ofMillis(200).toNanos();

    private static final int MOST = 256;

    private final LongSupplier nanoTime;
    private final Map<String, Integer> readers = new HashMap<>();
    private final Map<Place, Entry> entries = new LinkedHashMap<>();
    private volatile long epoch;

    /**
     * Creates an empty memory.
     *
     * @param nanoTime tells the time in nanoseconds
     */
    public SharedRecords(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * A place in a shard.
     *
     * @param stream the ARN of the stream
     * @param shard the shard's identifier
     * @param sequence the number of the record before the place
     */
    public record Place(String stream, String shard, String sequence) {}

    /** What was found at a place; one reader asks at a time. */
    private static final class Entry {

        private final ReentrantLock lock = new ReentrantLock();
        private final long born;
        private @Nullable GetRecordsResponse response;
        private long askedAt;
        private long epoch;

        Entry(long born) {
            this.born = born;
        }
    }

    /**
     * Notes that a table has one reader more.
     *
     * @param table the name of the table
     */
    public synchronized void join(String table) {
        readers.merge(table, 1, Integer::sum);
    }

    /**
     * Notes that a table has one reader less.
     *
     * @param table the name of the table
     */
    public synchronized void leave(String table) {
        readers.computeIfPresent(table, (name, count) -> count == 1 ? null : count - 1);
        entries.clear();
    }

    /** Lets no reader believe a response without records any more that was asked for before this call. */
    public synchronized void refresh() {
        epoch++;
    }

    /**
     * Returns the records after a place.
     *
     * @param table the name of the table
     * @param place the place
     * @param takesNothing whether the reader takes the word of another one that there are no records
     * @param request asks DynamoDB; returns null where there is nothing to ask
     * @return the response
     */
    public @Nullable StreamAnswer<GetRecordsResponse> after(
            String table,
            Place place,
            boolean takesNothing,
            Supplier<@Nullable StreamAnswer<GetRecordsResponse>> request) {
        Entry entry = entry(table, place);
        if (entry == null) {
            return request.get();
        }
        entry.lock.lock();
        try {
            GetRecordsResponse known = entry.response;
            if (known != null && (known.hasRecords() && !known.records().isEmpty() || takesNothing && isFresh(entry))) {
                return new StreamAnswer<>(known, null);
            }
            long askedAt = nanoTime.getAsLong();
            long asked = epoch;
            StreamAnswer<GetRecordsResponse> answer = request.get();
            entry.response = answer == null ? null : answer.response();
            entry.askedAt = askedAt;
            entry.epoch = asked;
            return answer;
        } finally {
            entry.lock.unlock();
        }
    }

    private boolean isFresh(Entry entry) {
        return entry.epoch == epoch && nanoTime.getAsLong() - entry.askedAt < FRESH;
    }

    private synchronized @Nullable Entry entry(String table, Place place) {
        if (readers.getOrDefault(table, 0) < 2) {
            return null;
        }
        long now = nanoTime.getAsLong();
        forget(now);
        return entries.computeIfAbsent(place, key -> new Entry(now));
    }

    private void forget(long now) {
        Iterator<Entry> oldest = entries.values().iterator();
        while (oldest.hasNext()) {
            boolean isOld = now - oldest.next().born > KEPT;
            if (!isOld && entries.size() < MOST) {
                return;
            }
            oldest.remove();
        }
    }
}
