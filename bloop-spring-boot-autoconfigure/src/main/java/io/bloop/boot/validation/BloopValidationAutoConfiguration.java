package io.bloop.boot.validation;

import io.bloop.boot.BloopAutoConfiguration;
import io.bloop.boot.BloopProperties;
import io.bloop.boot.EngineBuilderCustomizer;
import io.bloop.engine.Engine;
import jakarta.validation.Validator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Checks the constraints of models before they are written, where the application has one validator or a primary one.
 *
 * @since 0.1.0
 */
@AutoConfiguration(
        before = BloopAutoConfiguration.class,
        afterName = "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration")
@ConditionalOnClass({Engine.class, DynamoDbClient.class, Validator.class})
@ConditionalOnSingleCandidate(Validator.class)
@ConditionalOnBooleanProperty(
        name = {"bloop.enabled", "bloop.validation.enabled"},
        matchIfMissing = true)
@EnableConfigurationProperties(BloopProperties.class)
public final class BloopValidationAutoConfiguration {

    BloopValidationAutoConfiguration() {}

    // After everything that may complete an object.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    @ConditionalOnMissingBean(name = "bloopValidationCustomizer")
    EngineBuilderCustomizer bloopValidationCustomizer(ObjectProvider<Validator> validator, BloopProperties properties) {
        return builder -> builder.listener(new ModelValidation(
                validator.getObject(), properties.validation().groups()));
    }
}
