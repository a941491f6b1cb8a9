package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Chooses the constructor, or the static method, that makes objects of a model or a document from items.
 *
 * <p>Its parameters are columns, by their names and types. A static method may also return a builder, which has a method for
 * each column that nothing else can set, and {@code build()}. Without the annotation, a class is made by its constructor
 * without parameters where all columns can be set afterwards, otherwise by the constructor that takes the most columns, or by
 * a builder. An abstract class or an interface that has such a static method is a model or a document itself. Its abstract
 * getters are the columns. AutoValue and Immutables write the classes of such objects, and need no annotation.
 *
 * @since 0.1.0
 */
@Documented
@Target({ElementType.CONSTRUCTOR, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface BloopCreator {}
