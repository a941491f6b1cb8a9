package io.bloop.boot.test;

import io.bloop.boot.BloopAutoConfiguration;
import io.bloop.boot.BloopConnectionDetails;
import io.bloop.boot.embedded.EmbeddedDynamoDb;
import io.bloop.boot.embedded.EmbeddedDynamoDbAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Configures the database of a test, whatever the properties say and other starters bring.
 *
 * <p>Comes before every auto-configuration but that of service connections, so that its condition sees the application's
 * own clients and connections only.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
        before = {BloopAutoConfiguration.class, EmbeddedDynamoDbAutoConfiguration.class},
        afterName = "org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration")
@AutoConfigureOrder(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnMissingBean({DynamoDbClient.class, BloopConnectionDetails.class})
public final class TestDatabaseAutoConfiguration {

    TestDatabaseAutoConfiguration() {}

    @Bean(destroyMethod = "close")
    EmbeddedDynamoDb testDynamoDb() {
        return EmbeddedDynamoDb.inMemory();
    }

    @Bean
    BloopConnectionDetails testConnectionDetails(EmbeddedDynamoDb testDynamoDb) {
        return testDynamoDb.connection();
    }
}
