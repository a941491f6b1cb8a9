package io.bloop.boot.metrics;

import io.bloop.boot.EngineBuilderCustomizer;
import io.bloop.boot.stream.StreamListenerContainerCustomizer;
import io.bloop.engine.Engine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Configures meters of the capacity that requests consume, if there is a {@link MeterRegistry}.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass({Engine.class, MeterRegistry.class})
@ConditionalOnBooleanProperty(name = "bloop.enabled", matchIfMissing = true)
@ConditionalOnBean(MeterRegistry.class)
public final class BloopMetricsAutoConfiguration {

    BloopMetricsAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = "bloopMetricsCustomizer")
    EngineBuilderCustomizer bloopMetricsCustomizer(MeterRegistry registry) {
        return builder -> {
            builder.observer(new MeterRequestObserver(registry, builder.client()));
            builder.requestLimit().ifPresent(limit -> RequestLimitMeters.bind(registry, limit, builder.client()));
        };
    }

    @Bean
    @ConditionalOnMissingBean(name = "bloopRequestTimerFilter")
    MeterFilter bloopRequestTimerFilter() {
        return new RequestTimerFilter();
    }

    @Bean
    @ConditionalOnMissingBean(name = "bloopStreamMetricsCustomizer")
    StreamListenerContainerCustomizer bloopStreamMetricsCustomizer(MeterRegistry registry) {
        return container -> StreamListenerMeters.bind(registry, container);
    }
}
