package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores a column, or every column of a Java type, with a type of the application.
 *
 * <pre>{@code
 * @StoredWith(holder = MoneyType.class, constant = "MONEY") Money price;
 *
 * final class MoneyType {
 *     static final StringType<Money> MONEY = StringType.of(Money.class, Money::toString, Money::parse);
 * }
 * }</pre>
 *
 * <p>On a class, a record or an interface, it applies to every member of the stored Java type there and in types that
 * inherit from it, and to elements of lists, sets and maps. So models share types by an interface:
 *
 * <pre>{@code
 * @StoredWith(holder = MoneyType.class, constant = "MONEY")
 * interface AcmeTypes {}
 * }</pre>
 *
 * <p>On the stored class itself, such as {@code Money}, it applies to every member of that class, wherever the member
 * is declared. The nearest annotation wins: the member's own, the model's, that of its superclasses, that of
 * interfaces, that of the stored class, and then the types that come with the library. On a model or a document it is a
 * compiler error where no member needs it.
 * @since 0.1.0
 */
@Documented
@Repeatable(StoredWith.All.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
public @interface StoredWith {

    /**
     * Names the class that has the type.
     *
     * @return the class
     */
    Class<?> holder();

    /**
     * Names the type.
     *
     * @return the name of a static field of the holder: a {@code StringType}, {@code NumberType} or another kind
     */
    String constant();

    /** Holds the types where a class has several. */
    @Documented
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.CLASS)
    @interface All {

        /**
         * Returns the types.
         *
         * @return the types in their order
         */
        StoredWith[] value();
    }
}
