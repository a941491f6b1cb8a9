package io.bloop.expression;

/**
 * Is a place that holds a number.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <M> the class of the model's objects
 * @param <V> the Java type of what stands there
 */
public interface NumberPath<M, V> extends OrderedPath<M, V> {}
