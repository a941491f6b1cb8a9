package io.bloop.sample;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Asks for a moment in ISO form; as a text, so that a wrong one is told together with all else that is wrong. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = MomentValidator.class)
@interface Moment {

    /** Returns the message. */
    String message() default "has to be a moment, as 2030-12-31T23:59:59Z";

    /** Returns the groups. */
    Class<?>[] groups() default {};

    /** Returns the payload. */
    Class<? extends Payload>[] payload() default {};
}
