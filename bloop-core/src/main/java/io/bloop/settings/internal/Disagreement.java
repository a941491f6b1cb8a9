package io.bloop.settings.internal;

/** Makes the exception of models that want what no table can have at once. */
@FunctionalInterface
public interface Disagreement {

    /**
     * Makes an exception.
     *
     * @param what what the models want different values of, such as {@code billing modes}
     * @param left the value of one model
     * @param right the value of another
     * @return the exception
     */
    RuntimeException of(String what, Object left, Object right);
}
