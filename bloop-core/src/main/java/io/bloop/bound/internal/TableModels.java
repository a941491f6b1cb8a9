package io.bloop.bound.internal;

import io.bloop.type.StoredItem;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Knows the models that one engine has bound to one table. Thread-safe. */
public final class TableModels {

    private final List<BoundModel<?>> models = new CopyOnWriteArrayList<>();

    /** Creates the models of a table that none is bound to. */
    public TableModels() {}

    /**
     * Adds a model that was bound.
     *
     * @param model the model
     */
    public void add(BoundModel<?> model) {
        models.add(model);
    }

    /**
     * Returns the models.
     *
     * @return the models, in the order in which they were bound
     */
    public List<BoundModel<?>> all() {
        return models;
    }

    /** Returns the models that tell their items from others and claim an item. */
    List<BoundModel<?>> owners(StoredItem item) {
        return models.stream()
                .filter(model -> !model.claim().isOpen() && model.claim().admits(item))
                .toList();
    }
}
