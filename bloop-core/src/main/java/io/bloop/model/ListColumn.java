package io.bloop.model;

import io.bloop.expression.ListPath;
import io.bloop.type.ListType;
import java.util.List;

/**
 * Is a column that holds a list.
 *
 * <p>Immutable once its model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 * @param <E> the Java type of the elements
 */
public final class ListColumn<T, E> extends Column<T, List<E>> implements ListPath<T, E> {

    private final ListType<E> type;

    ListColumn(Declaration<T, List<E>> declaration, ListType<E> type) {
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
}
