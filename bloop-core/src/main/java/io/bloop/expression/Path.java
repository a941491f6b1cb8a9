package io.bloop.expression;

import io.bloop.type.Tag;
import io.bloop.type.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A place in an item that conditions and updates can name.
 *
 * <p>The conditions of a path depend on the stored form of its type; the sub-interfaces add them. Immutable and
 * thread-safe.
 *
 * @param <M> the class of the model's objects
 * @param <V> the Java type of what stands there
 * @since 0.1.0
 */
public interface Path<M, V> {

    /**
     * Returns the name that the model gives the place.
     *
     * @return the name, for messages
     */
    String name();

    /**
     * Returns the name of the place with that of its model.
     *
     * @return the name, for messages
     */
    default String qualifiedName() {
        return name();
    }

    /**
     * Returns the name of the item's attribute.
     *
     * @return the name as it is stored
     */
    String attribute();

    /**
     * Returns how values are stored.
     *
     * @return the type
     */
    Type<V> type();

    /**
     * Returns the place itself, where this path is one of a document's own that names its members.
     *
     * @return the column, or the nested place
     */
    default Path<M, V> place() {
        return this;
    }

    /**
     * Returns the column that the place is in.
     *
     * @return the column; this place where it is one
     */
    default Path<?, ?> root() {
        return place() == this ? this : place().root();
    }

    /**
     * Tells whether the place is inside of an attribute.
     *
     * @return false for a column, true for a member or an element of one
     */
    default boolean isNested() {
        return false;
    }

    /**
     * Returns what an item holds at this place.
     *
     * @param item the item's attributes
     * @return the attribute value, or null where there is none
     */
    default @Nullable AttributeValue valueIn(Map<String, AttributeValue> item) {
        return place() == this ? item.get(attribute()) : place().valueIn(item);
    }

    /**
     * Returns the steps that lead from the column to the place.
     *
     * @return the steps, from the outside in; none for a column
     */
    default List<PathStep> steps() {
        return place() == this ? List.of() : place().steps();
    }

    /**
     * Writes the place in DynamoDB's expression language.
     *
     * @param placeholders the request's placeholders, which take the names
     * @return the text
     */
    default String render(Placeholders placeholders) {
        return placeholders.name(attribute());
    }

    /**
     * Asks for equality.
     *
     * <p>The bare word {@code null} does not compile, since it may also be a place; {@link #notExists()} says it.
     *
     * @param value the value; null asks for an absent attribute
     * @return the condition
     */
    default Condition<M> eq(@Nullable V value) {
        return Condition.equality(Operator.EQ, this, value);
    }

    /**
     * Asks for equality with another place of the same item.
     *
     * @param other the other place
     * @return the condition, unmet where either is absent
     * @throws InvalidCondition if the places are the same, or are not stored alike
     */
    default Condition<M> eq(Path<? super M, ? extends V> other) {
        return Condition.comparison(Operator.EQ, this, other);
    }

    /**
     * Asks for inequality.
     *
     * <p>The bare word {@code null} does not compile, since it may also be a place; {@link #exists()} says it.
     *
     * @param value the value; null asks for a present attribute
     * @return the condition; an absent attribute differs from every value
     */
    default Condition<M> ne(@Nullable V value) {
        return Condition.equality(Operator.NE, this, value);
    }

    /**
     * Asks for inequality with another place of the same item.
     *
     * @param other the other place
     * @return the condition
     * @throws InvalidCondition if the places are the same, or are not stored alike
     */
    default Condition<M> ne(Path<? super M, ? extends V> other) {
        return Condition.comparison(Operator.NE, this, other);
    }

    /**
     * Asks for one of several values.
     *
     * @param values the values, at least one
     * @return the condition
     * @throws InvalidCondition if there are no values, or one is null
     */
    default Condition<M> in(Collection<? extends V> values) {
        return Condition.in(this, values);
    }

    /**
     * Asks for what stands at one of two other places of the same item; more of them are joined by {@code or}.
     *
     * @param first the first place
     * @param second the second place
     * @return the condition, unmet where this place is absent
     * @throws InvalidCondition if one is this place, or is not stored alike
     */
    default Condition<M> in(Path<? super M, ? extends V> first, Path<? super M, ? extends V> second) {
        return Condition.in(new Operand.At(this), List.of(new Operand.At(first), new Operand.At(second)));
    }

    /**
     * Asks for what stands at one of three other places of the same item; more of them are joined by {@code or}.
     *
     * @param first the first place
     * @param second the second place
     * @param third the third place
     * @return the condition, unmet where this place is absent
     * @throws InvalidCondition if one is this place, or is not stored alike
     */
    default Condition<M> in(
            Path<? super M, ? extends V> first,
            Path<? super M, ? extends V> second,
            Path<? super M, ? extends V> third) {
        return Condition.in(
                new Operand.At(this), List.of(new Operand.At(first), new Operand.At(second), new Operand.At(third)));
    }

    /**
     * Asks for a present attribute.
     *
     * @return the condition
     */
    default Condition<M> exists() {
        return Condition.call(Operator.EXISTS, this);
    }

    /**
     * Asks for an absent attribute.
     *
     * @return the condition
     */
    default Condition<M> notExists() {
        return Condition.call(Operator.NOT_EXISTS, this);
    }

    /**
     * Asks how the attribute is stored, whatever the model says of it.
     *
     * @param tag the data type
     * @param others others that will do
     * @return the condition, unmet where the attribute is absent
     */
    default Condition<M> hasType(Tag tag, Tag... others) {
        Condition<M> condition = Condition.hasType(this, tag);
        for (Tag other : others) {
            condition = condition.or(Condition.hasType(this, other));
        }
        return condition;
    }

    /**
     * Returns this place as one that holds a number, such as an element of a list or a map.
     *
     * @return the same place
     * @throws InvalidCondition if its type is no number
     */
    default NumberPath<M, V> asNumber() {
        return NestedPath.number(this);
    }

    /**
     * Returns this place as one that holds a string, such as an element of a list or a map.
     *
     * @return the same place
     * @throws InvalidCondition if its type is no string
     */
    default StringPath<M, V> asString() {
        return NestedPath.string(this);
    }

    /**
     * Returns this place as one that holds binary data, such as an element of a list or a map.
     *
     * @return the same place
     * @throws InvalidCondition if its type is no binary data
     */
    default BinaryPath<M, V> asBinary() {
        return NestedPath.binary(this);
    }

    /**
     * Returns this place as one that may hold anything, such as an element of a list or a map.
     *
     * @return the same place
     * @throws InvalidCondition if it has a type of its own
     */
    default DynamicPath<M> asDynamic() {
        return NestedPath.dynamic(this, "asDynamic()");
    }
}
