package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a collection of a record or a class: its members are the items of one partition, read by one query.
 *
 * <p>A member is an object of a model, an {@code Optional} of one, or a {@code List} of the objects of a model. An object
 * that is marked with a {@code Nullable} annotation may be missing. The models share a table, and each has one member. The
 * members of a class are the parameters of its constructor, or of what {@link BloopCreator} marks.
 *
 * <p>The annotation processor writes the definition: {@code OrderWithLinesCollection} with the constant
 * {@code ORDER_WITH_LINES} for a record {@code OrderWithLines}, in the same package.
 *
 * @since 0.1.0
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ItemCollection {}
