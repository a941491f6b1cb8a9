package io.bloop.boot.endpoint;

import io.bloop.boot.stream.BloopStreamAutoConfiguration;
import io.bloop.boot.stream.StreamListenerRegistry;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Configures the endpoint {@code bloopstreams}, where it is exposed.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BloopStreamAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(BloopStreamsEndpoint.class)
@ConditionalOnBean(StreamListenerRegistry.class)
public final class BloopStreamsEndpointAutoConfiguration {

    BloopStreamsEndpointAutoConfiguration() {}

    @Bean
    @ConditionalOnMissingBean
    BloopStreamsEndpoint bloopStreamsEndpoint(StreamListenerRegistry registry) {
        return new BloopStreamsEndpoint(registry);
    }
}
