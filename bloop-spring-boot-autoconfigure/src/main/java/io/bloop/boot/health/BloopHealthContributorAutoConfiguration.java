package io.bloop.boot.health;

import io.bloop.boot.BloopAutoConfiguration;
import io.bloop.boot.BloopHealthProperties;
import io.bloop.engine.Engine;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.CompositeHealthContributorConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/**
 * Configures the health of the engine's tables; of several engines, each has a health of its own.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BloopAutoConfiguration.class)
@ConditionalOnClass({Engine.class, CompositeHealthContributorConfiguration.class})
@ConditionalOnBean(Engine.class)
@ConditionalOnEnabledHealthIndicator("bloop")
@EnableConfigurationProperties(BloopHealthProperties.class)
public final class BloopHealthContributorAutoConfiguration
        extends CompositeHealthContributorConfiguration<BloopHealthIndicator, Engine> {

    BloopHealthContributorAutoConfiguration(
            ConfigurableListableBeanFactory beanFactory, BloopHealthProperties properties) {
        super(engine ->
                new BloopHealthIndicator(engine, new EmbeddedServers(beanFactory)::contain, properties.timeout()));
    }

    @Bean
    @ConditionalOnMissingBean(name = {"bloopHealthIndicator", "bloopHealthContributor"})
    HealthContributor bloopHealthContributor(ConfigurableListableBeanFactory beanFactory) {
        return createContributor(beanFactory, Engine.class);
    }
}
