package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a document of a class or a record: columns can hold it, alone or in lists and maps, and so can other documents.
 *
 * <p>Its fields or components are the members of the stored map. {@link Column} renames a member, {@link Ignored}
 * leaves one out, {@link StoredWith} and {@link Timestamp} choose its type. Members that the class does not declare are
 * kept when the document was loaded and saved again.
 *
 * <p>The annotation processor writes {@code StoreDocument} for a class {@code Store}, in the same package: the type
 * with the constant {@code STORE}, and in it {@code Place}, which has a path for each member, as in
 * {@code RECEIPT.store.name.beginsWith("deli")}. For an abstract class or an interface nothing is written, but its
 * annotations are checked.
 *
 * @since 0.1.0
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Document {}
