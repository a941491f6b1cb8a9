package io.bloop.shop;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An id that a caller chooses. */
@NotNull
@Pattern(regexp = "[A-Za-z0-9-]{1,40}")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({FIELD, PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface Id {

    String message() default "has to be 1 to 40 letters, digits and dashes";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
