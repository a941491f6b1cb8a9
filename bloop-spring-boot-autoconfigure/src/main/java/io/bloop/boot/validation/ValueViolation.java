package io.bloop.boot.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.metadata.ConstraintDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a value inside of a model, with the path from the model's class.
 *
 * @param found the violation as it was found, in the value itself
 * @param getRootBeanClass the class of the model's objects
 * @param getPropertyPath the path from that class
 */
record ValueViolation(ConstraintViolation<?> found, Class<Object> getRootBeanClass, Path getPropertyPath)
        implements ConstraintViolation<Object> {

    @Override
    public String getMessage() {
        return found.getMessage();
    }

    @Override
    public String getMessageTemplate() {
        return found.getMessageTemplate();
    }

    /** Returns null, like every value that is validated without its object. */
    @Override
    public @Nullable Object getRootBean() {
        return null;
    }

    @Override
    public @Nullable Object getLeafBean() {
        return found.getLeafBean();
    }

    @Override
    public Object @Nullable [] getExecutableParameters() {
        return found.getExecutableParameters();
    }

    @Override
    public @Nullable Object getExecutableReturnValue() {
        return found.getExecutableReturnValue();
    }

    @Override
    public @Nullable Object getInvalidValue() {
        return found.getInvalidValue();
    }

    @Override
    public ConstraintDescriptor<?> getConstraintDescriptor() {
        return found.getConstraintDescriptor();
    }

    @Override
    public <U> U unwrap(Class<U> type) {
        return type.isInstance(this) ? type.cast(this) : found.unwrap(type);
    }

    /** Returns what is wrong and where, without any value. */
    @Override
    public String toString() {
        return getPropertyPath + " of " + getRootBeanClass.getName() + ": " + getMessage();
    }
}
