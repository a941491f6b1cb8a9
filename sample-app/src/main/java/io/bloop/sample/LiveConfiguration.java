package io.bloop.sample;

import io.bloop.boot.stream.InMemoryStreamPositions;
import io.bloop.boot.stream.StreamErrorHandler;
import io.bloop.boot.stream.StreamListenerContainerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets some listeners run in every process.
 *
 * <p>A listener runs in one process of several, but each has browsers of its own to tell. Positions in memory, which no
 * other process sees, let a listener run in each. As DynamoDB allows two readers of a shard, an application with many
 * processes would send the changes from one listener to a topic that all of them subscribe to.
 */
@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

    @Bean
    StreamListenerContainerFactory inEveryProcess(StreamListenerContainerFactory factory) {
        // a page that is opened again loads what it has missed
        return factory.positions(new InMemoryStreamPositions())
                .with(settings -> settings.errorHandler(StreamErrorHandler.skip()));
    }
}
