package io.bloop.boot;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Tells the application's own clients of a context and its ancestors from those of other starters, by their definitions
 * alone.
 */
final class ClientBeans {

    private ClientBeans() {}

    /** Returns the names of the clients that are injected without a qualifier and come from no auto-configuration. */
    static List<String> ofTheApplication(ConfigurableListableBeanFactory beanFactory) {
        return candidates(beanFactory)
                .filter(name -> !isOfAnotherStarter(beanFactory, name))
                .toList();
    }

    static List<String> ofAnotherStarter(ConfigurableListableBeanFactory beanFactory) {
        return candidates(beanFactory)
                .filter(name -> !name.equals(ClientFactory.BEAN))
                .toList();
    }

    private static Stream<String> candidates(ConfigurableListableBeanFactory beanFactory) {
        return DefaultCandidates.names(beanFactory, ResolvableType.forClass(DynamoDbClient.class));
    }

    private static boolean isOfAnotherStarter(ConfigurableListableBeanFactory beanFactory, String name) {
        // a client of a parent context counts as the application's own
        return !name.equals(ClientFactory.BEAN)
                && DefaultCandidates.definition(beanFactory, name) instanceof AnnotatedBeanDefinition definition
                && definition.getFactoryMethodMetadata() != null
                && isAutoConfiguration(ClassUtils.resolveClassName(
                        definition.getFactoryMethodMetadata().getDeclaringClassName(),
                        beanFactory.getBeanClassLoader()));
    }

    private static boolean isAutoConfiguration(@Nullable Class<?> type) {
        return type != null
                && (AnnotatedElementUtils.hasAnnotation(type, AutoConfiguration.class)
                        || isAutoConfiguration(type.getEnclosingClass()));
    }
}
