package io.bloop.boot;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.ConstructorArgumentValues;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * Registers a template for each definition bean of a context, unless the application has one of that type.
 *
 * <p>Templates of further engines, which a qualifier sets apart, do not count.
 */
final class TemplateRegistration {

    private final ConfigurableListableBeanFactory beanFactory;
    private final BeanDefinitionRegistry registry;

    TemplateRegistration(ConfigurableListableBeanFactory beanFactory, BeanDefinitionRegistry registry) {
        this.beanFactory = beanFactory;
        this.registry = registry;
    }

    void register() {
        // all are collected before the first is registered, since a class may have two models, and then has two
        // templates
        Map<String, ResolvableType> missing = new LinkedHashMap<>();
        for (String model : beanFactory.getBeanNamesForType(ModelDefinition.class, true, false)) {
            Class<?> entity = entity(model);
            if (entity != null) {
                ResolvableType template = ResolvableType.forClassWithGenerics(BloopTemplate.class, entity);
                if (DefaultCandidates.names(beanFactory, template).findAny().isEmpty()) {
                    missing.put(model, template);
                }
            }
        }
        missing.forEach(this::register);
    }

    private @Nullable Class<?> entity(String model) {
        ResolvableType type = beanFactory.getMergedBeanDefinition(model).getResolvableType();
        if (type == ResolvableType.NONE) {
            type = ResolvableType.forClass(beanFactory.getType(model, false));
        }
        return type.as(ModelDefinition.class).getGeneric().resolve();
    }

    private void register(String model, ResolvableType template) {
        RootBeanDefinition definition = new RootBeanDefinition(BloopTemplate.class);
        definition.setTargetType(template);
        definition.setResourceDescription("Bloop's auto-configuration, for the model '" + model + "'");
        ConstructorArgumentValues arguments = definition.getConstructorArgumentValues();
        arguments.addIndexedArgumentValue(0, new RuntimeBeanReference(Engine.class));
        arguments.addIndexedArgumentValue(1, new RuntimeBeanReference(model));
        Class<?> entity = template.getGeneric().toClass();
        String name = ClassUtils.getShortNameAsProperty(entity) + "Template";
        registry.registerBeanDefinition(registry.isBeanNameInUse(name) ? model + "Template" : name, definition);
    }
}
