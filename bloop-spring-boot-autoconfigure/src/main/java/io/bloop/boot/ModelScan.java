package io.bloop.boot;

import io.bloop.annotation.Model;
import io.bloop.model.ModelDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Finds the concrete model definitions of packages, and the annotated classes, without running any code of theirs. */
final class ModelScan {

    private final ClassPathScanningCandidateComponentProvider scanner;
    private final @Nullable ClassLoader classLoader;

    ModelScan(Environment environment, ResourceLoader resourceLoader) {
        scanner = new ClassPathScanningCandidateComponentProvider(false, environment);
        scanner.setResourceLoader(resourceLoader);
        scanner.addIncludeFilter(new AssignableTypeFilter(ModelDefinition.class));
        scanner.addIncludeFilter(new AnnotationTypeFilter(Model.class, false));
        classLoader = resourceLoader.getClassLoader();
    }

    FoundModels find(List<String> packages) {
        Set<Class<? extends ModelDefinition<?>>> definitions = new LinkedHashSet<>();
        Set<String> annotated = new LinkedHashSet<>();
        for (String name : packages) {
            for (BeanDefinition candidate : scanner.findCandidateComponents(name)) {
                if (isAnnotated(candidate)) {
                    annotated.add(String.valueOf(candidate.getBeanClassName()));
                } else {
                    definitions.add(load(candidate));
                }
            }
        }
        return new FoundModels(definitions, annotated);
    }

    private static boolean isAnnotated(BeanDefinition candidate) {
        return candidate instanceof AnnotatedBeanDefinition annotated
                && annotated.getMetadata().hasAnnotation(Model.class.getName());
    }

    @SuppressWarnings("unchecked") // the scanner's filter
    private Class<? extends ModelDefinition<?>> load(BeanDefinition candidate) {
        String name = String.valueOf(candidate.getBeanClassName());
        return (Class<? extends ModelDefinition<?>>) ClassUtils.resolveClassName(name, classLoader);
    }
}
