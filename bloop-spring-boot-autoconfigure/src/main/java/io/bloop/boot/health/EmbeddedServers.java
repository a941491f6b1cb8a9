package io.bloop.boot.health;

import io.bloop.boot.ServerAddress;
import io.bloop.boot.embedded.EmbeddedDynamoDb;
import java.net.URI;
import java.util.Objects;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Knows the DynamoDB Local servers that run in a context, and starts none. */
final class EmbeddedServers {

    private final ConfigurableListableBeanFactory beanFactory;

    EmbeddedServers(ConfigurableListableBeanFactory beanFactory) {
        this.beanFactory = beanFactory;
    }

    boolean contain(ServerAddress address) {
        for (String name : beanFactory.getBeanNamesForType(EmbeddedDynamoDb.class, true, false)) {
            if (beanFactory.containsSingleton(name)) {
                EmbeddedDynamoDb server = beanFactory.getBean(name, EmbeddedDynamoDb.class);
                URI endpoint = Objects.requireNonNull(server.connection().getEndpoint());
                if (endpoint.getHost().equals(address.host()) && endpoint.getPort() == address.port()) {
                    return true;
                }
            }
        }
        return false;
    }
}
