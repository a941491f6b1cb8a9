package io.bloop.stream;

import io.bloop.stream.Listing.Listed;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows which shards of a table's streams are to be read, and in which order.
 *
 * <p>A shard is followed by its children when all its records were handed out and the children are known; until then the
 * stream is described again. A shard that has a place keeps it. Not thread-safe.
 */
final class Lineage {

    /** How long after the opening of a stream the records that were the oldest then may expire: as long as an iterator. */
    static final Duration NOTHING_LOST = Duration.ofMinutes(15);

    /** How long records are kept for certain. */
    private static final Duration RETENTION = Duration.ofHours(23);

    /** How much the clocks of this machine and of DynamoDB may differ. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private static final long SHORTEST_WAIT = Duration.ofMillis(200).toNanos();
    private static final long LONGEST_WAIT = Duration.ofSeconds(30).toNanos();
    private static final long REFRESH = Duration.ofMinutes(1).toNanos();
    private static final int MOST_ANCESTORS = 1_000;

    private final StreamSource source;
    private final @Nullable Instant since;
    private final Map<String, Shard> shards = new LinkedHashMap<>();
    private final Map<String, String> ancestry = new LinkedHashMap<>();
    private String arn;
    private @Nullable Lineage following;
    private boolean finished;
    private boolean fresh;
    private long describeAt;
    private long wait = SHORTEST_WAIT;

    /**
     * Creates a lineage without shards.
     *
     * @param since the instant at which the stream begins, or null
     */
    Lineage(StreamSource source, String arn, @Nullable Instant since) {
        this.source = source;
        this.arn = arn;
        this.since = since;
        this.describeAt = source.nanoTime();
    }

    /**
     * Opens the streams of a table.
     *
     * @throws StreamUnavailable if the table has no stream
     * @throws InvalidStreamToken if the position is a token that does not fit
     */
    static Lineage open(StreamSource source, Position position) {
        if (position instanceof Position.Token token) {
            return StreamToken.read(source, token.token());
        }
        String arn = source.presentStream();
        Instant now = source.now();
        Lineage lineage;
        if (position instanceof Position.Latest) {
            lineage = new Lineage(source, arn, now.minus(CLOCK_SKEW));
            Place end = Place.latest(null, now.plus(RETENTION));
            lineage.addAll(source.describe(arn).leaves(), end, false);
        } else {
            Instant at = position instanceof Position.At from ? from.instant() : null;
            lineage = new Lineage(source, arn, at);
            lineage.addAll(source.describe(arn).roots(), Place.oldest(null, lineage.nothingLostUntil()), at != null);
        }
        lineage.fresh = true;
        return lineage;
    }

    private Instant nothingLostUntil() {
        Instant soon = source.now().plus(NOTHING_LOST);
        return since == null || since.plus(RETENTION).isBefore(soon) ? soon : since.plus(RETENTION);
    }

    private void addAll(Collection<Listed> listed, Place place, boolean dropping) {
        listed.forEach(shard -> add(shard, place, dropping));
    }

    private void add(Listed listed, Place place, boolean dropping) {
        Place own = new Place(place.kind(), listed.start(), place.until());
        add(new Shard(arn, listed.id(), listed.parent(), own, dropping));
    }

    /** Adds a shard that is to be read. */
    void add(Shard shard) {
        if (shards.isEmpty()) {
            describeAt = source.nanoTime() + REFRESH;
        }
        shards.put(shard.id(), shard);
    }

    /** Notes that all records of the stream were handed out before. */
    void finish() {
        finished = true;
    }

    String arn() {
        return arn;
    }

    /** Returns the instant at which the stream begins, or null. */
    @Nullable
    Instant since() {
        return since;
    }

    /** Reads only what was handed out before, and goes on as another lineage, whose shards are those of a later stream. */
    void follow(Lineage later) {
        following = later;
    }

    /** Tells whether the stream is disabled and all its records were handed out. */
    boolean isFinished() {
        return finished;
    }

    Collection<Shard> shards() {
        return Collections.unmodifiableCollection(shards.values());
    }

    /** Returns the state of the following stream whose records were handed out before; null if there is none. */
    @Nullable
    Lineage following() {
        return following;
    }

    @Nullable
    Shard find(String id) {
        return shards.get(id);
    }

    /** Returns the shards that can be read now: those whose parents were read to the end. */
    List<Shard> ready() {
        return shards.values().stream()
                .filter(shard -> !shard.isEnded() && !isWaiting(shard))
                .toList();
    }

    private boolean isWaiting(Shard shard) {
        return shard.parent() != null && shards.containsKey(shard.parent());
    }

    /** Returns the nearest ancestor of a shard that is among others, as far as it is remembered; null where none is. */
    @Nullable
    String ancestor(Shard shard, Set<String> among) {
        String ancestor = shard.parent();
        for (int steps = 0; ancestor != null && !among.contains(ancestor) && steps < MOST_ANCESTORS; steps++) {
            ancestor = ancestry.get(ancestor);
        }
        return ancestor;
    }

    /** Lets children follow the shards that were read to their end. */
    void settle() {
        boolean isDue = source.nanoTime() - describeAt >= 0
                || shards.values().stream().anyMatch(shard -> shard.isDrained() && !shard.isAsked());
        if (!isDue) {
            return;
        }
        describeAt = source.nanoTime() + wait;
        if (following != null) {
            replay(following);
        } else if (isSettled(source.describe(arn))) {
            wait = SHORTEST_WAIT;
            describeAt = source.nanoTime() + REFRESH;
        } else {
            describeAt = source.nanoTime() + wait;
            wait = Math.min(wait * 2, LONGEST_WAIT);
        }
    }

    /** Drops what was handed out again, since all that comes after it was handed out as well. */
    private void replay(Lineage later) {
        List.copyOf(shards.values()).stream().filter(Shard::isDrained).forEach(this::remove);
        if (shards.isEmpty()) {
            arn = later.arn;
            finished = later.finished;
            following = later.following;
            later.shards.values().forEach(this::add);
        }
    }

    private boolean isSettled(Listing listing) {
        boolean settled = true;
        boolean tolerant = fresh && shards.isEmpty();
        for (Shard shard : List.copyOf(shards.values())) {
            if (shard.isDrained()) {
                shard.ask();
                boolean isLeft =
                        listing.state() == Listing.State.GONE || isFollowed(shard, listing) || isGone(shard, listing);
                if (isLeft) {
                    tolerant |= shard.isGone();
                    remove(shard);
                }
                settled &= isLeft;
            }
        }
        if (!finished) {
            adoptOrphans(listing, tolerant);
        }
        fresh &= shards.isEmpty();
        return isFinished(listing) ? isContinued() : settled && !shards.isEmpty();
    }

    private void remove(Shard shard) {
        shards.remove(shard.id());
        if (shard.parent() != null) {
            ancestry.put(shard.id(), shard.parent());
        }
        if (ancestry.size() > MOST_ANCESTORS) {
            ancestry.remove(ancestry.keySet().iterator().next());
        }
    }

    /** Adds the children of a shard; returns false where they are not known yet. */
    private boolean isFollowed(Shard shard, Listing listing) {
        List<Listed> children = listing.children(shard.id());
        for (Shard waiting : shards.values()) {
            // a description that lacks it may show shards as unread that were read before it
            if (shard.id().equals(waiting.parent()) && !listing.has(waiting.id())) {
                return false;
            }
        }
        Set<String> known = known(listing);
        for (Listed child : children) {
            if (!known.contains(child.id())) {
                Place place = shard.isGone() ? Place.oldest(null, source.now().plus(NOTHING_LOST)) : Place.start(null);
                add(child, place, shard.isDropping());
            }
        }
        return !children.isEmpty();
    }

    /** Returns the shards that are being read, and those before them, which were read. */
    private Set<String> known(Listing listing) {
        Set<String> known = new HashSet<>();
        for (Shard shard : shards.values()) {
            String id = shard.id();
            String parent = shard.parent();
            while (id != null && known.add(id)) {
                Listed listed = listing.shards().get(id);
                id = listed == null ? parent : listed.parent();
                parent = null;
            }
        }
        return known;
    }

    /** Tells whether DynamoDB no longer lists a shard that got no children. It drops such a shard after a day. */
    private boolean isGone(Shard shard, Listing listing) {
        return !listing.has(shard.id()) && source.isGone(arn, shard.id());
    }

    /** Tells whether the stream gets no records any more, and all were handed out. */
    private boolean isFinished(Listing listing) {
        finished |= listing.state() != Listing.State.OPEN
                && shards.values().stream()
                        .allMatch(shard -> shard.isDrained()
                                && (listing.state() == Listing.State.GONE || listing.isClosed(shard.id())));
        return finished;
    }

    /** Goes on with the stream that followed this one; returns false where there is none yet. */
    private boolean isContinued() {
        List.copyOf(shards.values()).forEach(this::remove);
        String next = source.streamAfter(arn);
        if (next == null) {
            return false;
        }
        Listing listing = source.describe(next);
        arn = next;
        finished = false;
        addAll(listing.roots(), Place.start(null), since != null);
        return !shards.isEmpty();
    }

    /** Adds listed shards that nothing leads to, such as the second child of a shard, if it was listed late. */
    private void adoptOrphans(Listing listing, boolean tolerant) {
        boolean isRecent = shards.values().stream()
                .allMatch(shard -> listing.has(shard.id()) || shard.isExpired() || shard.isGone());
        if (!isRecent) {
            return;
        }
        Set<String> known = known(listing);
        Place place = tolerant ? Place.oldest(null, nothingLostUntil()) : Place.start(null);
        for (Listed listed : listing.shards().values()) {
            boolean isFirst =
                    listed.parent() == null || !listing.has(listed.parent()) || known.contains(listed.parent());
            if (isFirst && !known.contains(listed.id()) && !shards.containsKey(String.valueOf(listed.parent()))) {
                add(listed, place, since != null);
            }
        }
    }
}
