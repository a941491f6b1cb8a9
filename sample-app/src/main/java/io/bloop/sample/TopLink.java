package io.bloop.sample;

import static io.bloop.annotation.Projection.ALL;
import static io.bloop.annotation.Table.Billing.ON_DEMAND;
import static io.bloop.annotation.Table.Stream.KEYS;

import io.bloop.annotation.GlobalSecondaryIndex;
import io.bloop.annotation.HashKey;
import io.bloop.annotation.Model;
import io.bloop.annotation.Table;
import io.bloop.annotation.Version;
import org.jspecify.annotations.Nullable;

/**
 * Tells how often a link was clicked, for the list of the most clicked links.
 *
 * @param slug the link's slug
 * @param board the list's name; none where there are no clicks, so that the index leaves the link out
 * @param clicks how often it was clicked; 0 where the link is gone
 * @param version counts the writes
 */
@Model
@Table(billing = ON_DEMAND, stream = KEYS)
@GlobalSecondaryIndex(name = "byClicks", hashKey = "board", rangeKey = "clicks", projection = ALL)
record TopLink(
        @HashKey String slug,
        @Nullable String board,
        long clicks,
        @Version @Nullable Long version) {}
