package io.bloop.expression;

import io.bloop.type.BinaryType;
import io.bloop.type.BooleanType;
import io.bloop.type.DocumentType;
import io.bloop.type.DynamicType;
import io.bloop.type.ListType;
import io.bloop.type.MapType;
import io.bloop.type.NumberType;
import io.bloop.type.SetType;
import io.bloop.type.StringType;
import io.bloop.type.Type;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place that holds a document: a subclass for each document type has a field for each member.
 *
 * <pre>{@code
 * public final class StorePath<M> extends DocumentPath<M, Store> {
 *     public final StringPath<M, String> name = member("name", STRING);
 *
 *     public StorePath(Path<M, Store> place) {
 *         super(place);
 *     }
 * }
 * }</pre>
 *
 * <p>The place may be a column, a member of another document, or an element of a list or map. Immutable, equal by
 * place, and thread-safe.
 *
 * @param <M> the class of the model's objects
 * @param <D> the class of the document
 * @since 0.1.0
 */
public abstract class DocumentPath<M, D> implements Path<M, D> {

    private final Path<M, D> place;

    /**
     * Creates a path.
     *
     * @param place where the document is
     */
    protected DocumentPath(Path<M, D> place) {
        this.place = place;
    }

    @Override
    public final Path<M, D> place() {
        return place;
    }

    /**
     * Names a member that holds a string.
     *
     * @param <V> the Java type of the values
     * @param name the member's name in the stored map
     * @param type how values are stored
     * @return the member's place
     */
    protected final <V> StringPath<M, V> member(String name, StringType<V> type) {
        return new NestedPath.OfString<>(PathSegment.member(place, name), type);
    }

    /**
     * Names a member that holds a number.
     *
     * @param <V> the Java type of the values
     * @param name the member's name in the stored map
     * @param type how values are stored
     * @return the member's place
     */
    protected final <V> NumberPath<M, V> member(String name, NumberType<V> type) {
        return new NestedPath.OfNumber<>(PathSegment.member(place, name), type);
    }

    /**
     * Names a member that holds binary data.
     *
     * @param <V> the Java type of the values
     * @param name the member's name in the stored map
     * @param type how values are stored
     * @return the member's place
     */
    protected final <V> BinaryPath<M, V> member(String name, BinaryType<V> type) {
        return new NestedPath.OfBinary<>(PathSegment.member(place, name), type);
    }

    /**
     * Names a member that holds a truth value.
     *
     * @param name the member's name in the stored map
     * @param type how values are stored
     * @return the member's place
     */
    protected final Path<M, Boolean> member(String name, BooleanType type) {
        return NestedPath.of(PathSegment.member(place, name), type);
    }

    /**
     * Names a member that may hold anything.
     *
     * @param name the member's name in the stored map
     * @param type how values are stored
     * @return the member's place
     */
    protected final DynamicPath<M> member(String name, DynamicType type) {
        return new NestedPath.OfDynamic<>(PathSegment.member(place, name), type);
    }

    /**
     * Names a member that holds a set.
     *
     * @param <E> the Java type of the elements
     * @param name the member's name in the stored map
     * @param type how values are stored
     * @return the member's place
     */
    protected final <E> SetPath<M, E> member(String name, SetType<E> type) {
        return new NestedPath.OfSet<>(PathSegment.member(place, name), type);
    }

    /**
     * Names a member that holds a list.
     *
     * @param <E> the Java type of the elements
     * @param name the member's name in the stored map
     * @param type how values are stored
     * @return the member's place
     */
    protected final <E> ListPath<M, E> member(String name, ListType<E> type) {
        return new NestedPath.OfList<>(PathSegment.member(place, name), type);
    }

    /**
     * Names a member that holds a map.
     *
     * @param <K> the Java type of the keys
     * @param <E> the Java type of the values
     * @param name the member's name in the stored map
     * @param type how values are stored
     * @return the member's place
     */
    protected final <K, E> MapPath<M, K, E> member(String name, MapType<K, E> type) {
        return new NestedPath.OfMap<>(PathSegment.member(place, name), type);
    }

    /**
     * Names a member that holds a document, to be wrapped into that document's path.
     *
     * @param <X> the class of the document
     * @param name the member's name in the stored map
     * @param type how values are stored
     * @return the member's place
     */
    protected final <X> Path<M, X> member(String name, DocumentType<X> type) {
        return NestedPath.of(PathSegment.member(place, name), type);
    }

    /**
     * Names a member of a type whose kind the compiler does not know.
     *
     * @param <X> the Java type of the values
     * @param name the member's name in the stored map
     * @param type how values are stored
     * @return the member's place, which is of the kind of the type
     */
    protected final <X> Path<M, X> member(String name, Type<X> type) {
        return NestedPath.of(PathSegment.member(place, name), type);
    }

    /**
     * Treats the place as one that holds a document of a subtype, and gives access to the members of the subtype.
     *
     * @param <X> the class of the subtype
     * @param type how documents of the subtype are stored here
     * @return the same place
     */
    protected final <X extends D> Path<M, X> as(DocumentType<X> type) {
        return NestedPath.of(PathSegment.same(place), type);
    }

    @Override
    public final String name() {
        return place.name();
    }

    @Override
    public final String qualifiedName() {
        return place.qualifiedName();
    }

    @Override
    public final String attribute() {
        return place.attribute();
    }

    @Override
    public final Type<D> type() {
        return place.type();
    }

    @Override
    public final boolean isNested() {
        return place.isNested();
    }

    @Override
    public final String render(Placeholders placeholders) {
        return place.render(placeholders);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof DocumentPath<?, ?> that && place.equals(that.place);
    }

    @Override
    public final int hashCode() {
        return Objects.hashCode(place);
    }

    @Override
    public final String toString() {
        return place.toString();
    }
}
