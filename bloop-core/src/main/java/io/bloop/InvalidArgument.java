package io.bloop;

import org.jspecify.annotations.Nullable;

/**
 * Signals an argument that a method does not take.
 *
 * <p>Immutable. The message names the method, the argument and the values that it may have, never the value of an item.
 *
 * @since 0.1.0
 */
public final class InvalidArgument extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String method;
    private final String argument;

    /**
     * Creates an exception.
     *
     * @param method the method and what it was called for, such as {@code findAll() of User}
     * @param argument the name of the argument
     * @param expected what the argument has to be, such as {@code a collection of keys}
     * @param found what the argument is
     */
    public InvalidArgument(String method, String argument, String expected, String found) {
        super(method + ": '" + argument + "' has to be " + expected + ", and is " + found + ".", null);
        this.method = method;
        this.argument = argument;
    }

    /**
     * Requires an argument.
     *
     * @param <V> the class of the argument
     * @param value the argument
     * @param method the method and what it was called for
     * @param argument the name of the argument
     * @param expected what the argument has to be
     * @return the argument
     * @throws InvalidArgument if it is null
     */
    public static <V> V required(@Nullable V value, String method, String argument, String expected) {
        if (value == null) {
            throw new InvalidArgument(method, argument, expected, "null");
        }
        return value;
    }

    /**
     * Returns the method.
     *
     * @return the method and what it was called for
     */
    public String method() {
        return method;
    }

    /**
     * Returns the name of the argument.
     *
     * @return the name
     */
    public String argument() {
        return argument;
    }
}
