package io.bloop.boot;

import io.bloop.Suggestion;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;

/** Analyzes the injection of a template without a model, and shows where models were searched. */
@Order(0)
final class MissingTemplateFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {

    private final BeanFactory beanFactory;

    MissingTemplateFailureAnalyzer(BeanFactory beanFactory) {
        this.beanFactory = beanFactory;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(
            Throwable rootFailure, NoSuchBeanDefinitionException cause, @Nullable String description) {
        ResolvableType type = cause.getResolvableType();
        Class<?> entity =
                type == null ? null : type.as(BloopTemplate.class).getGeneric().resolve();
        return entity != null
                        && !(cause instanceof NoUniqueBeanDefinitionException)
                        && beanFactory instanceof ListableBeanFactory beans
                        && beans.getBeanNamesForType(Engine.class, true, false).length > 0
                ? analysis(entity, beans, description == null ? "The application" : description, cause)
                : null;
    }

    private static FailureAnalysis analysis(
            Class<?> entity, ListableBeanFactory beans, String asking, NoSuchBeanDefinitionException cause) {
        String name = entity.getSimpleName();
        return new FailureAnalysis(
                asking + " needs a BloopTemplate<" + name + ">, but no model of " + entity.getName() + " was found in "
                        + ScanPackages.of(beans) + ".",
                "Annotate " + name + " with @Model and let bloop-processor write its definition, or write a class that"
                        + " extends ModelDefinition<" + name + ">. If it is in another package, name that with"
                        + " @BloopScan. " + Suggestion.sentence(name, found(beans)),
                cause);
    }

    private static List<String> found(ListableBeanFactory beans) {
        return List.of(beans.getBeanNamesForType(ModelDefinition.class, true, false)).stream()
                .map(bean -> ResolvableType.forClass(beans.getType(bean, false))
                        .as(ModelDefinition.class)
                        .getGeneric()
                        .toClass()
                        .getSimpleName())
                .sorted()
                .toList();
    }
}
