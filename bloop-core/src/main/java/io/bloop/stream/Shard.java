package io.bloop.stream;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The state of one shard that is being read. Not thread-safe. */
final class Shard {

    private final String stream;
    private final String id;
    private final @Nullable String parent;
    private final Deque<Received> buffer = new ArrayDeque<>();
    private Place read;
    private Place done;
    private boolean dropping;
    private boolean ended;
    private boolean gone;
    private boolean expired;
    private boolean caughtUp;
    private boolean asked;
    private @Nullable String iterator;
    private @Nullable Instant lastAt;

    /**
     * Creates the state of a shard that was not read yet.
     *
     * @param stream the ARN of the stream
     * @param parent the identifier of the shard that has to be read to its end first; null where there is none
     * @param dropping whether records are dropped that are older than the instant at which the stream begins
     */
    Shard(String stream, String id, @Nullable String parent, Place place, boolean dropping) {
        this.stream = stream;
        this.id = id;
        this.parent = parent;
        this.read = place;
        this.done = place;
        this.dropping = dropping;
    }

    /** Returns the ARN of the stream. */
    String stream() {
        return stream;
    }

    String id() {
        return id;
    }

    @Nullable
    String parent() {
        return parent;
    }

    /** Returns where the next request reads. */
    Place read() {
        return read;
    }

    /** Returns the place after what was handed out. */
    Place done() {
        return done;
    }

    /** Tells whether records are dropped that are older than the beginning of the stream. */
    boolean isDropping() {
        return dropping;
    }

    boolean isEnded() {
        return ended;
    }

    /** Tells whether the shard was ended since none of its records is left. */
    boolean isGone() {
        return gone;
    }

    boolean isExpired() {
        return expired;
    }

    boolean isCaughtUp() {
        return caughtUp;
    }

    /** Tells whether everything was read and handed out. */
    boolean isDrained() {
        return ended && buffer.isEmpty();
    }

    /** Tells whether the children of the shard were asked for. */
    boolean isAsked() {
        return asked;
    }

    void ask() {
        asked = true;
    }

    @Nullable
    String iterator() {
        return iterator;
    }

    @Nullable
    Instant lastAt() {
        return lastAt;
    }

    int buffered() {
        return buffer.size();
    }

    Received head() {
        return buffer.getFirst();
    }

    void opened(String iterator) {
        this.iterator = iterator;
        this.caughtUp = false;
    }

    void iteratorDied() {
        iterator = null;
        dropping = dropping || read.kind() == Place.Kind.LATEST;
        read = read.withoutIterator();
    }

    /** Goes on with the oldest record that is left. */
    void readOldest() {
        iterator = null;
        read = read.withoutSequence();
    }

    /** Ends the shard, which has no record left. */
    void vanish() {
        ended = true;
        gone = true;
    }

    void expire() {
        iterator = null;
        expired = true;
    }

    /** Goes on after records that have expired. */
    void skip(Place oldest) {
        expired = false;
        iterator = null;
        read = oldest;
        if (buffer.isEmpty()) {
            done = oldest;
        }
    }

    void receive(Received received) {
        if (done.isRelative()) {
            done = Place.at(received.sequence());
        }
        buffer.addLast(received);
        read = Place.after(received.sequence());
    }

    void drop(String sequence) {
        if (buffer.isEmpty()) {
            done = Place.after(sequence);
        }
        read = Place.after(sequence);
    }

    void goOn(@Nullable String next, boolean caughtUp) {
        this.iterator = next;
        this.ended = next == null;
        this.caughtUp = caughtUp;
    }

    /** Hands out the first buffered record. */
    Received take() {
        Received received = buffer.removeFirst();
        done = Place.after(received.sequence());
        lastAt = received.at();
        return received;
    }

    /** Takes back the record that was handed out last. */
    void takeBack(Received received) {
        buffer.addFirst(received);
        standBefore(received);
    }

    void standBefore(Received received) {
        done = Place.at(received.sequence());
    }

    void standAfter(Received received) {
        done = Place.after(received.sequence());
    }

    /** Returns the number of the last record that was handed out; null where none was. */
    @Nullable
    String lastSequence() {
        return done.kind() == Place.Kind.AFTER ? Objects.requireNonNull(done.sequence()) : null;
    }
}
