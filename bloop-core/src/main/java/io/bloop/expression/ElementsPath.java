package io.bloop.expression;

import io.bloop.type.ListType;
import java.util.List;
import java.util.function.Function;

/**
 * A list of documents, or of lists or maps of them, whose elements have paths of their own: {@code RECEIPT.items.at(0).name}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <M> the class of the model's objects
 * @param <E> the Java type of the elements
 * @param <P> the paths of the elements
 * @param list where the list is
 * @param wrap makes an element's path of its place
 * @since 0.1.0
 */
public record ElementsPath<M, E, P extends Path<M, E>>(ListPath<M, E> list, Function<Path<M, E>, P> wrap)
        implements ListPath<M, E> {

    /**
     * Returns the path of a list inside of another list or a map.
     *
     * @param <M> the class of the model's objects
     * @param <E> the Java type of the elements
     * @param <P> the paths of the elements
     * @param place where the list is, as {@link ListPath#at} or {@link MapPath#key} has returned it
     * @param wrap makes an element's path of its place
     * @return the path
     */
    public static <M, E, P extends Path<M, E>> ElementsPath<M, E, P> in(
            Path<M, List<E>> place, Function<Path<M, E>, P> wrap) {
        return new ElementsPath<>((ListPath<M, E>) place, wrap);
    }

    @Override
    public Path<M, List<E>> place() {
        return list.place();
    }

    @Override
    public P at(int index) {
        return wrap.apply(list.at(index));
    }

    @Override
    public String name() {
        return list.name();
    }

    @Override
    public String qualifiedName() {
        return list.qualifiedName();
    }

    @Override
    public String attribute() {
        return list.attribute();
    }

    @Override
    public ListType<E> type() {
        return list.type();
    }

    @Override
    public boolean isNested() {
        return list.isNested();
    }

    @Override
    public String render(Placeholders placeholders) {
        return list.render(placeholders);
    }
}
