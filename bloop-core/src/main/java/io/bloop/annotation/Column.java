package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a column another name in the table, or a member of a document another one in the stored map.
 *
 * <p>Like every annotation of a column it stands on the field, the record component or the getter; of several the
 * nearest to the model counts.
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
