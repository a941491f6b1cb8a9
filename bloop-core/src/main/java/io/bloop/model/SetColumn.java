package io.bloop.model;

import io.bloop.expression.SetPath;
import io.bloop.type.SetType;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column that holds a set.
 *
 * <p>Immutable once its model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 * @param <E> the Java type of the elements
 * @since 0.1.0
 */
public final class SetColumn<T, E> extends Column<T, Set<E>> implements SetPath<T, E> {

    private final SetType<E> type;

    SetColumn(Declaration<T> declaration, SetType<E> type) {
        super(declaration);
        this.type = type;
    }

    @Override
    public SetType<E> type() {
        return type;
    }

    @Override
    public SetColumn<T, E> storedAs(String attribute) {
        super.storedAs(attribute);
        return this;
    }

    @Override
    public SetColumn<T, E> getter(Function<? super T, ? extends @Nullable Set<E>> getter) {
        super.getter(getter);
        return this;
    }

    @Override
    public SetColumn<T, E> setter(BiConsumer<? super T, @Nullable Set<E>> setter) {
        super.setter(setter);
        return this;
    }

    @Override
    public SetColumn<T, E> keepInitial() {
        super.keepInitial();
        return this;
    }

    @Override
    public SetColumn<T, E> computedFrom(String... columns) {
        super.computedFrom(columns);
        return this;
    }
}
