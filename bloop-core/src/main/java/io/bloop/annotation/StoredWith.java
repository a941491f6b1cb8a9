package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores a column with a type of the application.
 *
 * <pre>{@code
 * @StoredWith(holder = MoneyType.class, constant = "MONEY") Money price;
 *
 * final class MoneyType {
 *     static final StringType<Money> MONEY = StringType.of(Money.class, Money::toString, Money::parse);
 * }
 * }</pre>
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
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
}
