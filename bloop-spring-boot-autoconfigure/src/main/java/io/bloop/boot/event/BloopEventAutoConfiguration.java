package io.bloop.boot.event;

import io.bloop.boot.BloopAutoConfiguration;
import io.bloop.boot.EngineBuilderCustomizer;
import io.bloop.engine.Engine;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Publishes the operations of engines on tables and objects as application events.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = BloopAutoConfiguration.class)
@ConditionalOnClass({Engine.class, DynamoDbClient.class})
@ConditionalOnBooleanProperty(name = "bloop.enabled", matchIfMissing = true)
public final class BloopEventAutoConfiguration {

    BloopEventAutoConfiguration() {}

    // Before those of the application, and long before validation: a listener may complete an object.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 10)
    @ConditionalOnMissingBean(name = "bloopEventsCustomizer")
    EngineBuilderCustomizer bloopEventsCustomizer(ApplicationContext context) {
        return builder -> builder.listener(new EventPublication((AbstractApplicationContext) context));
    }
}
