package io.bloop.boot.validation;

import io.bloop.bound.UpdateAction;
import io.bloop.engine.Engine;
import io.bloop.engine.EngineListener;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Set;

/** Refuses to write what breaks a constraint; of an update, the values that are known beforehand. */
final class ModelValidation implements EngineListener<Object> {

    private final Validator validator;
    private final Class<?>[] groups;

    /**
     * Creates a listener.
     *
     * @param groups the groups to validate; none stand for the default group
     */
    ModelValidation(Validator validator, List<Class<?>> groups) {
        this.validator = validator;
        this.groups = groups.toArray(Class<?>[]::new);
    }

    @Override
    public void beforeSave(Engine engine, ModelDefinition<?> model, Object object) {
        refuse(validator.validate(object, groups));
    }

    @Override
    public void beforeUpdate(Engine engine, Key<?> key, List<? extends UpdateAction<?>> actions) {
        UpdateValidation update = new UpdateValidation(validator, groups, key.model());
        actions.forEach(update::validate);
        refuse(update.violations());
    }

    private static void refuse(Set<? extends ConstraintViolation<?>> violations) {
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }
}
