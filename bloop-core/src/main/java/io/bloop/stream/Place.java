package io.bloop.stream;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place in a shard, with all that it takes to find it again and lose nothing.
 *
 * @param kind what the place is relative to
 * @param sequence a sequence number: of the first record of the shard, or of the record that is meant; null where it is
 *     unknown
 * @param until the instant up to which records that have expired are nothing lost; null where they always are
 */
record Place(Kind kind, @Nullable String sequence, @Nullable Instant until) {

    enum Kind {
        /** The oldest record that is left. */
        OLDEST,
        /** The first record. */
        START,
        /** The end, as it was when the stream was opened. */
        LATEST,
        /** A record that was seen, and not handed out. */
        AT,
        /** A record that was handed out. */
        AFTER
    }

    static Place oldest(@Nullable String start, Instant until) {
        return new Place(Kind.OLDEST, start, until);
    }

    static Place start(@Nullable String start) {
        return new Place(Kind.START, start, null);
    }

    static Place latest(@Nullable String start, Instant until) {
        return new Place(Kind.LATEST, start, until);
    }

    static Place at(String sequence) {
        return new Place(Kind.AT, sequence, null);
    }

    static Place after(String sequence) {
        return new Place(Kind.AFTER, sequence, null);
    }

    /** Tells whether no record of the shard was seen. */
    boolean isRelative() {
        return kind != Kind.AT && kind != Kind.AFTER;
    }

    /** Returns the place of an iterator that has died. */
    Place withoutIterator() {
        return kind == Kind.LATEST ? oldest(sequence, Objects.requireNonNull(until)) : this;
    }

    Place withoutSequence() {
        return new Place(kind, null, until);
    }
}
