package io.bloop.request;

import io.bloop.BloopException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Says that a condition was not met, and that nothing was written; unless {@link #isPerhapsApplied()} says otherwise.
 *
 * <p>Where an answer was lost after the write was applied, the SDK's next attempt fails on what the first one has written.
 * That is no violation, and none is thrown, if it can be told: where an earlier attempt was not plainly refused, and the
 * item that is there has the version and all the values that the write was setting, or after a delete is gone, the
 * write has succeeded. Another writer that has written exactly the same version and values in between is not told apart
 * from one's own lost attempt; a column that names the writer, or that holds the moment of the write as
 * {@code modified} does, makes it certain.
 *
 * <p>Immutable; the objects that it carries are the caller's.
 */
public final class ConstraintViolation extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final Target target;
    private final transient @Nullable Object object;
    private final transient @Nullable Object condition;
    private final transient @Nullable Object existing;
    private final boolean perhapsApplied;
    private final int results;

    /**
     * Creates an exception of a request that has changed nothing.
     *
     * @param operation what was tried, as {@code save}
     * @param target what it was about
     * @param object the object or the key that it was tried with, or null
     * @param condition what was not met, or null
     * @param existing the item that was there as an object, or null where it was not asked for or there was none
     * @param cause the SDK's exception, or null
     */
    public ConstraintViolation(
            String operation,
            Target target,
            @Nullable Object object,
            @Nullable Object condition,
            @Nullable Object existing,
            @Nullable Throwable cause) {
        this(operation, target, object, condition, existing, cause, false);
    }

    /**
     * Creates an exception.
     *
     * @param operation what was tried, as {@code save}
     * @param target what it was about
     * @param object the object or the key that it was tried with, or null
     * @param condition what was not met, or null
     * @param existing the item that was there as an object, or null where it was not asked for or there was none
     * @param cause the SDK's exception, or null
     * @param perhapsApplied whether an earlier attempt may have been applied
     */
    public ConstraintViolation(
            String operation,
            Target target,
            @Nullable Object object,
            @Nullable Object condition,
            @Nullable Object existing,
            @Nullable Throwable cause,
            boolean perhapsApplied) {
        this(operation, target, object, condition, existing, cause, perhapsApplied, -1);
    }

    private ConstraintViolation(
            String operation,
            Target target,
            @Nullable Object object,
            @Nullable Object condition,
            @Nullable Object existing,
            @Nullable Throwable cause,
            boolean perhapsApplied,
            int results) {
        super(
                "The " + operation + " of " + target + " was refused: "
                        + (condition == null ? "its condition" : condition) + " does not hold."
                        + (perhapsApplied
                                ? " The answer to an earlier attempt was lost, and that may have been applied all the "
                                        + "same; load the item to find out."
                                : ""),
                cause);
        this.operation = operation;
        this.target = target;
        this.object = object;
        this.condition = condition;
        this.existing = existing;
        this.perhapsApplied = perhapsApplied;
        this.results = results;
    }

    /**
     * Creates an exception of a search that has another number of results than one.
     *
     * @param target what was searched
     * @param expected what was expected, in words
     * @param results the number of results; a search ends at the second
     * @return the exception
     */
    public static ConstraintViolation ofSearch(Target target, String expected, int results) {
        return new ConstraintViolation("search", target, null, expected, null, null, false, results);
    }

    /**
     * Returns what was tried.
     *
     * @return a word, as {@code save}
     */
    public String operation() {
        return operation;
    }

    /**
     * Returns what it was about.
     *
     * @return model, table and index
     */
    public Target target() {
        return target;
    }

    /**
     * Returns the object or the key that it was tried with.
     *
     * @return the object; null where there is none, or after serialisation
     */
    public @Nullable Object object() {
        return object;
    }

    /**
     * Returns what was not met.
     *
     * @return the condition; null after serialisation
     */
    public @Nullable Object condition() {
        return condition;
    }

    /**
     * Returns the item that was there.
     *
     * @return an object of the model; null where it was not asked for, there was none, or after serialisation
     */
    public @Nullable Object existing() {
        return existing;
    }

    /**
     * Returns how many results a search has found that is to have exactly one.
     *
     * @return 0, or 2 for any higher number; empty where something else was refused than a search
     */
    public OptionalInt results() {
        return results < 0 ? OptionalInt.empty() : OptionalInt.of(results);
    }

    /**
     * Tells whether the write may have been applied although its condition does not hold now.
     *
     * <p>That is so where the SDK has tried again after an answer was lost, and the item does not tell what became of
     * the attempt before.
     *
     * <p>Where the item's version tells, it does so as long as all who write the item count it: one who writes without
     * knowing the version is not told apart from one who has never seen the attempt.
     *
     * @return false if nothing was changed
     */
    public boolean isPerhapsApplied() {
        return perhapsApplied;
    }
}
