package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a column the hash key of its table; a model has exactly one.
 *
 * <p>On a class, it makes a key of several columns by a template: {@code @HashKey("CUSTOMER#{customerId}")}.
 *
 * @since 0.1.0
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface HashKey {

    /**
     * Gives the template of the key, on a class: literal text with the names of columns in braces, such as {@code CUSTOMER#{customerId}}.
     *
     * <p>Where the annotation is inherited, that of the nearest class counts. Numbers have the width of their digits, such
     * as {@code {line:5}}, or a star for none. {@code {email:lower}} and {@code {email:upper}} print a text in one case.
     *
     * @return the template; none where the annotation is on the column that is the key
     */
    String value() default "";

    /**
     * Names the attribute that a template makes, and the column of the definition.
     *
     * @return the name
     */
    String storedAs() default "PK";
}
