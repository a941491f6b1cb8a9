package io.bloop.request;

import io.bloop.BloopException;
import io.bloop.expression.Condition;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a condition is not met; nothing was written, unless {@link #isPerhapsApplied()} says otherwise.
 *
 * <p>If the response to a write was lost, the SDK sends the request again, and its condition may then be unmet because the
 * first attempt was applied. Bloop reads the item that DynamoDB returns with the failure. The write has succeeded if the
 * item has all the written values and one of them belongs to this attempt alone: the time of a {@code modified} column,
 * or a version that the object had and this write has moved. Equal values alone prove nothing, since another writer may
 * have written them; such a failure is a violation that was {@linkplain #isPerhapsApplied() perhaps applied}. A lock
 * or an insert that has to be certain is sent with {@code once()}.
 *
 * <p>Immutable; the objects that it carries are the caller's.
 *
 * @since 0.1.0
 */
public final class ConstraintViolation extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final Target target;
    private final @Nullable String key;
    private final transient @Nullable Object object;
    private final transient @Nullable Object condition;
    private final transient @Nullable Object existing;
    private final boolean perhapsApplied;
    private final int results;

    /**
     * Creates an exception of a request that has changed nothing.
     *
     * @param operation what was tried, such as {@code save}
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
        this(operation, target, null, object, condition, existing, cause, false);
    }

    /**
     * Creates an exception.
     *
     * @param operation what was tried, such as {@code save}
     * @param target what it was about
     * @param key the item's key, printed; null where it is about no single item
     * @param object the object or the key that it was tried with, or null
     * @param condition what was not met, or null
     * @param existing the item that was there as an object, or null where it was not asked for or there was none
     * @param cause the SDK's exception, or null
     * @param perhapsApplied whether an earlier attempt may have been applied
     */
    public ConstraintViolation(
            String operation,
            Target target,
            @Nullable String key,
            @Nullable Object object,
            @Nullable Object condition,
            @Nullable Object existing,
            @Nullable Throwable cause,
            boolean perhapsApplied) {
        this(
                "The " + operation + " of " + (key == null ? target : key + " in table '" + target.table() + "'")
                        + " was refused: "
                        + (condition instanceof Condition<?> asked
                                ? asked.outline()
                                : condition == null ? "its condition" : condition)
                        + " does not hold."
                        + (perhapsApplied
                                ? " The response to an earlier attempt was lost, and that attempt may have been "
                                        + "applied; load the item to find out, or send such a write with once()."
                                : ""),
                operation,
                target,
                key,
                object,
                condition,
                existing,
                cause,
                perhapsApplied,
                -1);
    }

    private ConstraintViolation(
            String message,
            String operation,
            Target target,
            @Nullable String key,
            @Nullable Object object,
            @Nullable Object condition,
            @Nullable Object existing,
            @Nullable Throwable cause,
            boolean perhapsApplied,
            int results) {
        super(message, cause);
        this.operation = operation;
        this.target = target;
        this.key = key;
        this.object = object;
        this.condition = condition;
        this.existing = existing;
        this.perhapsApplied = perhapsApplied;
        this.results = results;
    }

    /**
     * Creates an exception of a search that needs exactly one result and has another number of them.
     *
     * @param target what was searched
     * @param search the search in words, such as {@code query of User in table 'users' where (id = S "1")}
     * @param condition the condition on the keys
     * @param found whether there is a result; then there is more than one
     * @return the exception
     */
    public static ConstraintViolation notOneResult(Target target, String search, Object condition, boolean found) {
        String message = "The " + search
                + (found
                        ? " has more than one result, where one() takes exactly one; narrow the search, or use first() "
                                + "or all()."
                        : " has no result, where one() takes exactly one; use first() where there may be none.");
        return new ConstraintViolation(
                message, "search", target, null, null, condition, null, null, false, found ? 2 : 0);
    }

    /**
     * Returns what was tried.
     *
     * @return a word, such as {@code save}
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
     * Returns the key of the item that the write was about.
     *
     * @return the key, printed; null where it was about no single item
     */
    public @Nullable String key() {
        return key;
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
     * <p>That is so where the SDK has tried again after a response was lost, and the item does not tell what became of
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
