package io.bloop.engine;

import io.bloop.BloopException;
import io.bloop.request.ConstraintViolation;
import io.bloop.request.NoAnswer;
import io.bloop.request.RequestFailed;
import io.bloop.request.RequestThrottled;
import org.jspecify.annotations.Nullable;

/** What an operation reports about itself: that it is done, or why it has failed. */
enum Report {
    DONE(null, false),
    THROTTLED(RequestThrottled.class, false),
    FAILED(RequestFailed.class, false),
    FAILED_PERHAPS_APPLIED(RequestFailed.class, true),
    UNANSWERED(NoAnswer.class, false),
    UNANSWERED_PERHAPS_APPLIED(NoAnswer.class, true),
    VIOLATED_PERHAPS_APPLIED(ConstraintViolation.class, true);

    private final @Nullable Class<? extends BloopException> exception;
    private final boolean perhapsApplied;

    Report(@Nullable Class<? extends BloopException> exception, boolean perhapsApplied) {
        this.exception = exception;
        this.perhapsApplied = perhapsApplied;
    }

    /** Returns the report that an exception is. */
    static Report of(BloopException failure) {
        for (Report report : values()) {
            if (failure.getClass() == report.exception && isPerhapsApplied(failure) == report.perhapsApplied) {
                return report;
            }
        }
        throw new AssertionError("No fault leads to this exception", failure);
    }

    private static boolean isPerhapsApplied(BloopException failure) {
        return failure instanceof RequestFailed request && request.isPerhapsApplied()
                || failure instanceof ConstraintViolation violation && violation.isPerhapsApplied();
    }

    /** Tells whether the operation says that it may or may not have been applied. */
    boolean isUncertain() {
        return perhapsApplied;
    }

    @Override
    public String toString() {
        if (exception == null) {
            return "done";
        }
        return exception.getSimpleName() + (perhapsApplied ? ", perhaps applied" : "");
    }
}
