package io.bloop.read.internal;

import io.bloop.bound.internal.BoundModel;
import io.bloop.expression.Path;
import io.bloop.expression.Placeholders;
import io.bloop.mapping.internal.ProjectionText;
import io.bloop.model.Column;
import io.bloop.model.ProjectionDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that a read by keys asks for.
 *
 * @param projection the expression; null for whole items
 * @param names the placeholders in it; null where there are none
 */
record Asked(@Nullable String projection, @Nullable Map<String, String> names) {

    /** Asks for whole items. */
    static final Asked ALL = new Asked(null, null);

    /** Asks for the keys, and for what tells whose an item is. */
    static <T> Asked keys(BoundModel<T> bound) {
        return of(bound, List.of(), List.of());
    }

    /** Asks for what a projection has, the keys, and what tells whose an item is. */
    static <T> Asked of(BoundModel<T> bound, ProjectionDefinition<T, ?> projection) {
        List<Column<?, ?>> whole = new ArrayList<>();
        List<Path<?, ?>> inside = new ArrayList<>();
        for (Path<T, ?> path : projection.paths()) {
            if (path instanceof Column<?, ?> column) {
                whole.add(column);
            } else {
                inside.add(path);
            }
        }
        return of(bound, whole, inside);
    }

    private static Asked of(BoundModel<?> bound, List<Column<?, ?>> whole, List<Path<?, ?>> inside) {
        Placeholders placeholders = new Placeholders();
        String text = new ProjectionText(placeholders)
                .columns(bound.definition().keys())
                .columns(whole)
                .attributes(bound.claim().attributes())
                .inside(inside)
                .toString();
        return new Asked(text, placeholders.names());
    }
}
