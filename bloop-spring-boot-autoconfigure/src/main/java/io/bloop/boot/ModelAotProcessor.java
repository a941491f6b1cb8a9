package io.bloop.boot;

import io.bloop.engine.BloopTemplate;
import java.lang.reflect.Modifier;
import java.util.LinkedHashSet;
import java.util.Set;
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
import org.springframework.core.ResolvableType;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

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

    /** Opens a class, its superclasses, and the classes of the application that their fields hold, at any depth. */
    private static void openToValidation(Class<?> entity, ReflectionHints hints) {
        Set<Class<?>> opened = new LinkedHashSet<>();
        collect(ResolvableType.forClass(entity), opened);
        opened.forEach(type -> hints.registerType(
                type, MemberCategory.ACCESS_DECLARED_FIELDS, MemberCategory.INVOKE_DECLARED_METHODS));
    }

    private static void collect(ResolvableType place, Set<Class<?>> opened) {
        if (place.isArray()) {
            collect(place.getComponentType(), opened);
            return;
        }
        for (ResolvableType argument : place.getGenerics()) {
            collect(argument, opened);
        }
        for (Class<?> type = place.resolve(); type != null && isOfTheApplication(type); type = type.getSuperclass()) {
            if (!opened.add(type)) {
                return;
            }
            ReflectionUtils.doWithLocalFields(type, field -> {
                if (!Modifier.isStatic(field.getModifiers())) {
                    collect(ResolvableType.forField(field), opened);
                }
            });
        }
    }

    private static boolean isOfTheApplication(Class<?> type) {
        return !type.isPrimitive() && !type.isEnum() && !type.getName().startsWith("java.");
    }
}
