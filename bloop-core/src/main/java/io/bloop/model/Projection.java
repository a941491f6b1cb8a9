package io.bloop.model;

import io.bloop.expression.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Says which columns an index holds; the keys of the table and of the index are always among them.
 *
 * <p>Immutable and thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Projection.html">Projection</a>
 */
public final class Projection {

    /** Every attribute of the item. */
    public static final Projection ALL = new Projection(Kind.ALL, List.of());

    /** The keys alone. */
    public static final Projection KEYS = new Projection(Kind.KEYS, List.of());

    private final Kind kind;
    private final List<Column<?, ?>> columns;

    private Projection(Kind kind, List<Column<?, ?>> columns) {
        this.kind = kind;
        this.columns = columns;
    }

    /** Names the kinds of projections. */
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
    public static Projection of(Path<?, ?>... columns) {
        List<Column<?, ?>> named = new ArrayList<>(columns.length);
        for (Path<?, ?> column : columns) {
            // fields that are declared further down are still null; the definition's check says so
            named.add(column == null ? null : Column.of(column));
        }
        return new Projection(Kind.INCLUDE, Collections.unmodifiableList(named));
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
     * @return the columns as given; empty unless the kind is {@link Kind#INCLUDE}
     */
    public List<Column<?, ?>> columns() {
        return columns;
    }
}
