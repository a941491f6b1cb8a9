package io.bloop.boot.endpoint;

import io.bloop.boot.BloopAutoConfiguration;
import io.bloop.engine.Engine;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.SimpleAutowireCandidateResolver;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Configures the endpoint {@code bloop}, where it is exposed.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BloopAutoConfiguration.class)
@ConditionalOnClass({Engine.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnAvailableEndpoint(BloopEndpoint.class)
@ConditionalOnBean(Engine.class)
public final class BloopEndpointAutoConfiguration {

    BloopEndpointAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    BloopEndpoint bloopEndpoint(ConfigurableListableBeanFactory beanFactory) {
        // engines that only a qualifier reaches are shown too
        return new BloopEndpoint(
                SimpleAutowireCandidateResolver.resolveAutowireCandidates(beanFactory, Engine.class, true, true));
    }
}
