package io.bloop.model;

import io.bloop.settings.TableSettings;
import java.util.function.UnaryOperator;

/** Makes the indexes of a definition, and says what it wants of its table. */
abstract sealed class IndexFactory<T> extends ColumnFactory<T> permits ObjectAccess, ColumnGroup {

    /**
     * Declares a global secondary index.
     *
     * @param name the index's name, and that in the table unless it is stored under another
     * @param projection what the index holds
     * @return the index, which still needs a hash key
     */
    protected final GlobalSecondaryIndex<T> globalIndex(String name, IndexProjection projection) {
        GlobalSecondaryIndex<T> index = new GlobalSecondaryIndex<>(owner(), source(), name, projection);
        owner().draft().add(index);
        return index;
    }

    /**
     * Declares a local secondary index.
     *
     * @param name the index's name, and that in the table unless it is stored under another
     * @param projection what the index holds
     * @return the index, which still needs a range key
     */
    protected final LocalSecondaryIndex<T> localIndex(String name, IndexProjection projection) {
        LocalSecondaryIndex<T> index = new LocalSecondaryIndex<>(owner(), source(), name, projection);
        owner().draft().add(index);
        return index;
    }

    /**
     * Says what the model wants of its table.
     *
     * @param change changes the settings so far
     */
    protected final void table(UnaryOperator<TableSettings> change) {
        owner().draft().table(change);
    }

    /**
     * Leaves out a column that a base or a group has declared.
     *
     * <p>Another column of its name may be declared in its place, as a key too; indexes and the time to live that name
     * the hidden one then mean the other.
     *
     * @param column a column of this model
     */
    protected final void hide(Column<T, ?> column) {
        owner().draft().hide(column);
    }

    /**
     * Leaves out an index that a base or a group has declared.
     *
     * @param index an index of this model
     */
    protected final void hide(Index<T> index) {
        owner().draft().hide(index);
    }
}
