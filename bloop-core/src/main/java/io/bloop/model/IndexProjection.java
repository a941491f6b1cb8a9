package io.bloop.model;

import io.bloop.expression.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says which columns an index holds; the keys of the table and of the index are always among them.
 *
 * <p>Immutable and thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Projection.html">Projection</a>
 * @since 0.1.0
 */
public final class IndexProjection {

    /** Every attribute of the item. */
    public static final IndexProjection ALL = new IndexProjection(Kind.ALL, List.of());

    /** The keys alone. */
    public static final IndexProjection KEYS = new IndexProjection(Kind.KEYS, List.of());

    private final Kind kind;
    private final List<@Nullable ColumnReference> mentions;

    private IndexProjection(Kind kind, List<@Nullable ColumnReference> mentions) {
        this.kind = kind;
        this.mentions = mentions;
    }

    /**
     * Names the kinds of projections.
     *
     * @since 0.1.0
     */
    public enum Kind {
        /** Every attribute. */
        ALL,
        /** The keys alone. */
        KEYS,
        /** The keys and named columns. */
        INCLUDE
    }

    /**
     * Returns the projection that holds some columns beside the keys.
     *
     * @param columns columns of the index's model
     * @return the projection
     */
    public static IndexProjection of(Path<?, ?>... columns) {
        List<@Nullable ColumnReference> mentions = new ArrayList<>(columns.length);
        for (Path<?, ?> column : columns) {
            // fields that are declared further down are still null; the definition's check says so
            mentions.add(column == null ? null : ColumnReference.of(Column.of(column)));
        }
        return new IndexProjection(Kind.INCLUDE, Collections.unmodifiableList(mentions));
    }

    /**
     * Returns the projection that holds some columns beside the keys, which may be declared elsewhere.
     *
     * @param columns names of columns of the index's model
     * @return the projection
     */
    public static IndexProjection named(String... columns) {
        return new IndexProjection(
                Kind.INCLUDE, Stream.of(columns).map(ColumnReference::of).toList());
    }

    /** Returns the projection with the columns that the declaration refers to. */
    static IndexProjection resolved(List<? extends Column<?, ?>> columns) {
        return of(columns.toArray(new Column<?, ?>[0]));
    }

    List<@Nullable ColumnReference> mentions() {
        return mentions;
    }

    /**
     * Returns the kind.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns the named columns.
     *
     * @return the columns; empty unless the kind is {@link Kind#INCLUDE}. Those that were given by name are among them
     *     in the projection that {@link Index#projection()} returns
     */
    public List<Column<?, ?>> columns() {
        List<Column<?, ?>> columns = new ArrayList<>();
        for (ColumnReference mention : mentions) {
            Column<?, ?> column = mention == null ? null : mention.column();
            if (column != null) {
                columns.add(column);
            }
        }
        return Collections.unmodifiableList(columns);
    }

    /** Returns the projection for people, such as {@code keys} or {@code [email, name]}. */
    @Override
    public String toString() {
        return kind == Kind.INCLUDE
                ? mentions.stream()
                        .map(mention -> mention == null ? "null" : mention.name())
                        .toList()
                        .toString()
                : kind.name().toLowerCase(Locale.ROOT);
    }
}
