package io.bloop.model;

import io.bloop.expression.DynamicPath;
import io.bloop.type.DynamicType;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column that holds anything, stored by its own class.
 *
 * <p>Immutable once its model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 * @since 0.1.0
 */
public final class DynamicColumn<T> extends Column<T, Object> implements DynamicPath<T> {

    private final DynamicType type;

    DynamicColumn(Declaration<T> declaration, DynamicType type) {
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

    @Override
    public DynamicColumn<T> getter(Function<? super T, ? extends @Nullable Object> getter) {
        super.getter(getter);
        return this;
    }

    @Override
    public DynamicColumn<T> setter(BiConsumer<? super T, @Nullable Object> setter) {
        super.setter(setter);
        return this;
    }

    @Override
    public DynamicColumn<T> keepInitial() {
        super.keepInitial();
        return this;
    }

    @Override
    public DynamicColumn<T> computedFrom(String... columns) {
        super.computedFrom(columns);
        return this;
    }
}
