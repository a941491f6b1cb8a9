package io.bloop.engine;

import io.bloop.InvalidArgument;
import io.bloop.bound.internal.BoundModel;
import io.bloop.bound.internal.TableModels;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import io.bloop.model.SupertypeDefinition;
import io.bloop.settings.TableSettings;
import io.bloop.type.StoredItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Turns raw items into the objects of a model and back, without an engine and without requests: for functions that receive
 * items of streams, exports and queues.
 *
 * <p>An object that it has read counts as new when it is saved. {@link BloopTemplate#read} returns an object that
 * counts as loaded. Immutable and thread-safe; the objects are not.
 *
 * @param <T> the class of the model's objects
 * @since 0.1.0
 */
public final class ItemMapper<T> {

    private final BoundModel<T> model;

    private ItemMapper(BoundModel<T> model) {
        this.model = model;
    }

    /**
     * Makes the mapper of a model.
     *
     * @param <T> the class of the model's objects
     * @param model the model
     * @return a mapper
     */
    public static <T> ItemMapper<T> of(ModelDefinition<T> model) {
        return new ItemMapper<>(unbound(InvalidArgument.required(model, "of()", "model", "a model")));
    }

    private static <T> BoundModel<T> unbound(ModelDefinition<T> model) {
        TableSettings settings = model.settings();
        if (model instanceof SupertypeDefinition<T> supertype) {
            List<BoundModel<? extends T>> members = new ArrayList<>();
            supertype.models().forEach(member -> members.add(unbound(member)));
            return new BoundModel<>(supertype, members, new TableModels());
        }
        String table = settings.name() == null ? model.name() : settings.name();
        return new BoundModel<>(model, table, settings, Map.of());
    }

    /**
     * Tells whether an item belongs to the model.
     *
     * @param item the item's attributes
     * @return true if the model claims the item
     */
    public boolean claims(Map<String, AttributeValue> item) {
        return model.claim().admits(given("claims()", item));
    }

    /**
     * Makes an object of an item.
     *
     * @param item the item's attributes; those that the model does not know are passed over
     * @return a new object
     * @throws io.bloop.request.ForeignItem if the item does not belong to the model
     * @throws io.bloop.type.InvalidValue if an attribute does not fit its column
     */
    public T read(Map<String, AttributeValue> item) {
        return model.read(given("read()", item), this);
    }

    static StoredItem given(String method, Map<String, AttributeValue> item) {
        return StoredItem.of(InvalidArgument.required(item, method, "item", "the attributes of an item"));
    }

    /**
     * Makes an item of an object in the form that {@code insert} stores, without the versions and times that the engine
     * writes.
     *
     * @param object the object
     * @return every column that has a value, and the discriminator of the model
     * @throws io.bloop.model.MissingKey if a key column has no value
     * @throws io.bloop.type.InvalidValue if a value does not fit its column
     */
    public Map<String, AttributeValue> write(T object) {
        return Map.copyOf(model.of(object).mapping().item(object));
    }

    /**
     * Returns the key of an item.
     *
     * @param item the item's attributes, or those of its key
     * @return the key
     */
    public Key<T> key(Map<String, AttributeValue> item) {
        return model.mapping().itemKey(given("key()", item));
    }
}
