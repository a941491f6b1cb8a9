package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a class or a record a document: columns can hold it, alone or in lists and maps, and so can other documents.
 *
 * <p>Its fields or components are the members of the stored map. {@link Column} renames a member, {@link Ignored}
 * leaves one out, {@link StoredWith} and {@link Timestamp} choose its type. Members that the class does not declare are
 * kept when the document was loaded and saved again.
 *
 * <p>The annotation processor writes {@code StoreDocument} for a class {@code Store}, in the same package: the type
 * with the constant {@code STORE}, and in it {@code Place}, which has a path for each member, as in
 * {@code RECEIPT.store.name.beginsWith("deli")}.
 *
 * <p>A sealed interface or a sealed abstract class that is marked is stored as the document of the object's own
 * subtype, with one more member that names the subtype: {@code sealed interface Shape permits Circle, Square} is stored
 * with a member {@code type} that is {@code Circle} or {@code Square}. An abstract type that is not sealed is stored so
 * where {@link #subtypes} names its subtypes; else nothing is written for it, but its annotations are checked.
 *
 * @since 0.1.0
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Document {

    /**
     * The texts that stand for the class where an object of an abstract type is stored.
     *
     * @return the text that is written, followed by those that are only read, such as former names; the simple name of
     *     the class unless it is given
     */
    String[] value() default {};

    /**
     * On an abstract type: the name of the stored member that names the subtype of a document.
     *
     * @return the name; no subtype may have a member that is stored under it
     */
    String discriminator() default "type";

    /**
     * On an abstract type: its subtypes, each of them a document, or abstract and with subtypes of its own.
     *
     * @return the classes; those that a sealed type permits unless they are given
     */
    Class<?>[] subtypes() default {};
}
