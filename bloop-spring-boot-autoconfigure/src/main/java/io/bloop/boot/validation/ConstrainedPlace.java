package io.bloop.boot.validation;

import io.bloop.boot.validation.ValuePath.Element;
import io.bloop.expression.Path;
import io.bloop.expression.PathStep;
import io.bloop.model.Column;
import io.bloop.model.ModelDefinition;
import io.bloop.type.DocumentType;
import io.bloop.type.ListType;
import io.bloop.type.MapType;
import io.bloop.type.Member;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in an item as Bean Validation sees it: a property of a class, or an element in the containers of one.
 *
 * @param bean the class that has the property
 * @param property the name of the property
 * @param within the elements that lead from the property to the place
 * @param holder the path of the bean
 * @param cascade how far validation goes on into values of the place
 */
record ConstrainedPlace(Class<?> bean, String property, List<Element> within, ValuePath holder, Cascade cascade) {

    /** Finds the place of a path; empty where an object of the model is not validated at that place. */
    static Optional<ConstrainedPlace> of(Path<?, ?> path, ModelDefinition<?> model, Validator validator) {
        Optional<ConstrainedPlace> place = model.columns().stream()
                .filter(column -> column.attribute().equals(path.attribute()))
                .findFirst()
                .map(Column::name)
                .flatMap(name -> property(model.type(), name, ValuePath.ROOT, validator));
        for (PathStep step : path.steps()) {
            place = place.flatMap(outer -> outer.step(step, validator));
        }
        return place;
    }

    private static Optional<ConstrainedPlace> property(
            Class<?> bean, String property, ValuePath holder, Validator validator) {
        return Optional.ofNullable(validator.getConstraintsForClass(bean).getConstraintsForProperty(property))
                .map(found -> new ConstrainedPlace(bean, property, List.of(), holder, Cascade.of(found)));
    }

    private Optional<ConstrainedPlace> step(PathStep step, Validator validator) {
        if (step.holder() instanceof ListType<?>) {
            return Optional.of(element(new Element(step.index(), null), List.class));
        }
        if (step.holder() instanceof MapType<?, ?>) {
            return Optional.of(element(new Element(null, step.member()), Map.class));
        }
        return step.holder() instanceof DocumentType<?> document && cascade.isCascaded()
                ? document.members().stream()
                        .filter(member -> member.name().equals(step.member()))
                        .findFirst()
                        .map(Member::property)
                        .flatMap(name -> property(document.javaType(), name, path(), validator))
                : Optional.empty();
    }

    private ConstrainedPlace element(Element element, Class<?> container) {
        List<Element> deeper = new ArrayList<>(within);
        deeper.add(element);
        return new ConstrainedPlace(bean, property, List.copyOf(deeper), holder, cascade.element(container));
    }

    /** Returns the path of what values of the place hold. */
    ValuePath path() {
        return within.isEmpty() ? holder.property(property) : outer();
    }

    /** Returns the path in which the nodes of a violation go on, except for those of the containers. */
    ValuePath outer() {
        ValuePath path = within.isEmpty() ? holder : holder.property(property);
        for (Element element : within) {
            path = path.element(element);
        }
        return path;
    }

    /** Returns a value of the property that holds nothing but a value of the place. */
    @Nullable
    Object wrapped(@Nullable Object value) {
        Object whole = value;
        for (int i = within.size() - 1; i >= 0; i--) {
            Object key = within.get(i).key();
            whole = key == null ? Collections.singletonList(whole) : Collections.singletonMap(key, whole);
        }
        return whole;
    }
}
