package io.bloop.boot.health;

import io.bloop.boot.stream.BloopStreamAutoConfiguration;
import io.bloop.boot.stream.StreamListenerRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Configures the health of stream listeners.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BloopStreamAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(StreamListenerRegistry.class)
@ConditionalOnEnabledHealthIndicator("bloopstream")
public final class BloopStreamHealthContributorAutoConfiguration {

    BloopStreamHealthContributorAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean(name = {"bloopStreamHealthIndicator", "bloopStreamHealthContributor"})
    HealthIndicator bloopStreamHealthIndicator(StreamListenerRegistry registry) {
        return new BloopStreamHealthIndicator(registry);
    }
}
