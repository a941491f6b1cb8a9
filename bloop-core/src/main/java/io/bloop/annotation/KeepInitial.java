package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a member keep its initial value if its attribute is absent in the table, or of the type NULL.
 *
 * <p>Without it an absent attribute reads as null, 0, false or an empty collection, whatever the field was initialised with.
 * The initial value is that of an object which is made without the member:
 *
 * <ul>
 *   <li>If the member is set after the object was made, it is the value that the constructor or the initialiser of the field
 *       has given it.
 *   <li>If a constructor takes the member, it is the value that a shorter constructor gives it, such as one that Kotlin's
 *       {@code @JvmOverloads} writes.
 *   <li>If a builder takes the member, it is the value that the builder has of its own.
 * </ul>
 *
 * <p>An object that was loaded with the initial value counts as unchanged: a save of a tracked object writes the value only
 * if it was changed. A member that is set to null or to an empty set is stored as nothing, and has its initial value again
 * when it is loaded. A member that a projection left out reads as null, 0 or false.
 *
 * <p>{@link Default} gives a value that does not depend on the class.
 *
 * @since 0.1.0
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface KeepInitial {}
