package io.bloop.boot;

import io.bloop.annotation.BloopRepository;
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

/** Finds the concrete model definitions, the annotated classes and the repositories of packages, and runs none of their code. */
final class ModelScan {

    private final ClassPathScanningCandidateComponentProvider scanner;
    private final @Nullable ClassLoader classLoader;

    ModelScan(Environment environment, ResourceLoader resourceLoader) {
        scanner = new ClassPathScanningCandidateComponentProvider(false, environment) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition candidate) {
                return isRepository(candidate) || super.isCandidateComponent(candidate);
            }
        };
        scanner.setResourceLoader(resourceLoader);
        scanner.addIncludeFilter(new AssignableTypeFilter(ModelDefinition.class));
        scanner.addIncludeFilter(new AnnotationTypeFilter(Model.class, false));
        scanner.addIncludeFilter(new AnnotationTypeFilter(BloopRepository.class, false));
        classLoader = resourceLoader.getClassLoader();
    }

    FoundModels find(List<String> packages) {
        Set<Class<? extends ModelDefinition<?>>> definitions = new LinkedHashSet<>();
        Set<String> annotated = new LinkedHashSet<>();
        Set<String> repositories = new LinkedHashSet<>();
        for (String name : packages) {
            for (BeanDefinition candidate : scanner.findCandidateComponents(name)) {
                if (isRepository(candidate)) {
                    repositories.add(String.valueOf(candidate.getBeanClassName()));
                } else if (isAnnotated(candidate)) {
                    annotated.add(String.valueOf(candidate.getBeanClassName()));
                } else {
                    definitions.add(load(candidate));
                }
            }
        }
        return new FoundModels(definitions, annotated, repositories);
    }

    private static boolean isAnnotated(BeanDefinition candidate) {
        return isMarked(candidate, Model.class);
    }

    private static boolean isRepository(BeanDefinition candidate) {
        return isMarked(candidate, BloopRepository.class);
    }

    private static boolean isMarked(BeanDefinition candidate, Class<?> annotation) {
        return candidate instanceof AnnotatedBeanDefinition annotated
                && annotated.getMetadata().hasAnnotation(annotation.getName());
    }

    @SuppressWarnings("unchecked") // the scanner's filter
    private Class<? extends ModelDefinition<?>> load(BeanDefinition candidate) {
        String name = String.valueOf(candidate.getBeanClassName());
        return (Class<? extends ModelDefinition<?>>) ClassUtils.resolveClassName(name, classLoader);
    }
}
