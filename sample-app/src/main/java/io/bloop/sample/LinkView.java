package io.bloop.sample;

import java.net.URI;
import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A link as the API shows it. */
record LinkView(
        String slug,
        URI target,
        String owner,
        @Nullable String topic,
        @Nullable String title,
        Instant createdOn,
        @Nullable Instant expiresOn,
        long clicks,
        SortedSet<String> tags) {

    static LinkView of(Link link) {
        return new LinkView(
                link.slug,
                link.target,
                link.owner,
                link.topic,
                link.title,
                link.createdOn,
                link.expiresOn,
                link.clicks,
                new TreeSet<>(link.tags));
    }
}
