package io.bloop.expression;

import io.bloop.type.ListType;
import java.util.List;
import java.util.function.Function;

/**
 * Is a list whose elements have paths of their own, as documents do: {@code RECEIPT.items.at(0).name}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <M> the class of the model's objects
 * @param <E> the Java type of the elements
 * @param <P> the paths of the elements
 * @param list where the list is
 * @param wrap makes an element's path of its place
 */
public record ElementsPath<M, E, P extends Path<M, E>>(ListPath<M, E> list, Function<Path<M, E>, P> wrap)
        implements ListPath<M, E> {

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
