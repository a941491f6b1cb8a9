package io.bloop.model;

import io.bloop.expression.MapPath;
import io.bloop.type.MapType;
import java.util.Map;

/**
 * Is a column that holds a map.
 *
 * <p>Immutable once its model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 * @param <E> the Java type of the values
 */
public final class MapColumn<T, E> extends Column<T, Map<String, E>> implements MapPath<T, E> {

    private final MapType<E> type;

    MapColumn(Declaration<T, Map<String, E>> declaration, MapType<E> type) {
        super(declaration);
        this.type = type;
    }

    @Override
    public MapType<E> type() {
        return type;
    }

    @Override
    public MapColumn<T, E> storedAs(String attribute) {
        super.storedAs(attribute);
        return this;
    }
}
