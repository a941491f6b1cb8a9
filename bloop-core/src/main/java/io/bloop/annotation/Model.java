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
 * <p>A sealed class or interface that is also marked with {@code @Table(name = ...)} is a <em>supertype</em>: the table is
 * that of its models, and the processor writes a {@link io.bloop.model.SupertypeDefinition} of the columns that they have in
 * common. Its models are its permitted types. Each of them is marked with {@code @Model} too, or with {@link Ignored} if it
 * has no items. An abstract class or an interface that is not sealed names its models with {@link #models()}.
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
     *     and no supertype
     */
    String value() default "";

    /**
     * Names the models of a supertype that is not sealed.
     *
     * @return the classes, each of which is a model and extends or implements the supertype
     */
    Class<?>[] models() default {};
}
