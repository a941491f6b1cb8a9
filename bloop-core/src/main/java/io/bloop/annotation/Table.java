package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the settings of a model's table. A setting that is not given is left as the table has it.
 *
 * <p>Never inherited: on an abstract class, on an interface, and on a class that is no model, it is a compiler error.
 *
 * @since 0.1.0
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Table {

    /**
     * Names the table.
     *
     * @return the name; the model's unless it is given
     */
    String name() default "";

    /**
     * Sets the billing mode.
     *
     * @return the mode; unset means what the table has, and provisioned when it is created
     */
    Billing billing() default Billing.UNSET;

    /**
     * Provisions read capacity.
     *
     * @return the units, at least 1; not given means what the table has, and 1 when it is created
     */
    long readUnits() default 0;

    /**
     * Provisions write capacity.
     *
     * @return the units, at least 1; not given means what the table has, and 1 when it is created
     */
    long writeUnits() default 0;

    /**
     * Switches the stream on.
     *
     * @return what it tells of each change: the keys, or one image or both
     */
    Stream[] stream() default {};

    /**
     * Asks for point-in-time recovery.
     *
     * @return whether it has to be on
     */
    Switch backups() default Switch.UNSET;

    /**
     * Asks for encryption with a key of the AWS account rather than the one DynamoDB owns.
     *
     * @return whether it has to be on
     */
    Switch encryption() default Switch.UNSET;

    /**
     * Names the key of AWS KMS to encrypt with, which switches encryption on.
     *
     * @return the key's identifier, ARN or alias; an alias is not compared with what an existing table has
     */
    String encryptionKey() default "";

    /**
     * Limits the units that a table on demand consumes each second, and so its cost.
     *
     * @return the most read request units for each second, at least 1; not given means what the table has
     */
    long maximumReadUnits() default 0;

    /**
     * Limits the units that a table on demand consumes each second, and so its cost.
     *
     * @return the most write request units for each second, at least 1; not given means what the table has
     */
    long maximumWriteUnits() default 0;

    /**
     * Sets the warm throughput of the table, which it serves at once.
     *
     * @return read units for each second, at least 1; not given means what the table has
     */
    long warmReadUnits() default 0;

    /**
     * Sets the warm throughput of the table, which it serves at once.
     *
     * @return write units for each second, at least 1; not given means what the table has
     */
    long warmWriteUnits() default 0;

    /**
     * Sets the class of the table.
     *
     * @return the class; unset means what the table has, and standard when it is created
     */
    TableClass tableClass() default TableClass.UNSET;

    /**
     * Asks for protection of the table against being deleted.
     *
     * @return whether it has to be on
     */
    Switch deletionProtection() default Switch.UNSET;

    /**
     * Tags the table, which may have other tags too.
     *
     * @return the tags, no two of one key
     */
    Tag[] tags() default {};

    /** Names the billing modes. */
    enum Billing {
        /** Whatever the table has. */
        UNSET,
        /** Pays for capacity units that are set beforehand. */
        PROVISIONED,
        /** Pays for each request. */
        ON_DEMAND
    }

    /** Names what a stream can tell of a change. */
    enum Stream {
        /** The keys alone. */
        KEYS,
        /** The item as it is after the change. */
        NEW,
        /** The item as it was before the change. */
        OLD
    }

    /** Names the states of a setting that is on or off. */
    enum Switch {
        /** Whatever the table has. */
        UNSET,
        /** On. */
        ON,
        /** Off. */
        OFF
    }

    /** Names the classes of tables. */
    enum TableClass {
        /** Whatever the table has. */
        UNSET,
        /** For tables whose cost is mostly that of requests. */
        STANDARD,
        /** For tables whose cost is mostly that of storage. */
        INFREQUENT_ACCESS
    }

    /** A tag of a table. */
    @Documented
    @Target({})
    @Retention(RetentionPolicy.CLASS)
    @interface Tag {

        /**
         * Returns the tag's key.
         *
         * @return the key, which does not begin with {@code aws:}
         */
        String key();

        /**
         * Returns the tag's value.
         *
         * @return the value, which may be empty
         */
        String value();
    }
}
