package io.bloop.collection;

import io.bloop.InvalidArgument;
import java.util.List;
import java.util.Map;

/**
 * Holds the objects of one collection while the collection is made of them.
 *
 * <p>Immutable, and not valid after the collection was made.
 *
 * @since 0.1.0
 */
public final class CollectionValues {

    private final ItemCollectionDefinition<?> collection;
    private final Map<CollectionMember<?>, List<Object>> objects;

    CollectionValues(ItemCollectionDefinition<?> collection, Map<CollectionMember<?>, List<Object>> objects) {
        this.collection = collection;
        this.objects = objects;
    }

    /**
     * Returns a member's value.
     *
     * @param <V> the class of the member's values
     * @param member a member of the collection
     * @return the object of a required member, an {@code Optional} of an optional one, or a list of its own, which may be
     *     changed, in the order of the query
     * @throws InvalidArgument if the member is null or belongs to another collection
     */
    public <V> V get(CollectionMember<V> member) {
        List<Object> found = objects.get(member);
        if (found == null) {
            throw new InvalidArgument(
                    "get() of " + collection, "member", "one of " + collection.members(), String.valueOf(member));
        }
        return member.value(found);
    }
}
