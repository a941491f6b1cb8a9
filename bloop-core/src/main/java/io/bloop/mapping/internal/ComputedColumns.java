package io.bloop.mapping.internal;

import io.bloop.model.Column;
import io.bloop.model.internal.Memory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows the columns of a model whose values are computed from those of others. */
final class ComputedColumns<T> {

    private final List<Column<T, ?>> columns;

    ComputedColumns(List<Column<T, ?>> columns) {
        this.columns = columns.stream().filter(Column::isComputed).toList();
    }

    List<Column<T, ?>> all() {
        return columns;
    }

    /**
     * Finds an input of which the object was loaded without the value, so that nothing can be computed of it.
     *
     * @param remembered what is remembered of the object's columns, each at its ordinal
     * @return the input; null where all are known
     */
    static <T> @Nullable Column<T, ?> unknownInput(Column<T, ?> column, T object, @Nullable Object[] remembered) {
        for (Column<T, ?> input : column.inputs()) {
            if (remembered[input.ordinal()] == Memory.UNLOADED && Mapping.isSame(input, object, remembered)) {
                return input;
            }
        }
        return null;
    }

    /** Tells whether an input has another value than is remembered. */
    static <T> boolean isMoved(Column<T, ?> column, T object, @Nullable Object[] remembered) {
        for (Column<T, ?> input : column.inputs()) {
            if (!Mapping.isSame(input, object, remembered)) {
                return true;
            }
        }
        return false;
    }
}
