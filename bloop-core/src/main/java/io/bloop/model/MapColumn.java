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
 * @param <K> the Java type of the keys
 * @param <E> the Java type of the values
 * @since 0.1.0
 */
public final class MapColumn<T, K, E> extends Column<T, Map<K, E>> implements MapPath<T, K, E> {

    private final MapType<K, E> type;

    MapColumn(Declaration<T> declaration, MapType<K, E> type) {
        super(declaration);
        this.type = type;
    }

    @Override
    public MapType<K, E> type() {
        return type;
    }

    @Override
    public MapColumn<T, K, E> storedAs(String attribute) {
        super.storedAs(attribute);
        return this;
    }

    @Override
    public MapColumn<T, K, E> getter(Function<? super T, ? extends @Nullable Map<K, E>> getter) {
        super.getter(getter);
        return this;
    }

    @Override
    public MapColumn<T, K, E> setter(BiConsumer<? super T, @Nullable Map<K, E>> setter) {
        super.setter(setter);
        return this;
    }

    @Override
    public MapColumn<T, K, E> keepInitial() {
        super.keepInitial();
        return this;
    }

    @Override
    public MapColumn<T, K, E> computedFrom(String... columns) {
        super.computedFrom(columns);
        return this;
    }
}
