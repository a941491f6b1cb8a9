package io.bloop.boot.embedded;

import io.bloop.boot.BloopAutoConfiguration;
import io.bloop.boot.BloopConnectionDetails;
import io.bloop.boot.BloopProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.devtools.restart.ConditionalOnInitializedRestarter;
import org.springframework.boot.devtools.restart.Restarter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * Configures a DynamoDB Local inside the application, where its jar is on the class path and neither a client nor a
 * connection is configured.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
        before = BloopAutoConfiguration.class,
        afterName = "io.awspring.cloud.autoconfigure.dynamodb.DynamoDbAutoConfiguration")
@ConditionalOnClass(LocalDynamoDBServerHandler.class)
@ConditionalOnBooleanProperty(name = "bloop.enabled", matchIfMissing = true)
@ConditionalOnBooleanProperty(name = "bloop.embedded.enabled", matchIfMissing = true)
@ConditionalOnMissingBean({DynamoDbClient.class, BloopConnectionDetails.class})
@EnableConfigurationProperties(BloopProperties.class)
public final class EmbeddedDynamoDbAutoConfiguration {

    EmbeddedDynamoDbAutoConfiguration() {}

    // Not a condition on the properties: those are settled when an application is processed ahead of time.
    @Bean
    @Lazy
    BloopConnectionDetails embeddedConnectionDetails(
            BloopProperties properties, ObjectProvider<EmbeddedDynamoDb> server) {
        return properties.connection().orElseGet(() -> server.getObject().connection());
    }

    @Bean(destroyMethod = "close")
    @Lazy
    @ConditionalOnMissingBean
    EmbeddedDynamoDb embeddedDynamoDb(BloopProperties properties) {
        return EmbeddedDynamoDb.start(
                properties.embedded().port(), properties.embedded().directory());
    }

    /** Keeps the server while the developer tools restart the application, as their restart scope keeps beans. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Restarter.class)
    @ConditionalOnInitializedRestarter
    static class Restarted {

        Restarted() {}

        @Bean(destroyMethod = "")
        @Lazy
        @ConditionalOnMissingBean
        EmbeddedDynamoDb embeddedDynamoDb(BloopProperties properties) {
            return RestartedServer.get(
                    properties.embedded().port(), properties.embedded().directory());
        }
    }
}
