package io.bloop.mapping.internal;

import io.bloop.InvalidArgument;
import io.bloop.expression.Path;
import io.bloop.model.Column;
import io.bloop.model.ProjectionDefinition;
import io.bloop.model.Values;
import io.bloop.type.AttributeValues;
import io.bloop.type.MappingFailed;
import io.bloop.type.StoredItem;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a projection, and places inside of columns, which an item may hold without the rest. */
final class ProjectedValues<T> extends Values<T> {

    private final ItemReader<T> reader;
    private final ItemValues<T> values;
    private final StoredItem item;
    private final ProjectionDefinition<T, ?> projection;

    ProjectedValues(
            ItemReader<T> reader, ItemValues<T> values, StoredItem item, ProjectionDefinition<T, ?> projection) {
        this.reader = reader;
        this.values = values;
        this.item = item;
        this.projection = projection;
    }

    /** Returns the columns that a projection reads whole. */
    static <T> Set<Column<T, ?>> columns(ProjectionDefinition<T, ?> projection) {
        Set<Column<T, ?>> columns = new LinkedHashSet<>();
        for (Path<T, ?> path : projection.paths()) {
            if (path instanceof Column<T, ?> column) {
                columns.add(column);
            }
        }
        return columns;
    }

    @Override
    public <V> @Nullable V get(Path<T, V> path) {
        requireAsked(path);
        return path.place() instanceof Column ? values.get(path) : nested(path);
    }

    @Override
    public <V> @Nullable V required(Path<T, V> path) {
        requireAsked(path);
        if (path.place() instanceof Column) {
            return values.required(path);
        }
        V value = nested(path);
        if (value == null) {
            throw reader.failed(MappingFailed.missing(path.name()), path, item);
        }
        return value;
    }

    @Override
    public <V> V get(Path<T, V> path, V absent) {
        requireAsked(path);
        if (path.place() instanceof Column) {
            return values.get(path, absent);
        }
        V value = nested(path);
        return value == null ? absent : value;
    }

    private <V> @Nullable V nested(Path<T, V> path) {
        try {
            return AttributeValues.load(path.type(), path.valueIn(item.attributes()));
        } catch (Exception ex) {
            throw reader.failed(ex, path, item);
        }
    }

    private void requireAsked(Path<T, ?> path) {
        if (!projection.paths().contains(path.place())) {
            throw new InvalidArgument(
                    "create() of " + projection,
                    "path",
                    "one that the constructor names",
                    "'" + path.name() + "'; name it there too");
        }
    }
}
