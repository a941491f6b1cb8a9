package io.bloop.boot.endpoint;

import io.bloop.bound.internal.BoundModel;
import io.bloop.model.Column;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.Index;
import io.bloop.model.IndexProjection;
import io.bloop.model.KeyColumn;
import io.bloop.model.ModelDefinition;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Describes the declaration of a model; it has nothing of the model's objects.
 *
 * @param name the model's name
 * @param type the class of its objects
 * @param table the table that it is bound to
 * @param columns its columns in order
 * @param indexes its indexes
 * @since 0.1.0
 */
public record ModelDescriptor(
        String name, String type, String table, List<ColumnDescriptor> columns, List<IndexDescriptor> indexes) {

    static ModelDescriptor of(BoundModel<?> bound) {
        ModelDefinition<?> model = bound.definition();
        return new ModelDescriptor(
                model.name(),
                model.type().getName(),
                bound.tableName(),
                model.columns().stream().map(ColumnDescriptor::of).toList(),
                model.indexes().stream().map(IndexDescriptor::of).toList());
    }

    /**
     * Describes a column.
     *
     * @param name the name in the model
     * @param attribute the name in the table
     * @param type the type of its values
     * @param stored the data type in the table, such as {@code S}
     * @param key {@code hash} or {@code range}, if it is a key of the table
     * @since 0.1.0
     */
    public record ColumnDescriptor(
            String name,
            String attribute,
            String type,
            String stored,
            @Nullable String key) {

        static ColumnDescriptor of(Column<?, ?> column) {
            return new ColumnDescriptor(
                    column.name(),
                    column.attribute(),
                    column.type().toString(),
                    column.type().tag().name(),
                    column.isHashKey() ? "hash" : column.isRangeKey() ? "range" : null);
        }
    }

    /**
     * Describes an index.
     *
     * @param name the name in the model
     * @param storedName the name in the table
     * @param kind {@code global} or {@code local}
     * @param hashKeys the names of its hash key columns
     * @param rangeKeys the names of its range key columns
     * @param projection {@code all}, {@code keys}, or the names of columns beside the keys
     * @since 0.1.0
     */
    public record IndexDescriptor(
            String name,
            String storedName,
            String kind,
            List<String> hashKeys,
            List<String> rangeKeys,
            String projection) {

        static IndexDescriptor of(Index<?> index) {
            return new IndexDescriptor(
                    index.name(),
                    index.storedName(),
                    index instanceof GlobalSecondaryIndex ? "global" : "local",
                    index.hashKeys().stream().map(KeyColumn::name).toList(),
                    index.rangeKeys().stream().map(KeyColumn::name).toList(),
                    projection(index.projection()));
        }

        private static String projection(IndexProjection projection) {
            return switch (projection.kind()) {
                case ALL -> "all";
                case KEYS -> "keys";
                case INCLUDE -> projection.columns().stream().map(Column::name).collect(Collectors.joining(", "));
            };
        }
    }
}
