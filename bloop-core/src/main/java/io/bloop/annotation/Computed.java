package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a column of a getter without a field, whose value every write of an object stores and no read assigns.
 *
 * <p>The column may be a key of the table or of an index. An update by request that changes one of the columns that it is
 * computed from has to set it too, and an object that was loaded without one of them leaves it as it is stored.
 *
 * @since 0.1.0
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Computed {

    /**
     * Names the columns that the getter reads.
     *
     * @return the Java names of the columns, at least one
     */
    String[] from();
}
