package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a global secondary index: keys of its own, up to four columns each, and units of its own.
 *
 * @since 0.1.0
 */
@Documented
@Repeatable(GlobalSecondaryIndex.All.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface GlobalSecondaryIndex {

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
     * Names the columns of the hash key, or gives the template of it.
     *
     * @return the Java name of one column, or of up to four; or one template as in {@link HashKey#value()}, which is a text
     *     that is no Java name
     */
    String[] hashKey();

    /**
     * Names the attribute that a template of the hash key makes, and the column of the definition.
     *
     * @return the name; the index's name in the table followed by PK unless it is given
     */
    String hashKeyStoredAs() default "";

    /**
     * Names the columns of the range key, or gives the template of it.
     *
     * @return the Java names of up to four columns, or one template as in {@link #hashKey()}
     */
    String[] rangeKey() default {};

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
     * Provisions read capacity; goes together with {@link #writeUnits()}.
     *
     * @return the units, at least 1; not given means what the index has, and 1 when it is created
     */
    long readUnits() default 0;

    /**
     * Provisions write capacity; goes together with {@link #readUnits()}.
     *
     * @return the units, at least 1; not given means what the index has, and 1 when it is created
     */
    long writeUnits() default 0;

    /**
     * Limits the units that an index of a table on demand consumes each second, and so its cost.
     *
     * @return the most read request units for each second, at least 1; not given means what the index has
     */
    long maximumReadUnits() default 0;

    /**
     * Limits the units that an index of a table on demand consumes each second, and so its cost.
     *
     * @return the most write request units for each second, at least 1; not given means what the index has
     */
    long maximumWriteUnits() default 0;

    /**
     * Sets the warm throughput of the index, which it serves at once.
     *
     * @return read units for each second, at least 1; not given means what the index has
     */
    long warmReadUnits() default 0;

    /**
     * Sets the warm throughput of the index, which it serves at once.
     *
     * @return write units for each second, at least 1; not given means what the index has
     */
    long warmWriteUnits() default 0;

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
        GlobalSecondaryIndex[] value();
    }
}
