package io.bloop.sample;

import static io.bloop.model.Projection.ALL;
import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.TIMESTAMP;
import static io.bloop.type.Types.setOf;

import io.bloop.model.Billing;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.SetColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.type.Types;
import java.net.URI;
import java.time.Instant;

/** Says how links are stored. */
final class LinkModel extends ModelDefinition<Link> {

    public static final LinkModel LINK = new LinkModel();

    final StringColumn<Link, String> slug =
            column("slug", STRING, l -> l.slug, (l, v) -> l.slug = v).hashKey();
    final StringColumn<Link, URI> target =
            column("target", Types.URI, l -> l.target, (l, v) -> l.target = v).storedAs("u");
    final StringColumn<Link, String> owner = column("owner", STRING, l -> l.owner, (l, v) -> l.owner = v);
    final StringColumn<Link, String> topic = column("topic", STRING, l -> l.topic, (l, v) -> l.topic = v);
    final StringColumn<Link, String> title = column("title", STRING, l -> l.title, (l, v) -> l.title = v);
    final StringColumn<Link, Instant> createdOn =
            column("createdOn", INSTANT, l -> l.createdOn, (l, v) -> l.createdOn = v);
    final NumberColumn<Link, Instant> expiresOn =
            column("expiresOn", TIMESTAMP, l -> l.expiresOn, (l, v) -> l.expiresOn = v);
    final NumberColumn<Link, Long> clicks = column("clicks", LONG.orElse(0L), l -> l.clicks, (l, v) -> l.clicks = v);
    final SetColumn<Link, String> tags = column("tags", setOf(STRING), l -> l.tags, (l, v) -> l.tags = v);

    final GlobalSecondaryIndex<Link> byOwner =
            globalIndex("byOwner", ALL).hashKey(owner).rangeKey(createdOn);
    final GlobalSecondaryIndex<Link> byTopic =
            globalIndex("byTopic", ALL).hashKey(topic).rangeKey(createdOn);

    private LinkModel() {
        super(Link.class);
        table(t -> t.billing(Billing.ON_DEMAND).ttl(expiresOn));
    }

    Key<Link> key(String slug) {
        return keyOf(slug);
    }

    @Override
    protected Link create(Values<Link> values) {
        return new Link();
    }
}
