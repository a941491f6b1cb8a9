package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the column that a member of a projection has the value of, where that has another name or is inside of a document.
 *
 * @since 0.1.0
 */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Retention(RetentionPolicy.CLASS)
@Documented
public @interface From {

    /**
     * Names a column, or a member of the document that it holds, as {@code address.city}.
     *
     * @return the names of Java members, with points between them
     */
    String value();
}
