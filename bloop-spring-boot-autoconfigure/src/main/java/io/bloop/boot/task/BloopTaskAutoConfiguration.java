package io.bloop.boot.task;

import io.bloop.boot.BloopAutoConfiguration;
import io.bloop.boot.EngineBuilderCustomizer;
import io.bloop.engine.Engine;
import io.micrometer.context.ContextSnapshot;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnThreading;
import org.springframework.boot.thread.Threading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Configures the threads of bulk calls and parallel scans: they have the caller's context where context propagation is on
 * the class path, are decorated by the application's {@link TaskDecorator}s, and are virtual where virtual threads are
 * enabled.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = BloopAutoConfiguration.class)
@ConditionalOnClass({Engine.class, DynamoDbClient.class})
@ConditionalOnBooleanProperty(name = "bloop.enabled", matchIfMissing = true)
public final class BloopTaskAutoConfiguration {

    BloopTaskAutoConfiguration() {}

    // Before those of the application, which may set another executor.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 10)
    @ConditionalOnMissingBean(name = "bloopTaskDecoratorCustomizer")
    EngineBuilderCustomizer bloopTaskDecoratorCustomizer(ObjectProvider<TaskDecorator> decorators) {
        return builder -> decorators.orderedStream().forEach(decorator -> builder.taskDecorator(decorator::decorate));
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 10)
    @ConditionalOnThreading(Threading.VIRTUAL)
    @ConditionalOnMissingBean(name = "bloopVirtualThreadsCustomizer")
    EngineBuilderCustomizer bloopVirtualThreadsCustomizer() {
        return builder -> builder.executor(new VirtualThreadTaskExecutor("bloop-"));
    }

    /** Propagates the context that libraries register with Micrometer: traces, security and more. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ContextSnapshot.class)
    static class ContextPropagation {

        ContextPropagation() {}

        @Bean
        @Order(Ordered.LOWEST_PRECEDENCE - 10)
        @ConditionalOnMissingBean(
                value = ContextPropagatingTaskDecorator.class,
                name = "bloopContextPropagationCustomizer")
        EngineBuilderCustomizer bloopContextPropagationCustomizer() {
            return builder -> builder.taskDecorator(new ContextPropagatingTaskDecorator()::decorate);
        }
    }
}
