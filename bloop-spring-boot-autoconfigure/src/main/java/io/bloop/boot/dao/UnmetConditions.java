package io.bloop.boot.dao;

import io.bloop.BloopException;
import io.bloop.expression.Condition;
import io.bloop.expression.Path;
import io.bloop.model.Column;
import io.bloop.request.ConstraintViolation;
import io.bloop.transaction.CancellationReason;
import io.bloop.transaction.TransactionCancelled;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessResourceException;

/** Tells apart why a condition was not met: the key is taken, the item may have moved on, or the caller's own alone. */
final class UnmetConditions {

    private static final String INSERT = "insert";
    private static final Set<String> THROTTLED = Set.of("ThrottlingError", "ProvisionedThroughputExceeded");

    private UnmetConditions() {}

    static DataAccessException translate(ConstraintViolation refused, String message, BloopException thrown) {
        if (refused.results().isPresent()) {
            int results = refused.results().getAsInt();
            return results == 0
                    ? new EmptyResultDataAccessException(message, 1, thrown)
                    : new IncorrectResultSizeDataAccessException(message, 1, results, thrown);
        }
        if (refused.operation().equals(INSERT)) {
            return new DuplicateKeyException(message, thrown);
        }
        return asksForAVersion(refused.condition())
                ? new OptimisticLockingFailureException(message, thrown)
                : new DataIntegrityViolationException(message, thrown);
    }

    // The engine joins its own condition to the caller's, and DynamoDB does not tell which of both was not met.
    private static boolean asksForAVersion(@Nullable Object asked) {
        return asked instanceof Condition<?> condition
                && condition.paths().stream()
                        .map(Path::place)
                        .anyMatch(place -> place instanceof Column<?, ?> column && column.isVersion());
    }

    static DataAccessException translate(TransactionCancelled cancelled, String message, BloopException thrown) {
        List<CancellationReason> reasons = cancelled.reasons();
        Optional<CancellationReason> unmet =
                reasons.stream().filter(CancellationReason::isUnmetCondition).findFirst();
        if (unmet.isPresent()) {
            if (unmet.get().operation().equals(INSERT)) {
                return new DuplicateKeyException(message, thrown);
            }
            return unmet.get().foreignItem() == null
                            && asksForAVersion(unmet.get().condition())
                    ? new OptimisticLockingFailureException(message, thrown)
                    : new DataIntegrityViolationException(message, thrown);
        }
        if (reasons.stream().anyMatch(reason -> THROTTLED.contains(reason.code()))) {
            return new TransientDataAccessResourceException(message, thrown);
        }
        return reasons.stream().anyMatch(reason -> reason.code().equals("TransactionConflict"))
                ? new ConcurrencyFailureException(message, thrown)
                : new InvalidDataAccessResourceUsageException(message, thrown);
    }
}
