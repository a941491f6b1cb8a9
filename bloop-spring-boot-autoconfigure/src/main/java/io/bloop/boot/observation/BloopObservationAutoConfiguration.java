package io.bloop.boot.observation;

import io.bloop.boot.EngineBuilderCustomizer;
import io.bloop.boot.stream.StreamListenerContainerCustomizer;
import io.bloop.engine.Engine;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Configures that requests are observed where there is an {@link ObservationRegistry}.
 *
 * <p>A bean of {@link BloopObservationConvention} names the observations.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
        afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass({Engine.class, ObservationRegistry.class})
@ConditionalOnBooleanProperty(name = "bloop.enabled", matchIfMissing = true)
@ConditionalOnBean(ObservationRegistry.class)
public final class BloopObservationAutoConfiguration {

    BloopObservationAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "bloopObservationCustomizer")
    EngineBuilderCustomizer bloopObservationCustomizer(
            ObservationRegistry registry, ObjectProvider<BloopObservationConvention> convention) {
        return builder -> builder.observer(
                new ObservationRequestObserver(registry, convention.getIfAvailable(), builder.client()));
    }

    @Bean
    @ConditionalOnMissingBean(name = "bloopStreamObservationCustomizer")
    StreamListenerContainerCustomizer bloopStreamObservationCustomizer(ObservationRegistry registry) {
        return container -> container
                .settings()
                .interceptor(
                        (listener, changes, delivery) -> Observation.createNotStarted("bloop.stream.delivery", registry)
                                .contextualName("deliver " + listener)
                                .lowCardinalityKeyValue("bloop.listener", listener)
                                .lowCardinalityKeyValue("bloop.model", container.modelNames())
                                .highCardinalityKeyValue("bloop.stream.changes", Integer.toString(changes.size()))
                                .observeChecked(delivery::proceed));
    }
}
