package io.bloop.collection;

import java.util.Optional;

/**
 * The part of a collection that is made of some of its items, and the token of the items that follow.
 *
 * <p>Unless the engine has secrets for tokens, the token is not encrypted: everybody who has it can read the values of the
 * last item's keys.
 *
 * @param <C> the class of the collection
 * @param collection the collection, whose members have the objects of this page alone; empty where the page has none
 * @param next the continuation token of the following page; empty where it is known that nothing follows
 * @param count the number of objects of the page
 * @param scanned the number of items that DynamoDB has read
 * @param skipped the number of items that no bound model of the table claims, and that were passed over
 * @since 0.1.0
 */
public record CollectionPage<C>(Optional<C> collection, Optional<String> next, int count, long scanned, long skipped) {}
