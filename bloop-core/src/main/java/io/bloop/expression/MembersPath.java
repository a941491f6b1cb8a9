package io.bloop.expression;

import io.bloop.type.MapType;
import java.util.Map;
import java.util.function.Function;

/**
 * A map of documents, or of lists or maps of them, whose values have paths of their own: {@code RECEIPT.shelves.key("top").name}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <M> the class of the model's objects
 * @param <K> the Java type of the keys
 * @param <E> the Java type of the values
 * @param <P> the paths of the values
 * @param map where the map is
 * @param wrap makes a value's path of its place
 * @since 0.1.0
 */
public record MembersPath<M, K, E, P extends Path<M, E>>(MapPath<M, K, E> map, Function<Path<M, E>, P> wrap)
        implements MapPath<M, K, E> {

    /**
     * Returns the path of a map inside of another map or a list.
     *
     * @param <M> the class of the model's objects
     * @param <K> the Java type of the keys
     * @param <E> the Java type of the values
     * @param <P> the paths of the values
     * @param place where the map is, as {@link ListPath#at} or {@link MapPath#key} has returned it
     * @param wrap makes a value's path of its place
     * @return the path
     */
    public static <M, K, E, P extends Path<M, E>> MembersPath<M, K, E, P> in(
            Path<M, Map<K, E>> place, Function<Path<M, E>, P> wrap) {
        return new MembersPath<>((MapPath<M, K, E>) place, wrap);
    }

    @Override
    public Path<M, Map<K, E>> place() {
        return map.place();
    }

    @Override
    public P key(K key) {
        return wrap.apply(map.key(key));
    }

    @Override
    public String name() {
        return map.name();
    }

    @Override
    public String qualifiedName() {
        return map.qualifiedName();
    }

    @Override
    public String attribute() {
        return map.attribute();
    }

    @Override
    public MapType<K, E> type() {
        return map.type();
    }

    @Override
    public boolean isNested() {
        return map.isNested();
    }

    @Override
    public String render(Placeholders placeholders) {
        return map.render(placeholders);
    }
}
