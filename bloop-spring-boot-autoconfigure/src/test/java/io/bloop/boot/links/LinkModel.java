package io.bloop.boot.links;

import static io.bloop.model.IndexProjection.ALL;
import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.TIMESTAMP;

import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import java.time.Instant;

public final class LinkModel extends OwnedModel<Link> {

    public static final LinkModel LINK = new LinkModel();

    public final StringColumn<Link, String> slug = column("slug", STRING)
            .getter(l -> l.slug)
            .setter((l, v) -> l.slug = v)
            .hashKey();
    public final StringColumn<Link, Instant> createdOn =
            column("createdOn", INSTANT).getter(l -> l.createdOn).setter((l, v) -> l.createdOn = v);
    public final NumberColumn<Link, Instant> expiresOn =
            column("expiresOn", TIMESTAMP).getter(l -> l.expiresOn).setter((l, v) -> l.expiresOn = v);
    public final GlobalSecondaryIndex<Link> byOwner =
            globalIndex("byOwner", ALL).hashKey(owner).rangeKey(createdOn).units(2L, 2L);

    private LinkModel() {
        super(Link.class, l -> l.owner, (l, v) -> l.owner = v);
        table(t -> t.ttl(expiresOn).units(3L, 3L));
    }

    @Override
    protected Link create(Values<Link> values) {
        return new Link();
    }
}
