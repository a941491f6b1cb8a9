package io.bloop.model;

import io.bloop.InvalidArgument;
import io.bloop.expression.Path;
import java.util.List;

/**
 * A shape in which some columns of a model are read: which ones, and how an object of another class is made of them.
 *
 * <p>The annotation processor writes one for each class that is annotated with
 * {@link io.bloop.annotation.ProjectionOf}; what it writes, a person can write too:
 *
 * <pre>{@code
 * public final class LinkTargetProjection extends ProjectionDefinition<Link, LinkTarget> {
 *     public static final LinkTargetProjection LINK_TARGET = new LinkTargetProjection();
 *
 *     private LinkTargetProjection() {
 *         super(LinkTarget.class, LINK, List.of(LINK.slug, LINK.target));
 *     }
 *
 *     public LinkTarget create(Values<Link> values) {
 *         return new LinkTarget(values.get(LINK.slug), values.get(LINK.target));
 *     }
 * }
 * }</pre>
 *
 * <p>Searches and finds take a projection with {@code as}, and ask DynamoDB for its columns and the keys alone. Its objects
 * cannot be saved. Immutable and thread-safe.
 *
 * @param <T> the class of the model's objects
 * @param <P> the class of the projection's objects
 * @since 0.1.0
 */
public abstract class ProjectionDefinition<T, P> {

    private final Class<P> type;
    private final ModelDefinition<T> model;
    private final List<Path<T, ?>> paths;

    /**
     * Creates a projection.
     *
     * @param type the class of its objects
     * @param model the model whose items are read
     * @param paths the columns, and the places inside of columns, that {@link #create} asks for
     * @throws InvalidArgument if there is no path, or one belongs to another model
     */
    protected ProjectionDefinition(Class<P> type, ModelDefinition<T> model, List<? extends Path<T, ?>> paths) {
        String method = "the projection " + type.getSimpleName();
        this.type = type;
        this.model = InvalidArgument.required(model, method, "model", "a model");
        this.paths = paths.stream().<Path<T, ?>>map(Path::place).toList();
        if (this.paths.isEmpty()) {
            throw new InvalidArgument(method, "paths", "at least one column of " + model.name(), "empty");
        }
        for (Path<T, ?> path : this.paths) {
            if (!(path.root() instanceof Column<?, ?> column) || column.model() != model) {
                throw new InvalidArgument(
                        method, "paths", "columns of " + model.name(), "'" + path.qualifiedName() + "' among them");
            }
        }
    }

    /**
     * Makes an object.
     *
     * <p>For the engine. What an item does not have reads as in an object of the model.
     *
     * @param values the values of the item, of the projection's paths alone
     * @return a new object
     */
    public abstract P create(Values<T> values);

    /**
     * Returns the class of the objects.
     *
     * @return the class
     */
    public final Class<P> type() {
        return type;
    }

    /**
     * Returns the model.
     *
     * @return the model whose items are read
     */
    public final ModelDefinition<T> model() {
        return model;
    }

    /**
     * Returns what the projection asks for.
     *
     * @return columns, and places inside of columns, in the order of their declaration
     */
    public final List<Path<T, ?>> paths() {
        return paths;
    }

    /** Returns the projection for people, as {@code Projection[LinkTarget of Link]}. */
    @Override
    public final String toString() {
        return "Projection[" + type.getSimpleName() + " of " + model.name() + "]";
    }
}
