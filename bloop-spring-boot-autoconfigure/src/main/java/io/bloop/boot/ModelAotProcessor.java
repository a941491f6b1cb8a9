package io.bloop.boot;

import io.bloop.engine.BloopTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.generate.GenerationContext;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.ReflectionHints;
import org.springframework.beans.factory.aot.BeanRegistrationAotContribution;
import org.springframework.beans.factory.aot.BeanRegistrationAotProcessor;
import org.springframework.beans.factory.aot.BeanRegistrationCode;
import org.springframework.beans.factory.aot.BeanRegistrationCodeFragments;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.util.ClassUtils;

/**
 * Writes models and templates down ahead of time, in the packages of their classes, which need not be public.
 *
 * <p>A model is its constant then, without reflection. The class of its objects is open to Bean Validation, if there is.
 */
final class ModelAotProcessor implements BeanRegistrationAotProcessor {

    private static final String VALIDATION = "jakarta.validation.Validator";

    @Override
    public @Nullable BeanRegistrationAotContribution processAheadOfTime(RegisteredBean registeredBean) {
        RootBeanDefinition definition = registeredBean.getMergedBeanDefinition();
        if (!definition.hasBeanClass()) {
            return null;
        }
        if (definition.getBeanClass() == ModelConstant.class) {
            return BeanRegistrationAotContribution.withCustomCodeFragments(
                    fragments -> new ModelCodeFragments(fragments, registeredBean.getBeanClass()));
        }
        return definition.getBeanClass() == BloopTemplate.class && definition.getFactoryMethodName() == null
                ? template(registeredBean)
                : null;
    }

    private static BeanRegistrationAotContribution template(RegisteredBean template) {
        Class<?> entity = template.getBeanType().getGeneric().toClass();
        return new BeanRegistrationAotContribution() {
            @Override
            public BeanRegistrationCodeFragments customizeBeanRegistrationCodeFragments(
                    GenerationContext generationContext, BeanRegistrationCodeFragments codeFragments) {
                return new TemplateCodeFragments(codeFragments, entity);
            }

            @Override
            public void applyTo(GenerationContext generationContext, BeanRegistrationCode beanRegistrationCode) {
                if (ClassUtils.isPresent(VALIDATION, entity.getClassLoader())) {
                    openToValidation(entity, generationContext.getRuntimeHints().reflection());
                }
            }
        };
    }

    private static void openToValidation(Class<?> entity, ReflectionHints hints) {
        for (Class<?> type = entity; type != null && type != Object.class; type = type.getSuperclass()) {
            hints.registerType(type, MemberCategory.ACCESS_DECLARED_FIELDS, MemberCategory.INVOKE_DECLARED_METHODS);
        }
    }
}
