package io.bloop.boot.stream;

import io.bloop.model.ModelDefinition;
import io.bloop.settings.StreamView;
import io.bloop.settings.TableSettings;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the tables of models with listeners have a stream, and compares the views that the models declare. */
final class NeededStreams {

    private static final Logger LOG = LoggerFactory.getLogger(NeededStreams.class);

    private final Supplier<Collection<StreamListenerContainer<?>>> containers;

    /**
     * Creates the needs of listeners.
     *
     * @param containers returns the containers that are registered so far
     */
    NeededStreams(Supplier<Collection<StreamListenerContainer<?>>> containers) {
        this.containers = containers;
    }

    /** Returns the settings of a model's table, with the stream that its listeners need. */
    TableSettings applyTo(ModelDefinition<?> model, TableSettings settings) {
        List<StreamListenerContainer<?>> listeners = containers.get().stream()
                .filter(container -> container.models().contains(model))
                .toList();
        StreamView declared = settings.stream();
        if (declared != null) {
            listeners.forEach(listener -> check(listener, model, declared));
            return settings;
        }
        StreamView needed = listeners.stream()
                .map(listener -> Objects.requireNonNullElse(listener.view(), StreamView.NEW_AND_OLD))
                .reduce(StreamView::with)
                .orElse(null);
        return needed == null ? settings : needing(needed, model, listeners, settings);
    }

    private static TableSettings needing(
            StreamView needed,
            ModelDefinition<?> model,
            List<StreamListenerContainer<?>> listeners,
            TableSettings settings) {
        LOG.info(
                "The table of {} has to have a stream with the view {}, which listeners need: {}",
                model.name(),
                needed,
                listeners.stream().map(StreamListenerContainer::id).toList());
        return settings.stream(needed);
    }

    private static void check(StreamListenerContainer<?> listener, ModelDefinition<?> model, StreamView declared) {
        StreamView needed = listener.view();
        if (needed != null && !declared.includes(needed)) {
            throw new InvalidStreamListener(
                    "'" + listener.id() + "'",
                    "needs a stream with the view " + needed + ", and the table of " + model.name()
                            + " is declared with " + declared,
                    "Declare the stream of the table with the view " + declared.with(needed)
                            + ", or let the method take Change<T>.");
        }
    }
}
