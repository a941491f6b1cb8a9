package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a local secondary index: the table's hash key with another range key.
 *
 * @since 0.1.0
 */
@Documented
@Repeatable(LocalSecondaryIndex.All.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface LocalSecondaryIndex {

    /**
     * Names the index in Java, and in the table unless it is stored under another.
     *
     * @return the name of the definition's field
     */
    String name();

    /**
     * Gives the index another name in the table.
     *
     * @return the name; that in Java unless it is given
     */
    String storedAs() default "";

    /**
     * Names the column of the range key, or gives the template of it.
     *
     * @return the Java name of the column, or a template as in {@link RangeKey#value()}, which is a text that is no Java
     *     name
     */
    String rangeKey();

    /**
     * Names the attribute that a template of the range key makes, and the column of the definition.
     *
     * @return the name; the index's name in the table followed by SK unless it is given
     */
    String rangeKeyStoredAs() default "";

    /**
     * Says what the index holds beside its keys and the table's.
     *
     * @return all, nothing, or the columns that {@link #include()} names
     */
    Projection projection();

    /**
     * Names the columns of the projection {@link Projection#INCLUDE}.
     *
     * @return the Java names of the columns, without keys
     */
    String[] include() default {};

    /**
     * Holds queries to the columns of the projection.
     *
     * @return true unless a query may ask for other columns, each of which costs a read of the table; an index that
     *     projects all columns has no others
     */
    boolean strict() default true;

    /** Holds the indexes where a model has several. */
    @Documented
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.CLASS)
    @interface All {

        /**
         * Returns the indexes.
         *
         * @return the indexes in their order
         */
        LocalSecondaryIndex[] value();
    }
}
