package io.bloop.model;

import io.bloop.expression.DynamicPath;
import io.bloop.type.DynamicType;

/**
 * Is a column that holds anything, stored by its own class.
 *
 * <p>Immutable once its model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 */
public final class DynamicColumn<T> extends Column<T, Object> implements DynamicPath<T> {

    private final DynamicType type;

    DynamicColumn(Declaration<T, Object> declaration, DynamicType type) {
        super(declaration);
        this.type = type;
    }

    @Override
    public DynamicType type() {
        return type;
    }

    @Override
    public DynamicColumn<T> storedAs(String attribute) {
        super.storedAs(attribute);
        return this;
    }
}
