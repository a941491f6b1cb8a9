package io.bloop.mapping.internal;

import io.bloop.model.Column;
import io.bloop.model.internal.Memory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows the columns of a model whose values are computed from those of others. */
final class ComputedColumns<T> {

    private final List<Column<T, ?>> all = new ArrayList<>();
    private final List<List<Column<T, ?>>> assumed = new ArrayList<>();

    ComputedColumns(List<Column<T, ?>> columns) {
        for (Column<T, ?> column : columns) {
            if (column.isComputed()) {
                all.add(column);
            }
        }
        for (Column<T, ?> column : all) {
            List<Column<T, ?>> inputs = column.isKey() ? List.of() : changing(column.inputs(), columns);
            if (!inputs.isEmpty()) {
                assumed.add(inputs);
            }
        }
    }

    private static <T> List<Column<T, ?>> changing(List<Column<T, ?>> inputs, List<Column<T, ?>> columns) {
        List<Column<T, ?>> changing = new ArrayList<>();
        for (Column<T, ?> input : inputs) {
            if (!isInKey(input, columns)) {
                changing.add(input);
            }
        }
        return changing;
    }

    /** Tells whether a column never changes, since the key is made of it. */
    private static <T> boolean isInKey(Column<T, ?> column, List<Column<T, ?>> columns) {
        for (Column<T, ?> key : columns) {
            if (key.isKey() && (key == column || key.inputs().contains(column))) {
                return true;
            }
        }
        return false;
    }

    List<Column<T, ?>> all() {
        return all;
    }

    /** Returns, for each column that is not the table's key, the inputs that may change. */
    List<List<Column<T, ?>>> changingInputs() {
        return assumed;
    }

    /** Returns the columns that are computed from some others. */
    List<Column<T, ?>> of(List<? extends Column<T, ?>> inputs) {
        List<Column<T, ?>> computed = new ArrayList<>();
        for (Column<T, ?> column : all) {
            if (column.inputs().stream().anyMatch(inputs::contains)) {
                computed.add(column);
            }
        }
        return computed;
    }

    /**
     * Finds an input whose value was not loaded, so that the column cannot be computed.
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
