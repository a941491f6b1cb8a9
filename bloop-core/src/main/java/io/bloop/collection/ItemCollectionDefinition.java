package io.bloop.collection;

import io.bloop.InvalidArgument;
import io.bloop.collection.CollectionMember.Kind;
import io.bloop.expression.Condition;
import io.bloop.model.Index;
import io.bloop.model.ModelDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Describes a class whose objects are made of the items of one partition: the members, and how an object is made of them.
 *
 * <p>A definition is a singleton. Its members are declared in field initialisers or in its constructor:
 *
 * <pre>{@code
 * public final class OrderWithLinesCollection extends ItemCollectionDefinition<OrderWithLines> {
 *     public static final OrderWithLinesCollection ORDER_WITH_LINES = new OrderWithLinesCollection();
 *
 *     private final CollectionMember<Order> order = required("order", ORDER);
 *     private final CollectionMember<List<Line>> lines = list("lines", LINE);
 *
 *     private OrderWithLinesCollection() {
 *         super(OrderWithLines.class);
 *     }
 *
 *     protected OrderWithLines create(CollectionValues values) {
 *         return new OrderWithLines(values.get(order), values.get(lines));
 *     }
 * }
 * }</pre>
 *
 * <p>A definition never changes after its first use, which finds all of its mistakes at once ({@link InvalidCollection}).
 * Thread-safe from then on.
 *
 * @param <C> the class of the collection
 * @since 0.1.0
 */
public abstract class ItemCollectionDefinition<C> {

    private final Class<C> type;
    private final List<CollectionMember<?>> declared = new ArrayList<>();
    private volatile @Nullable List<CollectionMember<?>> members;

    /**
     * Creates a definition that is named after its class.
     *
     * @param type the class of the collection
     */
    protected ItemCollectionDefinition(Class<C> type) {
        this.type = type;
    }

    /**
     * Makes a collection.
     *
     * @param values the objects that were found
     * @return a collection
     */
    protected abstract C create(CollectionValues values);

    /**
     * Declares a member with exactly one object. A partition that has items of the collection and none for this member is
     * a {@link CollectionMismatch}.
     *
     * @param <T> the class of the model's objects
     * @param name the member's name
     * @param model the model
     * @return the member
     * @throws IllegalStateException if the collection is in use already
     */
    protected final <T> CollectionMember<T> required(String name, ModelDefinition<T> model) {
        return declare(name, model, Kind.REQUIRED);
    }

    /**
     * Declares a member with one object or none.
     *
     * @param <T> the class of the model's objects
     * @param name the member's name
     * @param model the model
     * @return the member
     * @throws IllegalStateException if the collection is in use already
     */
    protected final <T> CollectionMember<Optional<T>> optional(String name, ModelDefinition<T> model) {
        return declare(name, model, Kind.OPTIONAL);
    }

    /**
     * Declares a member with all objects of a model, in the order of the query.
     *
     * @param <T> the class of the model's objects
     * @param name the member's name
     * @param model the model
     * @return the member
     * @throws IllegalStateException if the collection is in use already
     */
    protected final <T> CollectionMember<List<T>> list(String name, ModelDefinition<T> model) {
        return declare(name, model, Kind.LIST);
    }

    /**
     * Makes the key of one collection in the table, for the typed method of a definition.
     *
     * @param where the condition on the hash key, of columns of one of the models
     * @return the key
     */
    protected final CollectionKey<C> keyOf(Condition<?> where) {
        return new CollectionKey<>(this, null, where);
    }

    /**
     * Makes the key of one collection in an index, for the typed method of a definition.
     *
     * @param index an index of the model whose columns the condition names, which projects all
     * @param where the condition on the hash key of the index
     * @return the key
     */
    protected final CollectionKey<C> keyOf(Index<?> index, Condition<?> where) {
        return new CollectionKey<>(this, index, where);
    }

    private synchronized <V> CollectionMember<V> declare(String name, ModelDefinition<?> model, Kind kind) {
        if (members != null) {
            throw new IllegalStateException(this + " is in use and never changes; declare it in its constructor.");
        }
        String method = "member of " + this;
        InvalidArgument.required(name, method, "name", "a name");
        CollectionMember<V> member = new CollectionMember<>(
                name, InvalidArgument.required(model, method + " '" + name + "'", "model", "a model"), kind);
        declared.add(member);
        return member;
    }

    /**
     * Returns the members.
     *
     * @return all members, in the order of their declaration
     * @throws InvalidCollection if the definition has mistakes
     */
    public final List<CollectionMember<?>> members() {
        List<CollectionMember<?>> known = members;
        return known != null ? known : close();
    }

    private synchronized List<CollectionMember<?>> close() {
        List<CollectionMember<?>> known = members;
        if (known == null) {
            List<String> problems = problems(declared);
            if (!problems.isEmpty()) {
                throw new InvalidCollection(name(), problems);
            }
            known = List.copyOf(declared);
            members = known;
        }
        return known;
    }

    private static List<String> problems(List<CollectionMember<?>> members) {
        List<String> problems = new ArrayList<>();
        if (members.isEmpty()) {
            problems.add("It has no members; declare them by required(), optional() and list().");
        }
        Set<String> names = new HashSet<>();
        Set<ModelDefinition<?>> models = new LinkedHashSet<>();
        for (CollectionMember<?> member : members) {
            if (!names.add(member.name())) {
                problems.add("It has two members '" + member.name() + "'; rename one.");
            }
            if (!models.add(member.model())) {
                problems.add("Member '" + member.name() + "' has the model of another member, "
                        + member.model().name() + ", and each item belongs to one member; keep one of the two.");
            } else if (members.size() > 1 && member.model().claim().isOpen()) {
                problems.add("Nothing tells the items of " + member.model().name() + ", the model of member '"
                        + member.name()
                        + "', from those of the other members; give each model a discriminator, or keys "
                        + "that begin with a text of their own.");
            }
        }
        List<ModelDefinition<?>> all = List.copyOf(models);
        if (all.size() > 1 && !Partitions.areShared(all)) {
            problems.add("Its models never have one hash key: "
                    + Partitions.divided(all, null).orElseThrow()
                    + "; let their hash keys, or those of an index that all of them have, begin with the same text.");
        }
        return problems;
    }

    /**
     * Returns the models of the members.
     *
     * @return models of one table, in the order of the members
     * @throws InvalidCollection if the definition has mistakes
     */
    public final List<ModelDefinition<?>> models() {
        return members().stream()
                .<ModelDefinition<?>>map(CollectionMember::model)
                .toList();
    }

    /**
     * Returns the class of the collection.
     *
     * @return the class
     */
    public final Class<C> type() {
        return type;
    }

    /**
     * Returns the collection's name.
     *
     * @return the simple name of its class
     */
    public final String name() {
        return type.getSimpleName();
    }

    /** Returns the collection for people, as {@code Collection[OrderWithLines]}. */
    @Override
    public final String toString() {
        return "Collection[" + name() + "]";
    }
}
