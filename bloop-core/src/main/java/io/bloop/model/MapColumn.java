package io.bloop.model;

import io.bloop.expression.MapPath;
import io.bloop.type.MapType;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column that holds a map.
 *
 * <p>Immutable once its model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 * @param <E> the Java type of the values
 * @since 0.1.0
 */
public final class MapColumn<T, E> extends Column<T, Map<String, E>> implements MapPath<T, E> {

    private final MapType<E> type;

    MapColumn(Declaration<T> declaration, MapType<E> type) {
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

    @Override
    public MapColumn<T, E> getter(Function<? super T, ? extends @Nullable Map<String, E>> getter) {
        super.getter(getter);
        return this;
    }

    @Override
    public MapColumn<T, E> setter(BiConsumer<? super T, @Nullable Map<String, E>> setter) {
        super.setter(setter);
        return this;
    }
}
