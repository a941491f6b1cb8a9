package io.bloop.boot.stream;

import io.bloop.boot.BloopAutoConfiguration;
import io.bloop.boot.BloopProperties;
import io.bloop.boot.BloopProperties.Listener;
import io.bloop.boot.BloopProperties.PositionStore;
import io.bloop.boot.BloopProperties.Positions;
import io.bloop.boot.BloopProperties.Retry;
import io.bloop.boot.EngineBuilderCustomizer;
import io.bloop.engine.Engine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.SearchStrategy;
import org.springframework.boot.thread.Threading;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.env.Environment;
import org.springframework.util.backoff.ExponentialBackOff;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Configures listeners to the changes of tables.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BloopAutoConfiguration.class)
@ConditionalOnClass({Engine.class, DynamoDbClient.class})
@ConditionalOnBean(Engine.class)
@ConditionalOnBooleanProperty(name = "bloop.enabled", matchIfMissing = true)
public final class BloopStreamAutoConfiguration {

    private static final String FACTORY = "bloopStreamListenerContainerFactory";

    BloopStreamAutoConfiguration() {}

    @Bean
    static StreamListenerPostProcessor bloopStreamListenerPostProcessor() {
        return new StreamListenerPostProcessor();
    }

    // A listener of a lazy bean has to be started too.
    @Bean
    static LazyInitializationExcludeFilter bloopStreamListenerExcludeFilter() {
        return (name, definition, type) -> AnnotationUtils.isCandidateClass(type, BloopStreamListener.class)
                && !MethodIntrospector.selectMethods(type, (MethodIntrospector.MetadataLookup<Boolean>)
                                method -> AnnotatedElementUtils.hasAnnotation(method, BloopStreamListener.class)
                                        ? Boolean.TRUE
                                        : null)
                        .isEmpty();
    }

    // Chosen when it is created, not by a condition: conditions are settled when an application is processed ahead of
    // time.
    @Bean
    @ConditionalOnMissingBean
    StreamPositions bloopStreamPositions(BloopProperties properties, Engine engine) {
        Positions positions = properties.stream().positions();
        return positions.store() == PositionStore.MEMORY
                ? new InMemoryStreamPositions()
                : new DynamoDbStreamPositions(engine, positions.tableName());
    }

    @Bean
    @ConditionalOnMissingBean(name = FACTORY) // others are copies of this one
    StreamListenerContainerFactory bloopStreamListenerContainerFactory(
            BloopProperties properties,
            ObjectProvider<Engine> engine,
            ObjectProvider<StreamPositions> positions,
            ObjectProvider<StreamErrorHandler> errorHandler,
            ObjectProvider<StreamListenerContainerCustomizer> customizers,
            ApplicationEventPublisher events,
            Environment environment) {
        return new StreamListenerContainerFactory(
                engine::getObject,
                positions::getObject,
                Threading.VIRTUAL.isActive(environment),
                events::publishEvent,
                customizers.orderedStream().toList(),
                settings -> {
                    apply(properties.stream().listener(), settings);
                    settings.lease(properties.stream().positions().lease());
                    errorHandler.ifUnique(settings::errorHandler);
                });
    }

    private static void apply(Listener properties, StreamListenerSettings settings) {
        settings.start(StartText.position("of bloop.stream.listener.start", properties.start()))
                .batch(properties.batch())
                .concurrency(properties.concurrency())
                .autoStartup(properties.autoStartup())
                .bisect(properties.bisect())
                .pollInterval(properties.pollInterval())
                .positionInterval(properties.positionInterval())
                .idleInterval(properties.idleInterval())
                .backOff(backOff(properties.retry()));
    }

    private static ExponentialBackOff backOff(Retry retry) {
        ExponentialBackOff backOff =
                new ExponentialBackOff(retry.initialInterval().toMillis(), retry.multiplier());
        backOff.setMaxInterval(retry.maxInterval().toMillis());
        backOff.setMaxAttempts(retry.maxRetries());
        return backOff;
    }

    @Bean
    @ConditionalOnMissingBean(search = SearchStrategy.CURRENT) // each context starts and stops its own listeners
    StreamListenerRegistry bloopStreamListenerRegistry(@Qualifier(FACTORY) StreamListenerContainerFactory factory) {
        return new StreamListenerRegistry(factory);
    }

    // Asked when models are bound, which is when all listeners of the context are registered.
    @Bean
    EngineBuilderCustomizer bloopStreamEngineBuilderCustomizer(ObjectProvider<StreamListenerRegistry> registry) {
        NeededStreams needed = new NeededStreams(
                () -> registry.stream().flatMap(r -> r.containers().stream()).toList());
        return builder -> builder.settings(needed::applyTo);
    }

    @Bean
    StreamBinding bloopStreamBinding(ObjectProvider<StreamListenerRegistry> registry) {
        return new StreamBinding(registry);
    }
}
