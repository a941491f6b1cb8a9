package io.bloop.boot;

import io.bloop.model.ModelDefinition;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/**
 * Registers a bean for each definition that is found and none of whose class is there, and then the templates.
 *
 * <p>Runs after the beans of the application are registered, as all auto-configuration does. The definitions hold
 * nothing that ahead-of-time processing could not write down.
 */
final class ModelRegistrar implements ImportBeanDefinitionRegistrar {

    private final ConfigurableListableBeanFactory beanFactory;
    private final ModelScan scan;

    ModelRegistrar(BeanFactory beanFactory, Environment environment, ResourceLoader resourceLoader) {
        this.beanFactory = (ConfigurableListableBeanFactory) beanFactory;
        this.scan = new ModelScan(environment, resourceLoader);
    }

    @Override
    public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
        FoundModels models = scan.find(ScanPackages.of(beanFactory));
        models.requireDefinitions(beanFactory);
        for (Class<? extends ModelDefinition<?>> type : models.definitions()) {
            if (BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, type, true, false).length == 0) {
                ModelConstant.require(type);
                registry.registerBeanDefinition(name(registry, type), definition(type));
            }
        }
        new TemplateRegistration(beanFactory, registry).register();
    }

    private static RootBeanDefinition definition(Class<? extends ModelDefinition<?>> type) {
        RootBeanDefinition definition = new RootBeanDefinition(ModelConstant.class);
        definition.setFactoryMethodName("of");
        definition.setTargetType(ResolvableType.forClass(type));
        definition.getConstructorArgumentValues().addIndexedArgumentValue(0, type);
        return definition;
    }

    private static String name(BeanDefinitionRegistry registry, Class<?> type) {
        String name = ClassUtils.getShortNameAsProperty(type);
        return registry.isBeanNameInUse(name) ? type.getName() : name;
    }
}
