package io.bloop.boot;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.core.type.MethodMetadata;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tells whose the clients of a context and its ancestors are, by their definitions alone. */
final class ClientBeans {

    private static final String OTHER_STARTER = "io.awspring.cloud.";

    private ClientBeans() {}

    /** Returns the names of the clients that neither a qualifier sets apart nor another starter brings. */
    static List<String> ofTheApplication(ConfigurableListableBeanFactory beanFactory) {
        return candidates(beanFactory)
                .filter(name -> !isOfAnotherStarter(DefaultCandidates.definition(beanFactory, name)))
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

    private static boolean isOfAnotherStarter(@Nullable BeanDefinition definition) {
        if (definition instanceof AnnotatedBeanDefinition annotated) {
            MethodMetadata method = annotated.getFactoryMethodMetadata();
            return method != null && method.getDeclaringClassName().startsWith(OTHER_STARTER);
        }
        return false;
    }
}
