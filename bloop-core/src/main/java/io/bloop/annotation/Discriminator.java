package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Distinguishes the items of a model from those of other models of its table, by a text in an attribute that is not a
 * column.
 *
 * <p>Where the annotation is inherited, that of the nearest class counts: on a superclass or an interface it names the
 * attribute for all models below.
 *
 * @since 0.1.0
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Discriminator {

    /**
     * Names the attribute.
     *
     * @return the stored name, which no column has
     */
    String attribute();

    /**
     * Names the texts of the model's items.
     *
     * @return the text that writes store, followed by further ones that are only read, such as former names; the model's
     *     name unless it is given
     */
    String[] value() default {};
}
