package io.bloop.boot;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Met where the application has no client of its own; one of another starter may be outdone by a connection. */
final class OnNoOwnClient extends SpringBootCondition implements ConfigurationCondition {

    @Override
    public ConfigurationPhase getConfigurationPhase() {
        return ConfigurationPhase.REGISTER_BEAN;
    }

    @Override
    public ConditionOutcome getMatchOutcome(ConditionContext context, AnnotatedTypeMetadata metadata) {
        List<String> own = ClientBeans.ofTheApplication(Objects.requireNonNull(context.getBeanFactory()));
        ConditionMessage.Builder message = ConditionMessage.forCondition("DynamoDbClient of the application");
        return own.isEmpty()
                ? ConditionOutcome.match(message.because("there is none"))
                : ConditionOutcome.noMatch(message.found("bean", "beans").items(own));
    }
}
