package io.bloop.testing;

import static io.bloop.model.IndexProjection.ALL;
import static io.bloop.model.IndexProjection.KEYS;
import static io.bloop.type.Types.BIG_DECIMAL;
import static io.bloop.type.Types.BOOLEAN;
import static io.bloop.type.Types.BYTES;
import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.TIMESTAMP;
import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.mapOf;
import static io.bloop.type.Types.setOf;

import io.bloop.model.BinaryColumn;
import io.bloop.model.BooleanColumn;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.IndexProjection;
import io.bloop.model.Key;
import io.bloop.model.ListColumn;
import io.bloop.model.MapColumn;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.SetColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.type.Types;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;

public final class LinkModel extends ModelDefinition<Link> {

    public static final LinkModel LINK = new LinkModel();

    public final StringColumn<Link, String> slug = column("slug", STRING)
            .getter(l -> l.slug)
            .setter((l, v) -> l.slug = v)
            .hashKey();
    public final StringColumn<Link, URI> target = column("target", Types.URI)
            .getter(l -> l.target)
            .setter((l, v) -> l.target = v)
            .storedAs("u");
    public final StringColumn<Link, String> owner =
            column("owner", STRING).getter(l -> l.owner).setter((l, v) -> l.owner = v);
    public final StringColumn<Link, Instant> createdOn =
            column("createdOn", INSTANT).getter(l -> l.createdOn).setter((l, v) -> l.createdOn = v);
    public final NumberColumn<Link, Instant> expiresOn =
            column("expiresOn", TIMESTAMP).getter(l -> l.expiresOn).setter((l, v) -> l.expiresOn = v);
    public final NumberColumn<Link, Long> clicks =
            column("clicks", LONG.orElse(0L)).getter(l -> l.clicks).setter((l, v) -> l.clicks = v);
    public final NumberColumn<Link, BigDecimal> score =
            column("score", BIG_DECIMAL).getter(l -> l.score).setter((l, v) -> l.score = v);
    public final BooleanColumn<Link> pinned =
            column("pinned", BOOLEAN).getter(l -> l.pinned).setter((l, v) -> l.pinned = v);
    public final BinaryColumn<Link, byte[]> icon =
            column("icon", BYTES).getter(l -> l.icon).setter((l, v) -> l.icon = v);
    public final SetColumn<Link, String> tags =
            column("tags", setOf(STRING)).getter(l -> l.tags).setter((l, v) -> l.tags = v);
    public final ListColumn<Link, String> notes =
            column("notes", listOf(STRING)).getter(l -> l.notes).setter((l, v) -> l.notes = v);
    public final MapColumn<Link, String, Integer> counts =
            column("counts", mapOf(INTEGER)).getter(l -> l.counts).setter((l, v) -> l.counts = v);

    public final GlobalSecondaryIndex<Link> byOwner =
            globalIndex("byOwner", ALL).hashKey(owner).rangeKey(createdOn);
    public final GlobalSecondaryIndex<Link> slugsByOwner =
            globalIndex("slugsByOwner", KEYS).hashKey(owner).rangeKey(slug);
    public final GlobalSecondaryIndex<Link> targetsByOwner = globalIndex(
                    "targetsByOwner", IndexProjection.of(target, tags))
            .storedAs("t_by_o")
            .hashKey(owner);

    private LinkModel() {
        super(Link.class);
        table(t -> t.ttl(expiresOn));
    }

    public Key<Link> key(String slug) {
        return keyOf(slug);
    }

    @Override
    protected Link create(Values<Link> values) {
        return new Link();
    }
}
