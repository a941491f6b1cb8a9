package io.bloop.boot;

import java.util.function.Predicate;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.beans.factory.aot.BeanRegistrationCode;
import org.springframework.beans.factory.aot.BeanRegistrationCodeFragments;
import org.springframework.beans.factory.aot.BeanRegistrationCodeFragmentsDecorator;
import org.springframework.beans.factory.support.InstanceSupplier;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.ResolvableType;
import org.springframework.javapoet.ClassName;
import org.springframework.javapoet.CodeBlock;

/** Writes a model down as its constant. */
final class ModelCodeFragments extends BeanRegistrationCodeFragmentsDecorator {

    private final Class<?> model;

    ModelCodeFragments(BeanRegistrationCodeFragments delegate, Class<?> model) {
        super(delegate);
        this.model = model;
    }

    @Override
    public ClassName getTarget(RegisteredBean registeredBean) {
        return ClassName.get(model);
    }

    @Override
    public CodeBlock generateNewBeanDefinitionCode(
            GenerationContext generationContext, ResolvableType beanType, BeanRegistrationCode beanRegistrationCode) {
        return CodeBlock.builder()
                .addStatement(
                        "$T $L = new $T($T.class)",
                        RootBeanDefinition.class,
                        BEAN_DEFINITION_VARIABLE,
                        RootBeanDefinition.class,
                        model)
                .build();
    }

    /** Leaves the arguments of the factory method out: the constant takes its place. */
    @Override
    public CodeBlock generateSetBeanDefinitionPropertiesCode(
            GenerationContext generationContext,
            BeanRegistrationCode beanRegistrationCode,
            RootBeanDefinition beanDefinition,
            Predicate<String> attributeFilter) {
        return CodeBlock.of("");
    }

    @Override
    public CodeBlock generateInstanceSupplierCode(
            GenerationContext generationContext,
            BeanRegistrationCode beanRegistrationCode,
            boolean allowDirectSupplierShortcut) {
        return CodeBlock.of("$T.using(() -> $T.$L)", InstanceSupplier.class, model, ModelConstant.name(model));
    }
}
