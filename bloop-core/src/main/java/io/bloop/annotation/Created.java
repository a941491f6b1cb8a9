package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the engine store the time of the first write in a column, unless a new object has a value for it.
 *
 * <p>The column has to be an {@link java.time.Instant}, an {@link java.time.OffsetDateTime} or a
 * {@link java.time.ZonedDateTime}, and no key; {@link Timestamp} stores an Instant as epoch seconds here too. A model has
 * at most one.
 *
 * @since 0.1.0
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface Created {}
