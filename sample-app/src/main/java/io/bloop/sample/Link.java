package io.bloop.sample;

import static io.bloop.annotation.Projection.ALL;
import static io.bloop.annotation.Table.Billing.ON_DEMAND;
import static io.bloop.annotation.Table.Stream.NEW;
import static io.bloop.annotation.Table.Stream.OLD;

import io.bloop.annotation.Column;
import io.bloop.annotation.GlobalSecondaryIndex;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;
import io.bloop.annotation.Table;
import io.bloop.annotation.Ttl;
import io.bloop.model.BaseModel;
import io.bloop.stream.Change;
import java.net.URI;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A short name for a long address. */
@SuppressWarnings("NullAway.Init") // a link is made empty and filled afterwards
@GlobalSecondaryIndex(name = "byTopic", hashKey = "topic", rangeKey = "createdOn", projection = ALL)
@Model
@Table(
        billing = ON_DEMAND,
        stream = {NEW, OLD}) // listeners get a link as it was and as it is
@GlobalSecondaryIndex(name = "byOwner", hashKey = "owner", rangeKey = "createdOn", projection = ALL)
class Link extends BaseModel {

    @HashKey
    String slug;

    @Column("u")
    URI target; // stored under a short attribute name

    String owner;

    @Nullable
    String topic;

    @Nullable
    String title;

    Instant createdOn = Instant.now(); // a default: new objects only

    @Ttl
    @Nullable
    Instant expiresOn; // epoch seconds; time to live is switched on for the table

    long clicks;
    Set<String> tags = new HashSet<>();

    /** Returns the link after the change, or before it where the change is a removal. */
    static Link of(Change<Link> change) {
        return change.after().or(change::before).orElseThrow();
    }

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
