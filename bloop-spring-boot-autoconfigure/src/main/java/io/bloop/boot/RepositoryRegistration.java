package io.bloop.boot;

import io.bloop.engine.Engine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.util.ClassUtils;

/** Registers the implementation of each repository as a bean, unless the application has a bean of the interface. */
final class RepositoryRegistration {

    private final ConfigurableListableBeanFactory beanFactory;
    private final BeanDefinitionRegistry registry;

    RepositoryRegistration(ConfigurableListableBeanFactory beanFactory, BeanDefinitionRegistry registry) {
        this.beanFactory = beanFactory;
        this.registry = registry;
    }

    /**
     * Registers beans.
     *
     * @param repositories the names of the interfaces
     * @throws MissingDefinitions if one has no implementation
     */
    void register(Set<String> repositories) {
        Map<Class<?>, Class<?>> found = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (String name : repositories) {
            Class<?> type = ClassUtils.resolveClassName(name, beanFactory.getBeanClassLoader());
            if (beanFactory.getBeanNamesForType(type, true, false).length == 0) {
                Class<?> implementation = implementation(type);
                if (implementation == null) {
                    missing.add(name);
                } else {
                    found.put(type, implementation);
                }
            }
        }
        if (!missing.isEmpty()) {
            throw MissingDefinitions.ofRepositories(missing.stream().sorted().toList());
        }
        found.forEach(this::register);
    }

    private static @Nullable Class<?> implementation(Class<?> type) {
        String name = FoundModels.generated(type.getName(), "Impl");
        return ClassUtils.isPresent(name, type.getClassLoader())
                ? ClassUtils.resolveClassName(name, type.getClassLoader())
                : null;
    }

    private void register(Class<?> type, Class<?> implementation) {
        RootBeanDefinition definition = new RootBeanDefinition(implementation);
        definition.setResourceDescription("Bloop's auto-configuration, for the repository " + type.getName());
        definition.getConstructorArgumentValues().addIndexedArgumentValue(0, new RuntimeBeanReference(Engine.class));
        String name = ClassUtils.getShortNameAsProperty(type);
        registry.registerBeanDefinition(registry.isBeanNameInUse(name) ? implementation.getName() : name, definition);
    }
}
