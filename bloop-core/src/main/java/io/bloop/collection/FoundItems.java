package io.bloop.collection;

import io.bloop.expression.Condition;
import io.bloop.model.ModelDefinition;
import io.bloop.query.Results;
import io.bloop.request.Target;
import io.bloop.type.MappingFailed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The objects of one query by the members of a collection that they belong to. */
final class FoundItems<C> {

    private final ItemCollectionDefinition<C> collection;
    private final Target target;
    private final Map<CollectionMember<?>, List<Object>> objects = new LinkedHashMap<>();
    private final Map<ModelDefinition<?>, CollectionMember<?>> byModel = new HashMap<>();
    private final Map<CollectionMember<?>, String> keys = new HashMap<>();

    FoundItems(ItemCollectionDefinition<C> collection, Target target) {
        this.collection = collection;
        this.target = target;
        for (CollectionMember<?> member : collection.members()) {
            objects.put(member, new ArrayList<>());
            byModel.put(member.model(), member);
        }
    }

    /** Adds the next result. */
    void add(Results<Object> results) {
        Object object = results.next();
        CollectionMember<?> member =
                Objects.requireNonNull(byModel.get(results.model().orElseThrow()), "other items are passed over");
        if (!member.isList()) {
            String key = results.key().orElseThrow().toString();
            String first = keys.put(member, key);
            if (first != null) {
                throw CollectionMismatch.tooMany(target, collection, member, List.of(first, key));
            }
        }
        Objects.requireNonNull(objects.get(member)).add(object);
    }

    /** Makes a collection of what was found, at least one object. */
    C make(Condition<?> where) {
        objects.forEach((member, found) -> {
            if (member.isRequired() && found.isEmpty()) {
                int others = objects.values().stream().mapToInt(List::size).sum();
                throw CollectionMismatch.missing(target, collection, member, where, others);
            }
        });
        try {
            return Objects.requireNonNull(
                    collection.create(new CollectionValues(collection, objects)), "create() returned null");
        } catch (RuntimeException ex) {
            MappingFailed failed =
                    ex instanceof MappingFailed found ? found : MappingFailed.reading(List.of(), List.of(), ex);
            throw failed.at(collection.name(), collection.name() + " where " + where, null);
        }
    }
}
