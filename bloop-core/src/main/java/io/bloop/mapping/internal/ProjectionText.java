package io.bloop.mapping.internal;

import io.bloop.expression.Path;
import io.bloop.expression.Placeholders;
import io.bloop.model.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes the expression that asks for some attributes of items, in which no place may hold another. Not thread-safe. */
public final class ProjectionText {

    private final Placeholders placeholders;
    private final Set<String> attributes = new LinkedHashSet<>();
    private final List<Path<?, ?>> inside = new ArrayList<>();

    /**
     * Begins an expression.
     *
     * @param placeholders takes the names
     */
    public ProjectionText(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /**
     * Asks for columns.
     *
     * @param columns the columns; parts of keys without an attribute are left out
     * @return this
     */
    public ProjectionText columns(Collection<? extends Column<?, ?>> columns) {
        columns.stream()
                .filter(column -> !column.isKeyOnly())
                .map(Column::attribute)
                .forEach(attributes::add);
        return this;
    }

    /**
     * Asks for attributes by their names.
     *
     * @param names the names as they are stored
     * @return this
     */
    public ProjectionText attributes(Collection<String> names) {
        attributes.addAll(names);
        return this;
    }

    /**
     * Asks for places inside of attributes.
     *
     * @param paths the places; one inside of another place or of an attribute that is asked for is left out
     * @return this
     */
    public ProjectionText inside(Collection<? extends Path<?, ?>> paths) {
        for (Path<?, ?> path : paths) {
            // an element that is returned alone has another index
            if (path.steps().stream().anyMatch(step -> step.index() >= 0)) {
                attributes.add(path.attribute());
            } else {
                inside.add(path);
            }
        }
        return this;
    }

    /** Returns the expression. */
    @Override
    public String toString() {
        Set<String> asked = new LinkedHashSet<>();
        attributes.forEach(attribute -> asked.add(placeholders.name(attribute)));
        List<String> places = inside.stream()
                .filter(path -> !attributes.contains(path.attribute()))
                .map(path -> path.render(placeholders))
                .distinct()
                .toList();
        for (String place : places) {
            if (places.stream().noneMatch(other -> place.startsWith(other + "."))) {
                asked.add(place);
            }
        }
        return String.join(", ", asked);
    }
}
