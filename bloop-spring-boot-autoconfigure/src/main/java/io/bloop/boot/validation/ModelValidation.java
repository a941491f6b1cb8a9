package io.bloop.boot.validation;

import io.bloop.engine.Engine;
import io.bloop.engine.EngineListener;
import io.bloop.model.Column;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses to write what breaks a constraint; of an update, the values that are known beforehand. */
final class ModelValidation implements EngineListener<Object> {

    private final Validator validator;

    ModelValidation(Validator validator) {
        this.validator = validator;
    }

    @Override
    public void beforeSave(Engine engine, ModelDefinition<?> model, Object object) {
        refuse(validator.validate(object));
    }

    @Override
    public void beforeUpdate(
            Engine engine, Key<?> key, Map<? extends Column<?, ?>, ? extends @Nullable Object> values) {
        Set<ConstraintViolation<?>> violations = new LinkedHashSet<>();
        values.forEach((column, value) -> violations.addAll(check(key.model().type(), column.name(), value)));
        refuse(violations);
    }

    /** Checks a value where the property of that name has constraints; others the validator does not know. */
    private <T> Set<ConstraintViolation<T>> check(Class<T> type, String property, @Nullable Object value) {
        return validator.getConstraintsForClass(type).getConstraintsForProperty(property) == null
                ? Set.of()
                : validator.validateValue(type, property, value);
    }

    private static void refuse(Set<? extends ConstraintViolation<?>> violations) {
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }
}
