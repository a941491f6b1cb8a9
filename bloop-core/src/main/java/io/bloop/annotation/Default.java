package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets the value that a member has if its attribute is absent in the table.
 *
 * <p>Without it an absent attribute reads as null, 0 or false. The value is used for reading alone: a new object has
 * the initial value of its class, and an object that was loaded with the value counts as unchanged. A column that a
 * projection left out reads as the value too.
 *
 * @since 0.1.0
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Default {

    /**
     * Returns the value as text: a text, a character, a number, true or false, the name of a constant of an enum, or
     * the ISO form of an instant, a date, a time or a duration.
     *
     * @return a text that the type of the member can be made from; otherwise the compiler reports why it cannot
     */
    String value();
}
