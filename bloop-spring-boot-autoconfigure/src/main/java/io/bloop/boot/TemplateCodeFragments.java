package io.bloop.boot;

import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.aot.BeanRegistrationCodeFragments;
import org.springframework.beans.factory.aot.BeanRegistrationCodeFragmentsDecorator;
import org.springframework.beans.factory.support.RegisteredBean;
import org.springframework.javapoet.ClassName;

/** Writes a template down where the class of its objects is visible. */
final class TemplateCodeFragments extends BeanRegistrationCodeFragmentsDecorator {

    private final Class<?> entity;

    TemplateCodeFragments(BeanRegistrationCodeFragments delegate, Class<?> entity) {
        super(delegate);
        this.entity = entity;
    }

    @Override
    public ClassName getTarget(RegisteredBean registeredBean) {
        return isPublic(entity) ? super.getTarget(registeredBean) : ClassName.get(entity);
    }

    private static boolean isPublic(@Nullable Class<?> type) {
        return type == null || Modifier.isPublic(type.getModifiers()) && isPublic(type.getEnclosingClass());
    }
}
