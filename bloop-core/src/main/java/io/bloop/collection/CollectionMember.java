package io.bloop.collection;

import io.bloop.model.ModelDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * A member of a collection: a single object, or a list of the objects of a model.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <V> the class of the member's values: {@code Order}, {@code Optional<Order>} or {@code List<Order>}
 * @since 0.1.0
 */
public final class CollectionMember<V> {

    private final String name;
    private final ModelDefinition<?> model;
    private final Kind kind;

    /** Names how many objects a member has. */
    enum Kind {
        REQUIRED,
        OPTIONAL,
        LIST
    }

    CollectionMember(String name, ModelDefinition<?> model, Kind kind) {
        this.name = name;
        this.model = model;
        this.kind = kind;
    }

    /**
     * Returns the member's name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Returns the model whose objects the member has.
     *
     * @return the model
     */
    public ModelDefinition<?> model() {
        return model;
    }

    /**
     * Tells whether the member has any number of objects.
     *
     * @return false if it has at most one
     */
    public boolean isList() {
        return kind == Kind.LIST;
    }

    /**
     * Tells whether a collection cannot be made without an object for the member.
     *
     * @return false for a list and for an optional object
     */
    public boolean isRequired() {
        return kind == Kind.REQUIRED;
    }

    /** Returns the member's value of the objects that were found for it. */
    @SuppressWarnings("unchecked") // the definition declares each member with the class of its values
    V value(List<?> objects) {
        return (V)
                switch (kind) {
                    case REQUIRED -> objects.get(0);
                    case OPTIONAL -> objects.stream().findFirst();
                    case LIST -> new ArrayList<>(objects);
                };
    }

    /** Returns the member for people, as {@code lines: list of Line}. */
    @Override
    public String toString() {
        return name + ": " + (kind == Kind.LIST ? "list of " : kind == Kind.OPTIONAL ? "optional " : "") + model.name();
    }
}
