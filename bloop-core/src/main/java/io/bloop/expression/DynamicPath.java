package io.bloop.expression;

import io.bloop.type.BinaryType;
import io.bloop.type.DynamicType;
import io.bloop.type.ListType;
import io.bloop.type.MapType;
import io.bloop.type.NumberType;
import io.bloop.type.SetType;
import io.bloop.type.StringType;
import io.bloop.type.Tag;
import io.bloop.type.Type;

/**
 * A place that may hold anything, and be looked into to any depth: {@code NOTE.meta.key("tags").at(0)}.
 *
 * <p>Its conditions go by the values they are given, and are refused when they are made where DynamoDB has no such
 * operation for the value. {@code as} takes the place for one of a known type, for all that this type has. Immutable
 * and thread-safe.
 *
 * @param <M> the class of the model's objects
 * @since 0.1.0
 */
public interface DynamicPath<M> extends OrderedPath<M, Object> {

    @Override
    DynamicType type();

    /**
     * Returns the place of a member.
     *
     * @param name the member's name, of any characters
     * @return the place, unmet by any condition where this place holds no map
     */
    default DynamicPath<M> key(String name) {
        return new NestedPath.OfDynamic<>(PathSegment.member(this, name), type());
    }

    /**
     * Returns the place of an element.
     *
     * @param index the element's index, from 0
     * @return the place, unmet by any condition where this place holds no list
     */
    default DynamicPath<M> at(int index) {
        return new NestedPath.OfDynamic<>(PathSegment.element(this, index), type());
    }

    /**
     * Takes the place for one that holds a string.
     *
     * @param <V> the Java type of the values
     * @param type how values are stored
     * @return the same place
     */
    default <V> StringPath<M, V> as(StringType<V> type) {
        return new NestedPath.OfString<>(PathSegment.same(this), type);
    }

    /**
     * Takes the place for one that holds a number.
     *
     * @param <V> the Java type of the values
     * @param type how values are stored
     * @return the same place
     */
    default <V> NumberPath<M, V> as(NumberType<V> type) {
        return new NestedPath.OfNumber<>(PathSegment.same(this), type);
    }

    /**
     * Takes the place for one that holds binary data.
     *
     * @param <V> the Java type of the values
     * @param type how values are stored
     * @return the same place
     */
    default <V> BinaryPath<M, V> as(BinaryType<V> type) {
        return new NestedPath.OfBinary<>(PathSegment.same(this), type);
    }

    /**
     * Takes the place for one that holds a set.
     *
     * @param <E> the Java type of the elements
     * @param type how values are stored
     * @return the same place
     */
    default <E> SetPath<M, E> as(SetType<E> type) {
        return new NestedPath.OfSet<>(PathSegment.same(this), type);
    }

    /**
     * Takes the place for one that holds a list.
     *
     * @param <E> the Java type of the elements
     * @param type how values are stored
     * @return the same place
     */
    default <E> ListPath<M, E> as(ListType<E> type) {
        return new NestedPath.OfList<>(PathSegment.same(this), type);
    }

    /**
     * Takes the place for one that holds a map.
     *
     * @param <K> the Java type of the keys
     * @param <E> the Java type of the values
     * @param type how values are stored
     * @return the same place
     */
    default <K, E> MapPath<M, K, E> as(MapType<K, E> type) {
        return new NestedPath.OfMap<>(PathSegment.same(this), type);
    }

    /**
     * Takes the place for one that holds values of any type, such as a document or a truth value.
     *
     * @param <V> the Java type of the values
     * @param type how values are stored
     * @return the same place, which is of the kind of the type
     */
    default <V> Path<M, V> as(Type<V> type) {
        return NestedPath.of(PathSegment.same(this), type);
    }

    /**
     * Asks how the stored text or bytes begin.
     *
     * @param prefix the beginning, a String or bytes
     * @return the condition
     * @throws InvalidCondition if the prefix is of another data type
     */
    default Condition<M> beginsWith(Object prefix) {
        byte[] bytes = NestedPath.bytes(prefix);
        if (bytes != null) {
            return Condition.beginsWith(this, type().bytes(), bytes);
        }
        return Condition.call(Operator.BEGINS_WITH, this, type(), prefix);
    }

    /**
     * Asks whether the stored text or bytes begin with what stands elsewhere in the item.
     *
     * @param other the other place
     * @return the condition, unmet where either is absent, or is neither text nor bytes
     * @throws InvalidCondition if the places are the same, or the other one is of another kind
     */
    default Condition<M> beginsWith(Path<? super M, ?> other) {
        return Condition.call(Operator.BEGINS_WITH, this, other);
    }

    /**
     * Asks for a part of a text or of bytes, or for an element of a set or a list.
     *
     * @param part the part or the element; bytes that are stored as base64 are found as an element alone
     * @return the condition
     * @throws InvalidCondition if the part is null
     */
    default Condition<M> contains(Object part) {
        Condition<M> condition = Condition.call(Operator.CONTAINS, this, type(), part);
        boolean isBase64 = NestedPath.bytes(part) != null && type().bytes().isBase64();
        return isBase64 ? condition.and(hasType(Tag.B).not()) : condition;
    }

    /**
     * Asks for a part of a text or of bytes, or for an element of a set or a list, that stands elsewhere in the item.
     *
     * @param other the other place
     * @return the condition, unmet where either is absent
     * @throws InvalidCondition if the places are the same
     */
    default Condition<M> contains(Path<? super M, ?> other) {
        return Condition.call(Operator.CONTAINS, this, other);
    }

    /**
     * Returns the size of what is there, to be compared.
     *
     * @return the size
     */
    default Size<M> size() {
        return new Size<>(this);
    }
}
