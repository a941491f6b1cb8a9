package io.bloop.boot.stream;

import io.bloop.boot.BloopPhase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/**
 * Binds what listeners need beside the models, right after these: the table of positions.
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
        registry.getObject().containers().stream()
                .map(StreamListenerContainer::positions)
                .distinct()
                .forEach(StreamPositions::bind);
        running = true;
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
