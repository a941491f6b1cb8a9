package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Chooses the constructor, or the static method, by which objects of a model or a document are made of items.
 *
 * <p>Its parameters are columns, by their names and types. Without the annotation, a class is made by its constructor without
 * parameters where all columns can be set afterwards, and else by the constructor that takes most of them.
 *
 * @since 0.1.0
 */
@Documented
@Target({ElementType.CONSTRUCTOR, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface BloopCreator {}
