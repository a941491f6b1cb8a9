package io.bloop.boot;

import io.bloop.model.ModelDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;

/**
 * What the packages of an application have of models.
 *
 * @param definitions the classes of definitions, however they came to be
 * @param annotated the names of the classes that say of themselves that they are models
 * @param repositories the names of the interfaces that say of themselves that they are repositories
 */
record FoundModels(
        Set<Class<? extends ModelDefinition<?>>> definitions, Set<String> annotated, Set<String> repositories) {

    /** Checks that each annotated class has a definition: one that was generated, that somebody wrote, or a bean. */
    void requireDefinitions(ConfigurableListableBeanFactory beanFactory) {
        Set<String> names = definitions.stream().map(Class::getName).collect(Collectors.toSet());
        List<String> missing = annotated.stream()
                .filter(model -> !names.contains(generated(model)))
                .filter(model -> !isDefinedOtherwise(model, beanFactory))
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            throw new MissingDefinitions(missing);
        }
    }

    private boolean isDefinedOtherwise(String model, ConfigurableListableBeanFactory beanFactory) {
        ResolvableType wanted = ResolvableType.forClassWithGenerics(
                ModelDefinition.class, ClassUtils.resolveClassName(model, beanFactory.getBeanClassLoader()));
        return definitions.stream().anyMatch(definition -> wanted.isAssignableFrom(ResolvableType.forClass(definition)))
                || BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, wanted, true, false).length > 0;
    }

    /** Returns the class that the annotation processor writes: {@code OuterLinkModel} for {@code Outer$Link}. */
    private static String generated(String model) {
        return generated(model, "Model");
    }

    /** Returns a class that the annotation processor writes for one that is nested, perhaps. */
    static String generated(String annotated, String suffix) {
        String owner = ClassUtils.getPackageName(annotated);
        return owner + annotated.substring(owner.length()).replace("$", "") + suffix;
    }
}
