package io.bloop.model;

import io.bloop.expression.ListPath;
import io.bloop.type.ListType;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column that holds a list.
 *
 * <p>Immutable once its model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 * @param <E> the Java type of the elements
 * @since 0.1.0
 */
public final class ListColumn<T, E> extends Column<T, List<E>> implements ListPath<T, E> {

    private final ListType<E> type;

    ListColumn(Declaration<T> declaration, ListType<E> type) {
        super(declaration);
        this.type = type;
    }

    @Override
    public ListType<E> type() {
        return type;
    }

    @Override
    public ListColumn<T, E> storedAs(String attribute) {
        super.storedAs(attribute);
        return this;
    }

    @Override
    public ListColumn<T, E> getter(Function<? super T, ? extends @Nullable List<E>> getter) {
        super.getter(getter);
        return this;
    }

    @Override
    public ListColumn<T, E> setter(BiConsumer<? super T, @Nullable List<E>> setter) {
        super.setter(setter);
        return this;
    }

    @Override
    public ListColumn<T, E> keepInitial() {
        super.keepInitial();
        return this;
    }

    @Override
    public ListColumn<T, E> computedFrom(String... columns) {
        super.computedFrom(columns);
        return this;
    }
}
