package io.bloop.boot;

import io.bloop.engine.EngineBuilder;
import io.bloop.engine.TableNames;
import io.bloop.model.ModelDefinition;
import java.util.List;

/**
 * Configures the builder of an engine like that of the auto-configured engine, for a second engine of another account
 * or region.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class EngineBuilderConfigurer {

    private final BloopProperties properties;
    private final TableNames tableNames;
    private final RequestLimits limits;
    private final StreamsClients streams;
    private final List<ModelDefinition<?>> models;
    private final List<EngineBuilderCustomizer> customizers;

    EngineBuilderConfigurer(
            BloopProperties properties,
            TableNames tableNames,
            RequestLimits limits,
            StreamsClients streams,
            List<ModelDefinition<?>> models,
            List<EngineBuilderCustomizer> customizers) {
        this.properties = properties;
        this.tableNames = tableNames;
        this.limits = limits;
        this.streams = streams;
        this.models = models;
        this.customizers = customizers;
    }

    /**
     * Applies the properties {@code bloop.*}, the application's {@link TableNames}, the limit of requests if the
     * builder's client is the auto-configured one, a client for streams unless the builder has one, and then each
     * {@link EngineBuilderCustomizer}.
     *
     * @param builder the builder
     * @return the builder
     * @throws io.bloop.BloopException if {@code bloop.tables} holds what no model has, with all that is wrong
     */
    public EngineBuilder configure(EngineBuilder builder) {
        builder.tableNames(tableNames)
                .bindMode(properties.bind())
                .bindTimeout(properties.bindTimeout())
                .indexWait(properties.indexWait());
        List<String> secrets = properties.tokens().secret();
        if (secrets != null) {
            builder.tokenSecrets(secrets);
        }
        limits.of(builder.client()).ifPresent(builder::requestLimit);
        if (builder.streamsClient().isEmpty()) {
            builder.streamsClient(new LazyStreamsClient(() -> streams.beside(builder.client())));
        }
        if (properties.readFromBytes() != null) {
            builder.readFromBytes(properties.readFromBytes());
        }
        TableOverrides.apply(properties.tables(), models, builder);
        customizers.forEach(customizer -> customizer.customize(builder));
        return builder;
    }
}
