package io.bloop.model.internal;

import io.bloop.BloopException;
import io.bloop.model.Claim;
import io.bloop.model.Column;
import io.bloop.model.ColumnSink;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import io.bloop.model.Values;
import io.bloop.rule.internal.ManagedColumn;
import io.bloop.type.InvalidValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Gives the engine access to the internals of a definition that is in use.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the class of the model's objects
 */
public abstract class ModelInternals<T> {

    /** For definitions alone. */
    protected ModelInternals() {}

    /**
     * Returns the definition.
     *
     * @return the model
     */
    public abstract ModelDefinition<T> model();

    /**
     * Returns the columns.
     *
     * @return all columns, each at its ordinal
     */
    public abstract List<Column<T, ?>> columns();

    /**
     * Returns the keys.
     *
     * @return the hash key, and the range key if there is one
     */
    public abstract List<Column<T, ?>> keys();

    /**
     * Returns the claim that decides which items belong to the model.
     *
     * @return the claim
     */
    public abstract Claim claim();

    /**
     * Finds the column that the engine writes itself.
     *
     * @param kind what it writes there
     * @return the column; null where the model has none
     */
    public abstract @Nullable Column<T, ?> managed(ManagedColumn kind);

    /**
     * Requires a value that a key can have, if a column is a key of the table or of an index.
     *
     * @param column a column of the model
     * @param value the stored form of its value, or null
     * @throws InvalidValue if the value is empty where a key needs one
     */
    public abstract void requireKeyable(Column<T, ?> column, @Nullable AttributeValue value);

    /**
     * Makes an object.
     *
     * @param values the values of the item
     * @return a new object, which {@link #fill} completes
     */
    public abstract T create(Values<T> values);

    /**
     * Makes an object that has initial values.
     *
     * @param values the values of the item
     * @return a new object, of which nothing but initial values is used
     */
    public abstract T createInitial(Values<T> values);

    /**
     * Gives an object the values of an item.
     *
     * @param object the object
     * @param values the values of the item
     */
    public abstract void fill(T object, Values<T> values);

    /**
     * Sets the value of one column of an object; does nothing if the column has no setter.
     *
     * @param object the object
     * @param column a column of the model
     * @param value the value, of the column's type; null where the attribute is absent
     */
    public abstract void set(T object, Column<T, ?> column, @Nullable Object value);

    /**
     * Takes the values of an object.
     *
     * @param object the object
     * @param out takes the values
     */
    public abstract void write(T object, ColumnSink<T> out);

    /**
     * Makes a key of stored values.
     *
     * @param attributes the attributes of the key; for messages, what there is of them
     * @return the key
     */
    public abstract Key<T> key(Map<String, AttributeValue> attributes);

    /**
     * Names the place of a failure to store a value.
     *
     * @param ex what was thrown
     * @param column the column whose value it was
     * @param object the object
     * @return the exception to throw
     */
    public abstract BloopException failed(Exception ex, Column<T, ?> column, T object);

    /**
     * Prints what there is of an object's key.
     *
     * @param object the object
     * @return one line, such as {@code User(id=S "1", at=nothing)}
     */
    public abstract String printKey(T object);
}
