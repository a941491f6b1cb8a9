package io.bloop.boot.stream;

import io.bloop.boot.BloopPhase;
import io.bloop.model.ModelDefinition;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/**
 * Binds the table of positions that listeners need, after the models.
 *
 * <p>Looks the registry up when it starts: a life cycle bean that is injected is started before, and the context does not
 * wait until one has stopped that others of another phase depend on.
 */
final class StreamBinding implements SmartLifecycle {

    private final ObjectProvider<StreamListenerRegistry> registry;
    private volatile boolean running;

    StreamBinding(ObjectProvider<StreamListenerRegistry> registry) {
        this.registry = registry;
    }

    @Override
    public void start() {
        Collection<StreamListenerContainer<?>> containers = registry.getObject().containers();
        containers.forEach(StreamBinding::check);
        containers.stream().map(StreamListenerContainer::positions).distinct().forEach(StreamPositions::bind);
        running = true;
    }

    private static void check(StreamListenerContainer<?> container) {
        Map<ModelDefinition<?>, String> bound = container.engine().tables();
        Set<String> tables = new TreeSet<>();
        container.models().stream().map(bound::get).filter(Objects::nonNull).forEach(tables::add);
        if (tables.size() > 1) {
            throw new InvalidStreamListener(
                    "'" + container.id() + "'",
                    "hears models of the tables " + tables + ", and a stream is that of one table",
                    "Write a method for each table, or name one model by 'model' of the annotation.");
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public int getPhase() {
        return BloopPhase.BINDING + 1;
    }
}
