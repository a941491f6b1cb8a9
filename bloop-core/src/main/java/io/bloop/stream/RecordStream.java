package io.bloop.stream;

import io.bloop.request.internal.StreamAnswer;
import io.bloop.request.internal.StreamAnswer.Refusal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;

/**
 * Reads the records of the shards of a table's streams.
 *
 * <p>Shards are read in rounds, one after the other, only when nothing is buffered. So a record is buffered for each shard
 * when the next one is chosen, and the records of a parent are handed out before its children are read. Not thread-safe.
 */
final class RecordStream {

    /** DynamoDB may need several responses without records to reach the first one. */
    private static final int CALLS_TO_CATCH_UP = 5;

    private static final int MOST_ATTEMPTS = 12;
    private static final int MOST_PASSES = 64;
    private static final int MINUTE = 60;

    private final StreamSource source;
    private final Lineage lineage;
    private final PriorityQueue<Shard> buffered =
            new PriorityQueue<>(Comparator.comparing(Shard::head, Received.ACROSS_SHARDS));
    private long arrivals;
    private boolean dropped;

    private RecordStream(StreamSource source, Lineage lineage) {
        this.source = source;
        this.lineage = lineage;
    }

    /** Opens a stream: what is relative to this moment is asked for at once. */
    static RecordStream open(StreamSource source, Position position) {
        RecordStream stream = new RecordStream(source, Lineage.open(source, position));
        for (Shard shard : stream.lineage.ready()) {
            if (shard.read().kind() == Place.Kind.LATEST) {
                stream.open(shard);
            }
        }
        return stream;
    }

    Lineage lineage() {
        return lineage;
    }

    /** Hands out the next record; null where no shard has one now. */
    @Nullable
    Received take() {
        if (buffered.isEmpty()) {
            round();
        }
        return takeBuffered();
    }

    /** Hands out the next record that was read before; null where there is none. */
    @Nullable
    Received takeBuffered() {
        Shard shard = buffered.poll();
        if (shard == null) {
            return null;
        }
        Received received = shard.take();
        if (shard.buffered() > 0) {
            buffered.add(shard);
        }
        return received;
    }

    /** Takes back the record that was handed out last. */
    void takeBack(Received received) {
        Shard shard = received.shard();
        buffered.remove(shard);
        shard.takeBack(received);
        buffered.add(shard);
    }

    /** Reads the shards without a record so far, so that their iterators do not expire. */
    void heartbeat() {
        List<RuntimeException> failures = new ArrayList<>();
        for (Shard shard : lineage.ready()) {
            if (shard.read().isRelative() && !shard.isExpired()) {
                attempt(() -> read(shard), failures);
            }
        }
        throwFirst(failures);
    }

    /** Reads each shard; the failure of one is thrown when the others were read. */
    private void round() {
        List<RuntimeException> failures = new ArrayList<>();
        boolean progress = true;
        for (int pass = 0; progress && pass < MOST_PASSES; pass++) {
            attempt(lineage::settle, failures);
            progress = false;
            dropped = false;
            for (Shard shard : lineage.ready()) {
                attempt(() -> read(shard), failures);
                progress |= shard.isDrained();
            }
            progress = (progress || dropped) && buffered.isEmpty() && failures.isEmpty();
        }
        throwFirst(failures);
    }

    private static void attempt(Runnable step, List<RuntimeException> failures) {
        if (!failures.isEmpty() && Thread.currentThread().isInterrupted()) {
            return;
        }
        try {
            step.run();
        } catch (RuntimeException ex) {
            failures.add(ex);
        }
    }

    private static void throwFirst(List<RuntimeException> failures) {
        if (!failures.isEmpty()) {
            RuntimeException first = failures.get(0);
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }

    private void read(Shard shard) {
        if (shard.isExpired()) {
            throw expired(shard);
        }
        int calls = shard.isCaughtUp() ? 1 : CALLS_TO_CATCH_UP;
        for (int attempt = 0; attempt < MOST_ATTEMPTS && calls > 0 && !shard.isEnded(); attempt++) {
            StreamAnswer<GetRecordsResponse> answer = answer(shard);
            if (answer == null) {
                continue;
            }
            if (answer.response() != null) {
                boolean isEmpty = answer.response().records().isEmpty();
                calls = isEmpty ? calls - 1 : calls;
                receive(shard, answer.response(), calls == 0);
                // dropped records advance the position
                calls = shard.buffered() > 0 ? 0 : calls;
            } else if (answer.refusal() == Refusal.EXPIRED_ITERATOR) {
                shard.iteratorDied();
            } else {
                trimmed(shard);
            }
        }
    }

    private @Nullable StreamAnswer<GetRecordsResponse> answer(Shard shard) {
        Place place = shard.read();
        return place.kind() == Place.Kind.AFTER
                ? source.after(shard, Objects.requireNonNull(place.sequence()), () -> ask(shard))
                : ask(shard);
    }

    private @Nullable StreamAnswer<GetRecordsResponse> ask(Shard shard) {
        String iterator = shard.iterator() == null ? open(shard) : shard.iterator();
        return iterator == null ? null : source.records(iterator);
    }

    /** Opens an iterator; returns null where the place has changed or the shard has ended. */
    private @Nullable String open(Shard shard) {
        StreamAnswer<GetShardIteratorResponse> answer = source.iterator(lineage.arn(), shard.id(), shard.read());
        if (answer.response() != null) {
            shard.opened(answer.response().shardIterator());
        } else if (answer.refusal() == Refusal.INVALID && shard.read().sequence() != null) {
            // the first number of a shard need not be one of a record
            shard.readOldest();
        } else {
            trimmed(shard);
        }
        return shard.iterator();
    }

    private void trimmed(Shard shard) {
        Place place = shard.read();
        boolean isNothingLost = place.kind() != Place.Kind.START
                && place.until() != null
                && source.now().isBefore(place.until());
        if (!isNothingLost) {
            shard.expire();
            throw expired(shard);
        }
        if (place.kind() == Place.Kind.LATEST) {
            // DynamoDB Local with files returns this for a shard without records
            shard.iteratorDied();
        } else if (place.sequence() == null) {
            shard.vanish();
        } else {
            shard.readOldest();
        }
    }

    private RecordsExpired expired(Shard shard) {
        return new RecordsExpired(source.target(), shard.id(), shard.lastSequence());
    }

    private void receive(Shard shard, GetRecordsResponse response, boolean caughtUp) {
        boolean wasEmpty = shard.buffered() == 0;
        for (Record record : response.records()) {
            Received received = new Received(shard, record, arrivals++);
            if (shard.isDropping() && isOlder(received.at(), Objects.requireNonNull(lineage.since()))) {
                shard.drop(received.sequence());
                dropped = true;
            } else {
                shard.receive(received);
            }
        }
        shard.goOn(
                response.nextShardIterator(),
                shard.isCaughtUp() || caughtUp && response.records().isEmpty());
        if (wasEmpty && shard.buffered() > 0) {
            buffered.add(shard);
        }
    }

    /** DynamoDB cuts the time of a record to the second, DynamoDB Local to the minute. */
    private static boolean isOlder(Instant at, Instant since) {
        return at.isBefore(since.truncatedTo(ChronoUnit.SECONDS))
                && (at.getEpochSecond() % MINUTE != 0 || at.isBefore(since.truncatedTo(ChronoUnit.MINUTES)));
    }

    /** Goes on with the records that are left of a shard. */
    void skip(String shard) {
        Shard found = lineage.find(shard);
        if (found != null && found.isExpired()) {
            found.skip(Place.oldest(null, source.now().plus(Lineage.NOTHING_LOST)));
        }
    }
}
