package io.bloop.collection;

import io.bloop.BloopException;
import io.bloop.request.Target;
import java.util.List;

/**
 * Signals items that do not make a collection: two for a member that has one object, or none for a required member.
 *
 * <p>Immutable. The message names the collection, the member and keys, and no other value of an item.
 *
 * @since 0.1.0
 */
public final class CollectionMismatch extends BloopException {

    private static final long serialVersionUID = 1L;

    private final Target target;
    private final String collection;
    private final String member;

    @SuppressWarnings("serial") // always an immutable list of strings, which is serializable
    private final List<String> keys;

    private CollectionMismatch(
            Target target,
            ItemCollectionDefinition<?> collection,
            CollectionMember<?> member,
            List<String> keys,
            String problem) {
        super(
                "Member '" + member.name() + "' of collection " + target.toString(collection.name()) + " has "
                        + problem,
                null);
        this.target = target;
        this.collection = collection.name();
        this.member = member.name();
        this.keys = List.copyOf(keys);
    }

    static CollectionMismatch tooMany(
            Target target, ItemCollectionDefinition<?> collection, CollectionMember<?> member, List<String> keys) {
        return new CollectionMismatch(
                target,
                collection,
                member,
                keys,
                "one object, and the query found two: " + String.join(" and ", keys) + "; make the member a list of "
                        + member.model().name() + ", or narrow the condition.");
    }

    static CollectionMismatch missing(
            Target target,
            ItemCollectionDefinition<?> collection,
            CollectionMember<?> member,
            Object where,
            long others) {
        return new CollectionMismatch(
                target,
                collection,
                member,
                List.of(),
                "no item of " + member.model().name() + " among the " + (others == 1 ? "one item" : others + " items")
                        + " of the query where " + where
                        + "; make the member nullable or optional, or raise the limit if it has left the item out.");
    }

    /**
     * Returns what was queried.
     *
     * @return the model whose keys were asked for, its table and its index
     */
    public Target target() {
        return target;
    }

    /**
     * Returns the collection's name.
     *
     * @return the name
     */
    public String collection() {
        return collection;
    }

    /**
     * Returns the member's name.
     *
     * @return the name
     */
    public String member() {
        return member;
    }

    /**
     * Returns the keys of the items that were found for the member.
     *
     * @return two keys, printed; none where a required member lacks its item
     */
    public List<String> keys() {
        return keys;
    }
}
