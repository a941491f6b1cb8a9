package io.bloop.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes the objects of a definition, as far as its columns have no functions of their own. */
abstract sealed class ObjectAccess<T> extends IndexFactory<T> permits ModelDefinition {

    /**
     * Reads the value of a column that has no functions.
     *
     * <p>Generated definitions override this by one switch, which costs less at start-up than two functions for each
     * column.
     *
     * @param object the object
     * @param column the column's place among the declared ones, from 0
     * @return the value, or null
     */
    protected @Nullable Object get(T object, int column) {
        throw notOverridden(column, "get");
    }

    /**
     * Writes the value of a column that has no functions.
     *
     * @param object the object
     * @param column the column's place among the declared ones, from 0
     * @param value the value; null where the attribute is absent
     */
    protected void set(T object, int column, @Nullable Object value) {
        throw notOverridden(column, "set");
    }

    private InvalidModel notOverridden(int column, String method) {
        return new InvalidModel(
                owner().name(),
                List.of("Column '" + owner().draft().declared(column).name()
                        + "' has no getter, and the definition does not "
                        + "override " + method
                        + "(); give the column a getter, and a setter where objects are filled."));
    }

    /**
     * Gives a new object its values, or another object those of its item.
     *
     * <p>Generated definitions override this by one assignment for each column; for records, which have all values
     * already, there is nothing to do. Each value is asked for where it is set: if the object refuses a value, the
     * failure is reported for the column that was asked for last.
     *
     * @param object the object
     * @param values the values of the item
     */
    protected void fill(T object, Values<T> values) {
        for (Column<T, ?> column : owner().columns()) {
            if (column.hasSetter()) {
                column.set(object, values.get(column));
            }
        }
    }

    /**
     * Dumps the values of an object.
     *
     * <p>Generated definitions override this by one call for each column that is not computed.
     *
     * @param object the object
     * @param out takes the values
     */
    protected void write(T object, ColumnSink<T> out) {
        for (Column<T, ?> column : owner().columns()) {
            if (!column.isComputed()) {
                write(object, column, out);
            }
        }
    }

    private static <T, V> void write(T object, Column<T, V> column, ColumnSink<T> out) {
        out.put(column, column.get(object));
    }

    /**
     * Tells whether objects are made with all their values, as records are, and never set afterwards.
     *
     * @return false unless a definition whose columns have no functions says otherwise
     */
    protected boolean isImmutable() {
        return false;
    }
}
