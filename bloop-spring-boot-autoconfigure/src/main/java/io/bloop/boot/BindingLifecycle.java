package io.bloop.boot;

import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Binds all models of a context when it starts. They stay bound when the context is stopped. */
final class BindingLifecycle implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BindingLifecycle.class);

    private final Engine engine;
    private final List<ModelDefinition<?>> models;
    private final List<String> packages;
    private final @Nullable TablePrinter printer;
    private volatile boolean running;

    BindingLifecycle(
            Engine engine, List<ModelDefinition<?>> models, List<String> packages, @Nullable TablePrinter printer) {
        this.engine = engine;
        this.models = models;
        this.packages = packages;
        this.printer = printer;
    }

    @Override
    public void start() {
        if (printer != null) {
            printer.print(engine, models);
        } else if (models.isEmpty()) {
            LOG.warn(
                    "Bloop has found no models in {}: add a class with @Model, or one that extends ModelDefinition, to one of"
                            + " these packages, or name its package with @BloopScan",
                    packages);
        } else if (!engine.tables().keySet().containsAll(each())) {
            bind();
        }
        running = true;
    }

    private void bind() {
        long start = System.nanoTime();
        engine.bind(models);
        Map<ModelDefinition<?>, String> names = engine.tables();
        Set<ModelDefinition<?>> each = each();
        long tables = each.stream()
                .map(names::get)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        LOG.info(
                "Bloop has bound {} to {} in {} ms",
                counted(each.size(), "model"),
                counted(tables, "table"),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    /** Returns the models, those of supertypes in place of these. */
    private Set<ModelDefinition<?>> each() {
        Set<ModelDefinition<?>> each = new LinkedHashSet<>();
        models.forEach(model -> each.addAll(model.models()));
        return each;
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
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
        return BloopPhase.BINDING;
    }
}
