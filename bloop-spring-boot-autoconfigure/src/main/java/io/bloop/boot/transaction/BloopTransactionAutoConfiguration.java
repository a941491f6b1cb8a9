package io.bloop.boot.transaction;

import io.bloop.boot.BloopAutoConfiguration;
import io.bloop.boot.BloopProperties;
import io.bloop.boot.EngineBuilderCustomizer;
import io.bloop.engine.Engine;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Logs once that {@code @Transactional} and the other transactions of Spring do not include DynamoDB, where something is
 * written inside one of them and spring-tx is on the class path.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = BloopAutoConfiguration.class)
@ConditionalOnClass({Engine.class, DynamoDbClient.class, TransactionSynchronizationManager.class})
@ConditionalOnBooleanProperty(
        name = {"bloop.enabled", "bloop.transaction-notice"},
        matchIfMissing = true)
@EnableConfigurationProperties(BloopProperties.class)
public final class BloopTransactionAutoConfiguration {

    BloopTransactionAutoConfiguration() {}

    // Before those of the application, like the other ones of Bloop.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 10)
    @ConditionalOnMissingBean(name = "bloopTransactionNoticeCustomizer")
    EngineBuilderCustomizer bloopTransactionNoticeCustomizer() {
        TransactionNotice notice = new TransactionNotice();
        return builder -> builder.listener(notice).taskDecorator(notice::decorate);
    }
}
