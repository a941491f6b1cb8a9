package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class or a record a model: its fields or components are the columns.
 *
 * <p>The annotation processor writes the definition: {@code LinkModel} with the constant {@code LINK} for a class
 * {@code Link}, in the same package. Static and transient fields are no columns. The columns and indexes of
 * superclasses are the model's own; the getters of interfaces may carry annotations for it. For an abstract class or
 * an interface nothing is written, but its annotations are checked; unless AutoValue or Immutables writes the class of its
 * objects, or a static method of it is marked with {@link BloopCreator}: then its getters are the columns.
 *
 * @since 0.1.0
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Model {

    /**
     * Names the model, and its table unless that is named otherwise.
     *
     * @return the name; the simple name of the class unless it is given; never given where the class is abstract
     */
    String value() default "";
}
