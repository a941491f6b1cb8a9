package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the attribute of a column, or the stored member of a document, where it differs from the Java name.
 *
 * <p>Allowed on the field, the record component or the getter. If several of them have the annotation, the one nearest
 * to the model counts.
 *
 * @since 0.1.0
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Column {

    /**
     * Names the attribute.
     *
     * @return the name; the name of the field or component unless it is given
     */
    String value() default "";
}
