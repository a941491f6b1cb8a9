package io.bloop.model;

import io.bloop.type.BooleanType;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column that holds a truth value.
 *
 * <p>Immutable once its model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 * @since 0.1.0
 */
public final class BooleanColumn<T> extends Column<T, Boolean> {

    private final BooleanType type;

    BooleanColumn(Declaration<T> declaration, BooleanType type) {
        super(declaration);
        this.type = type;
    }

    @Override
    public BooleanType type() {
        return type;
    }

    @Override
    public BooleanColumn<T> storedAs(String attribute) {
        super.storedAs(attribute);
        return this;
    }

    @Override
    public BooleanColumn<T> getter(Function<? super T, ? extends @Nullable Boolean> getter) {
        super.getter(getter);
        return this;
    }

    @Override
    public BooleanColumn<T> setter(BiConsumer<? super T, @Nullable Boolean> setter) {
        super.setter(setter);
        return this;
    }

    @Override
    public BooleanColumn<T> keepInitial() {
        super.keepInitial();
        return this;
    }

    @Override
    public BooleanColumn<T> computedFrom(String... columns) {
        super.computedFrom(columns);
        return this;
    }
}
