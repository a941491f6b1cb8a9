package io.bloop.boot;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Chooses the client of the engine.
 *
 * <p>Chosen when the engine is made, not by conditions: those are settled when an application is processed ahead of time.
 */
final class ClientChoice {

    /** The name of the connection that stands for none; not one that an application would choose. */
    static final String DEFAULT_CONNECTION = "io.bloop.boot.defaultConnection";

    private static final Logger LOG = LoggerFactory.getLogger(ClientChoice.class);

    private final ConfigurableListableBeanFactory beanFactory;
    private final BloopProperties properties;

    ClientChoice(ConfigurableListableBeanFactory beanFactory, BloopProperties properties) {
        this.beanFactory = beanFactory;
        this.properties = properties;
    }

    DynamoDbClient client() {
        if (!beanFactory.containsBean(ClientFactory.BEAN)) {
            LOG.info(
                    "Bloop uses the application's DynamoDbClient '{}'",
                    String.join("', '", ClientBeans.ofTheApplication(beanFactory)));
            return beanFactory.getBean(DynamoDbClient.class);
        }
        List<String> others = ClientBeans.ofAnotherStarter(beanFactory);
        if (others.isEmpty() || isConnectionConfigured()) {
            return beanFactory.getBean(ClientFactory.BEAN, DynamoDbClient.class);
        }
        LOG.info("Bloop uses the DynamoDbClient '{}' of another starter", others.get(0));
        return beanFactory.getBean(others.get(0), DynamoDbClient.class);
    }

    private boolean isConnectionConfigured() {
        String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(
                beanFactory, BloopConnectionDetails.class, true, false);
        return properties.connection().isPresent()
                || List.of(names).stream().anyMatch(name -> !name.equals(DEFAULT_CONNECTION));
    }
}
