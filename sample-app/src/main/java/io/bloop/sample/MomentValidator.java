package io.bloop.sample;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Tells whether a text is a moment in ISO form. */
final class MomentValidator implements ConstraintValidator<Moment, String> {

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return value == null || value.isBlank() || isMoment(value);
    }

    private static boolean isMoment(String value) {
        try {
            Instant.parse(value);
            return true;
        } catch (DateTimeParseException ex) {
            return false;
        }
    }
}
