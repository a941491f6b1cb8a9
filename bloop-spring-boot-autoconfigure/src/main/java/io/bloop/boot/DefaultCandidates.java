package io.bloop.boot;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.core.ResolvableType;

/** Finds the beans of a context and its ancestors that are injected where no qualifier is given. */
final class DefaultCandidates {

    private DefaultCandidates() {}

    static Stream<String> names(ConfigurableListableBeanFactory beanFactory, ResolvableType type) {
        return Stream.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, type, true, false))
                .filter(name -> isDefault(definition(beanFactory, name)));
    }

    private static boolean isDefault(@Nullable BeanDefinition definition) {
        return definition == null
                || definition.isAutowireCandidate()
                        && (!(definition instanceof AbstractBeanDefinition known) || known.isDefaultCandidate());
    }

    static @Nullable BeanDefinition definition(ConfigurableListableBeanFactory beanFactory, String name) {
        if (beanFactory.containsBeanDefinition(name)) {
            return beanFactory.getBeanDefinition(name);
        }
        return beanFactory.getParentBeanFactory() instanceof ConfigurableListableBeanFactory parent
                ? definition(parent, name)
                : null;
    }
}
