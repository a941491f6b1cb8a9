package io.bloop.stream;

import io.bloop.InvalidArgument;
import io.bloop.bound.internal.BoundModel;
import io.bloop.request.Target;
import io.bloop.request.internal.StreamRequests;
import io.bloop.request.internal.TableRequests;
import io.bloop.stream.Change.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Reads the changes of a model's table, each once it has happened.
 *
 * <p>Changes of one item come in the order in which they have happened, and the changes of a shard before those of its
 * children. The changes of different items come in the approximate order of their times. Every change is handed out that
 * DynamoDB has kept: it keeps changes for 24 hours, and older ones are {@link RecordsExpired}.
 *
 * <p>A stream sends requests only while one of its methods runs. A failed request loses nothing: the next call goes on where
 * the stream stands. To go on in another process, store a {@link #token()}. Every call may throw
 * {@link io.bloop.request.RequestFailed}.
 *
 * <p>DynamoDB allows two readers of a shard. The streams of one table that one engine has opened count as one: what one has
 * read, the others get without a request, if they come within some seconds.
 *
 * <p>Thread-safe; the objects are not. One call waits for another, except for {@link #close()} during a wait for changes.
 *
 * @param <T> the class of the model's objects, or the one that the objects of several models have in common
 * @since 0.1.0
 */
public final class ChangeStream<T> implements AutoCloseable {

    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private final StreamSource source;
    private long skipped;
    private final TableMapping<T> mapping;
    private RecordStream records;
    private @Nullable Received unread;
    private boolean closed;

    /**
     * Opens the stream of a table; {@code stream} of an engine does the same.
     *
     * @param models bound models of the table, at least one
     * @param requests sends the requests about streams
     * @param tables sends the requests about the table
     * @param position where to begin
     */
    public ChangeStream(
            List<? extends BoundModel<? extends T>> models,
            StreamRequests requests,
            TableRequests tables,
            Position position) {
        this(new StreamSource(requests, tables, models, System::nanoTime), models, position);
    }

    /** Opens a stream at a time of its own, for tests. */
    ChangeStream(StreamSource source, List<? extends BoundModel<? extends T>> models, Position position) {
        this.source = source;
        this.mapping = new TableMapping<>(models);
        this.records = RecordStream.open(source, position);
        source.join();
    }

    /**
     * Returns the next change.
     *
     * <p>Sends one round of requests if no change is left of the round before. Never waits for changes.
     *
     * @return the change; empty if there is none now; one may come a moment later
     * @throws UnreadableChange if the next change cannot be read. The call after that goes on after it
     * @throws RecordsExpired if records of a shard have expired before they were read
     * @throws IllegalStateException if the stream is closed
     */
    public Optional<Change<T>> next() {
        lock.lock();
        try {
            begin();
            Received received = own(records.take());
            return received == null ? Optional.empty() : Optional.of(read(received));
        } finally {
            lock.unlock();
        }
    }

    private void begin() {
        if (closed) {
            throw new IllegalStateException("The stream of " + source.target() + " is closed; open another one.");
        }
        if (unread != null) {
            unread.shard().standAfter(unread);
            unread = null;
        }
    }

    /** A change that cannot be read is passed over by the next call; a token that is taken before leads to it again. */
    private Change<T> read(Received received) {
        try {
            return mapping.change(received.record(), received.origin());
        } catch (UnreadableChange ex) {
            received.shard().standBefore(received);
            unread = received;
            throw ex;
        }
    }

    /**
     * Returns the next changes.
     *
     * <p>Sends one round of requests if no change is left of the round before. Never waits for changes.
     *
     * @param most the greatest number of changes
     * @return the changes; empty if there is none now
     * @throws UnreadableChange if the first of the next changes cannot be read. The call after that goes on after it
     * @throws RecordsExpired if records of a shard have expired before they were read
     * @throws IllegalStateException if the stream is closed
     */
    public List<Change<T>> poll(int most) {
        if (most < 1) {
            throw new InvalidArgument("poll()", "most", "a number of at least 1", Integer.toString(most));
        }
        lock.lock();
        try {
            begin();
            List<Change<T>> changes = new ArrayList<>();
            Received received = own(records.take());
            while (received != null) {
                if (!add(received, changes)) {
                    return changes;
                }
                received = changes.size() < most ? ownAfter(changes) : null;
            }
            return changes;
        } finally {
            lock.unlock();
        }
    }

    /** Returns a record, or the first one after it, that is of an item of the model; null where none is left. */
    private @Nullable Received own(@Nullable Received first) {
        Received received = first;
        while (received != null && !isClaimed(received)) {
            skipped++;
            received = records.takeBuffered();
        }
        return received;
    }

    /** A record that does not tell whose it is cannot be read; it is passed over by the next call. */
    private boolean isClaimed(Received received) {
        try {
            return mapping.claims(received.record(), received.origin());
        } catch (UnreadableChange ex) {
            received.shard().standBefore(received);
            unread = received;
            throw ex;
        }
    }

    /** Returns the next record that is buffered; where it does not tell whose it is, the changes before it come first. */
    private @Nullable Received ownAfter(List<Change<T>> changes) {
        Received received = records.takeBuffered();
        while (received != null) {
            try {
                if (mapping.claims(received.record(), received.origin())) {
                    return received;
                }
                skipped++;
                received = records.takeBuffered();
            } catch (UnreadableChange ex) {
                records.takeBack(received);
                return null;
            }
        }
        return null;
    }

    /**
     * Returns how many records were passed over because they are of items that no model of the stream claims.
     *
     * @return the number since the stream was opened; 0 where a model has the table to itself
     */
    public long skipped() {
        lock.lock();
        try {
            return skipped;
        } finally {
            lock.unlock();
        }
    }

    /** Adds a change; where it cannot be read, those before it are handed out first. */
    private boolean add(Received received, List<Change<T>> changes) {
        if (changes.isEmpty()) {
            changes.add(read(received));
            return true;
        }
        try {
            changes.add(mapping.change(received.record(), received.origin()));
            return true;
        } catch (UnreadableChange ex) {
            records.takeBack(received);
            return false;
        }
    }

    /**
     * Returns the next changes, and waits for some where there are none.
     *
     * @param most the greatest number of changes
     * @param wait the longest time to wait
     * @return the changes; empty if none have come in time, if the stream was closed meanwhile, or if the thread was
     *     interrupted; its interrupt flag is then set
     * @throws UnreadableChange if the first of the next changes cannot be read. The call after that goes on after it
     * @throws RecordsExpired if records of a shard have expired before they were read
     * @throws IllegalStateException if the stream is closed
     */
    public List<Change<T>> poll(int most, Duration wait) {
        InvalidArgument.required(wait, "poll()", "wait", "a time");
        long end = System.nanoTime() + TimeUnit.NANOSECONDS.convert(wait);
        long pause = FIRST_PAUSE;
        lock.lock();
        try {
            List<Change<T>> changes = poll(most);
            for (long left = end - System.nanoTime();
                    changes.isEmpty() && left > 0 && isOpenAfter(Math.min(pause, left));
                    left = end - System.nanoTime()) {
                pause = Math.min(pause * 2, LONGEST_PAUSE);
                changes = poll(most);
            }
            return changes;
        } finally {
            lock.unlock();
        }
    }

    /** Waits without holding the stream; returns false if it was closed or the thread was interrupted. */
    private boolean isOpenAfter(long nanos) {
        try {
            for (long left = nanos; left > 0 && !closed; ) {
                left = closing.awaitNanos(left);
            }
            return !closed;
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Returns a token that stands after the last change that was handed out.
     *
     * <p>A stream that is opened at the token, in this process or in another one, hands out every change after it, and none
     * before it. A change that could not be read counts as handed out at the next call.
     *
     * @return an opaque text without values of items, for the same model and table only
     */
    public String token() {
        return tokenBefore(List.of());
    }

    /**
     * Returns a token that stands before changes that were handed out, such as those that are not processed yet.
     *
     * @param unfinished changes that this stream has handed out. Later changes of their shards are handed out again as well
     * @return an opaque text without values of items, for the same model and table only
     */
    public String tokenBefore(Collection<? extends Change<T>> unfinished) {
        InvalidArgument.required(unfinished, "tokenBefore()", "unfinished", "a collection of changes");
        for (Change<T> change : unfinished) {
            InvalidArgument.required(change, "tokenBefore()", "unfinished", "a change");
            if (change.origin() == Origin.UNKNOWN) {
                throw new InvalidArgument(
                        "tokenBefore()",
                        "unfinished",
                        "changes that a stream has handed out",
                        "a change of a single record");
            }
        }
        lock.lock();
        try {
            return StreamToken.write(source.target(), records.lineage(), unfinished);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Moves to another position.
     *
     * @param position where to go on
     * @throws InvalidStreamToken if the position is a token that does not fit; then the stream stands where it was
     */
    public void moveTo(Position position) {
        InvalidArgument.required(position, "moveTo()", "position", "a position");
        lock.lock();
        try {
            begin();
            records = RecordStream.open(source, position);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Continues with the records that are left, after others have expired before they were read.
     *
     * @param expired names the shard. Nothing happens if the stream was moved since
     */
    public void skip(RecordsExpired expired) {
        InvalidArgument.required(expired, "skip()", "expired", "an exception of this stream");
        lock.lock();
        try {
            begin();
            records.skip(expired.shard());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Reads the shards without a record so far, and buffers the records that are found.
     *
     * <p>Without it nothing is lost: an iterator that expires is replaced. It saves requests where a stream that was opened
     * at {@link Position#latest()} is left alone for more than 15 minutes.
     *
     * @throws RecordsExpired if records of a shard have expired before they were read
     */
    public void heartbeat() {
        lock.lock();
        try {
            begin();
            records.heartbeat();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Makes the next call see all changes that happened before this call.
     *
     * <p>The streams of one table that an engine has opened share their results: if one of them has just found nothing
     * new, the others rely on that for 0.2 seconds. Never waits.
     */
    public void refresh() {
        source.refresh();
    }

    /**
     * Returns how far the shards were read that are known now.
     *
     * @return a copy of the state of each shard
     */
    public List<ShardProgress> shards() {
        lock.lock();
        try {
            return records.lineage().shards().stream().map(ShardProgress::of).toList();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns what is read.
     *
     * @return model and table
     */
    public Target target() {
        return source.target();
    }

    /** Closes the stream: a wait for changes ends, and further calls are refused. A token can still be taken. */
    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                source.leave();
            }
            closed = true;
            closing.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
