package io.bloop.sample;

import io.bloop.model.BaseModel;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Is a short name for a long address. */
@SuppressWarnings("NullAway.Init") // a link is made empty and filled afterwards
class Link extends BaseModel {

    String slug;
    URI target;
    String owner;

    @Nullable
    String topic;

    @Nullable
    String title;

    Instant createdOn = Instant.now(); // a default: new objects only

    @Nullable
    Instant expiresOn;

    long clicks;
    Set<String> tags = new HashSet<>();

    /** Returns a new link that has all of this one but the slug. */
    Link renamed(String to) {
        Link link = new Link();
        link.slug = to;
        link.target = target;
        link.owner = owner;
        link.topic = topic;
        link.title = title;
        link.createdOn = createdOn;
        link.expiresOn = expiresOn;
        link.clicks = clicks;
        link.tags = new HashSet<>(tags);
        return link;
    }
}
