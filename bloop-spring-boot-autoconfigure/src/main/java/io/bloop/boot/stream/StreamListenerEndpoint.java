package io.bloop.boot.stream;

import io.bloop.InvalidArgument;
import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import io.bloop.settings.StreamView;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The description of a listener: its models, and the handler of their changes.
 *
 * <p>Immutable: each method returns a changed endpoint.
 *
 * @param <T> the class of the model's objects, or the one that the objects of several models have in common
 * @since 0.1.0
 */
public final class StreamListenerEndpoint<T> {

    private static final String METHOD = "endpoint of a stream's listener";

    private final String id;
    private final List<ModelDefinition<? extends T>> models;
    private final StreamHandler<T> handler;
    private final boolean batches;
    private final @Nullable StreamView view;
    private final @Nullable Engine engine;
    private final Consumer<StreamListenerSettings> settings;

    private StreamListenerEndpoint(
            String id,
            Collection<? extends ModelDefinition<? extends T>> models,
            StreamHandler<T> handler,
            boolean batches,
            @Nullable StreamView view,
            @Nullable Engine engine,
            Consumer<StreamListenerSettings> settings) {
        this.id = InvalidArgument.required(id, METHOD, "id", "a name");
        if (id.isBlank()) {
            throw new InvalidArgument(METHOD, "id", "a name", "empty");
        }
        InvalidArgument.required(models, METHOD, "models", "models of one table")
                .forEach(model -> InvalidArgument.required(model, METHOD, "models", "a model"));
        if (models.isEmpty()) {
            throw new InvalidArgument(METHOD, "models", "models of one table", "empty");
        }
        Set<ModelDefinition<? extends T>> each = new LinkedHashSet<>();
        models.forEach(model -> each.addAll(model.models()));
        this.models = List.copyOf(each);
        this.handler = InvalidArgument.required(handler, METHOD, "handler", "a handler");
        this.batches = batches;
        this.view = view;
        this.engine = engine;
        this.settings = settings;
    }

    /**
     * Describes a listener whose handler gets one change at a time.
     *
     * @param <T> the class of the model's objects
     * @param id names the listener and its position
     * @param model the model
     * @param handler is called with lists of one change
     * @return an endpoint
     */
    public static <T> StreamListenerEndpoint<T> each(String id, ModelDefinition<T> model, StreamHandler<T> handler) {
        return each(id, List.of(InvalidArgument.required(model, METHOD, "model", "a model")), handler);
    }

    /**
     * Describes a listener to several models of a table, whose handler gets one change at a time.
     *
     * @param <T> the class that the objects of all models have in common
     * @param id names the listener and its position
     * @param models the models; where several claim an item, the first one has it
     * @param handler is called with lists of one change
     * @return an endpoint
     */
    public static <T> StreamListenerEndpoint<T> each(
            String id, Collection<? extends ModelDefinition<? extends T>> models, StreamHandler<T> handler) {
        return new StreamListenerEndpoint<>(id, models, handler, false, null, null, none -> {});
    }

    /**
     * Describes a listener whose handler gets as many changes as there are.
     *
     * @param <T> the class of the model's objects
     * @param id names the listener and its position
     * @param model the model
     * @param handler is called with one change or more
     * @return an endpoint
     */
    public static <T> StreamListenerEndpoint<T> batches(String id, ModelDefinition<T> model, StreamHandler<T> handler) {
        return batches(id, List.of(InvalidArgument.required(model, METHOD, "model", "a model")), handler);
    }

    /**
     * Describes a listener to several models of a table, whose handler gets as many changes as there are.
     *
     * @param <T> the class that the objects of all models have in common
     * @param id names the listener and its position
     * @param models the models; where several claim an item, the first one has it
     * @param handler is called with one change or more
     * @return an endpoint
     */
    public static <T> StreamListenerEndpoint<T> batches(
            String id, Collection<? extends ModelDefinition<? extends T>> models, StreamHandler<T> handler) {
        return new StreamListenerEndpoint<>(id, models, handler, true, null, null, none -> {});
    }

    /**
     * Sets the view that the handler needs.
     *
     * @param view the view that the table's stream needs at least; whichever the model declares unless it is set
     * @return a changed endpoint
     */
    public StreamListenerEndpoint<T> view(StreamView view) {
        InvalidArgument.required(view, METHOD, "view", "a view");
        return new StreamListenerEndpoint<>(id, models, handler, batches, view, engine, settings);
    }

    /**
     * Sets the engine that reads the stream.
     *
     * @param engine the engine; that of the container factory unless it is set
     * @return a changed endpoint
     */
    public StreamListenerEndpoint<T> engine(Engine engine) {
        return new StreamListenerEndpoint<>(id, models, handler, batches, view, engine, settings);
    }

    /**
     * Changes the settings of the listener.
     *
     * @param change changes the settings, after those that were given before
     * @return a changed endpoint
     */
    public StreamListenerEndpoint<T> settings(Consumer<StreamListenerSettings> change) {
        return new StreamListenerEndpoint<>(id, models, handler, batches, view, engine, settings.andThen(change));
    }

    /**
     * Returns the listener's id.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * Returns the models.
     *
     * @return the models whose changes the listener gets, all of one table
     */
    public List<ModelDefinition<? extends T>> models() {
        return models;
    }

    StreamHandler<T> handler() {
        return handler;
    }

    boolean isBatches() {
        return batches;
    }

    @Nullable
    StreamView view() {
        return view;
    }

    @Nullable
    Engine engine() {
        return engine;
    }

    Consumer<StreamListenerSettings> settings() {
        return settings;
    }
}
