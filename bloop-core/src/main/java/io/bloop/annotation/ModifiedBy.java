package io.bloop.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the engine store the auditor of each write in a column.
 *
 * <p>The column has to be a {@link String}, a {@link java.util.UUID}, an {@link Integer} or a {@link Long}, and no key.
 * A model has at most one. An {@link io.bloop.model.AuditorSupplier} names the auditor, and says what happens if there
 * is none.
 *
 * @since 0.1.0
 */
@Documented
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.CLASS)
public @interface ModifiedBy {}
