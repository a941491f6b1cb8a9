package io.bloop.boot;

import io.bloop.model.ModelDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.BeanDefinition;
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
 * Registers a bean for each definition that is found and that no bean of the application replaces, then the templates, and
 * then the repositories.
 *
 * <p>Runs after the beans of the application are registered, like all auto-configuration. The bean definitions hold
 * nothing that ahead-of-time processing could not write down.
 */
final class ModelRegistrar implements ImportBeanDefinitionRegistrar {

    private static final Logger LOG = LoggerFactory.getLogger(ModelRegistrar.class);

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
        // all are collected before the first is registered, so that a definition that was found replaces no other one
        List<Class<? extends ModelDefinition<?>>> missing =
                models.definitions().stream().filter(this::isMissing).toList();
        for (Class<? extends ModelDefinition<?>> type : missing) {
            ModelConstant.require(type);
            registry.registerBeanDefinition(name(registry, type), definition(type));
        }
        new TemplateRegistration(beanFactory, registry).register();
        new RepositoryRegistration(beanFactory, registry).register(models.repositories());
    }

    private boolean isMissing(Class<? extends ModelDefinition<?>> type) {
        if (BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, type, true, false).length > 0) {
            return false;
        }
        List<String> replacing = replacing(type);
        if (!replacing.isEmpty()) {
            LOG.info(
                    "Bloop uses the application's model '{}' instead of {}",
                    String.join("', '", replacing),
                    type.getName());
        }
        return replacing.isEmpty();
    }

    /** Returns the application's own models of the same objects; the models that a parent context has found are not. */
    private List<String> replacing(Class<? extends ModelDefinition<?>> type) {
        Class<?> entity = ResolvableType.forClass(type)
                .as(ModelDefinition.class)
                .getGeneric()
                .resolve();
        return entity == null
                ? List.of()
                : DefaultCandidates.names(
                                beanFactory, ResolvableType.forClassWithGenerics(ModelDefinition.class, entity))
                        .filter(name -> !isFound(DefaultCandidates.definition(beanFactory, name)))
                        .toList();
    }

    private static boolean isFound(@Nullable BeanDefinition definition) {
        return definition != null && ModelConstant.class.getName().equals(definition.getBeanClassName());
    }

    private static RootBeanDefinition definition(Class<? extends ModelDefinition<?>> type) {
        RootBeanDefinition definition = new RootBeanDefinition(ModelConstant.class);
        definition.setFactoryMethodName("of");
        definition.setTargetType(ResolvableType.forClass(type));
        definition.setResourceDescription("Bloop's auto-configuration, for " + type.getName());
        definition.getConstructorArgumentValues().addIndexedArgumentValue(0, type);
        return definition;
    }

    private static String name(BeanDefinitionRegistry registry, Class<?> type) {
        String name = ClassUtils.getShortNameAsProperty(type);
        return registry.isBeanNameInUse(name) ? type.getName() : name;
    }
}
