package io.bloop.boot.dao;

import io.bloop.BloopException;
import io.bloop.bulk.BulkFailed;
import io.bloop.collection.CollectionMismatch;
import io.bloop.read.MissingObjects;
import io.bloop.read.UnprocessedItems;
import io.bloop.request.CallInterrupted;
import io.bloop.request.ConstraintViolation;
import io.bloop.request.ForeignItem;
import io.bloop.request.RequestFailed;
import io.bloop.table.TableMismatch;
import io.bloop.table.TableNotReady;
import io.bloop.transaction.TransactionCancelled;
import io.bloop.type.InvalidValue;
import io.bloop.type.MappingFailed;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.dao.TypeMismatchDataAccessException;
import org.springframework.dao.support.PersistenceExceptionTranslator;

/** Translates all of Bloop's exceptions, which stay the cause. Other exceptions are not translated. */
final class BloopExceptionTranslator implements PersistenceExceptionTranslator {

    @Override
    public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException ex) {
        return ex instanceof BloopException known ? translate(known, known) : null;
    }

    /** Takes the kind of one exception, and the message and the cause of the one that was thrown. */
    private static DataAccessException translate(BloopException ex, BloopException thrown) {
        String message = String.valueOf(thrown.getMessage());
        if (ex instanceof BulkFailed) {
            return ex.getCause() instanceof BloopException known
                    ? translate(known, thrown)
                    : new UncategorizedBloopException(message, thrown);
        }
        if (ex instanceof ConstraintViolation refused) {
            return UnmetConditions.translate(refused, message, thrown);
        }
        if (ex instanceof TransactionCancelled cancelled) {
            return UnmetConditions.translate(cancelled, message, thrown);
        }
        if (ex instanceof RequestFailed failed) {
            return FailedRequests.translate(failed, message, thrown);
        }
        if (ex instanceof ForeignItem) {
            // like an unmet condition: the table holds something else under the key, and neither a retry nor a reload
            // helps
            return new DataIntegrityViolationException(message, thrown);
        }
        if (ex instanceof CallInterrupted) {
            return new DataAccessResourceFailureException(message, thrown);
        }
        if (ex instanceof MissingObjects missing) {
            return new EmptyResultDataAccessException(message, missing.objects().size(), thrown);
        }
        if (ex instanceof CollectionMismatch mismatch) {
            return new IncorrectResultSizeDataAccessException(
                    message, 1, mismatch.keys().size(), thrown);
        }
        if (ex instanceof UnprocessedItems || ex instanceof TableNotReady) {
            return new TransientDataAccessResourceException(message, thrown);
        }
        if (ex instanceof InvalidValue || ex instanceof MappingFailed) {
            return new TypeMismatchDataAccessException(message, thrown);
        }
        if (ex instanceof TableMismatch) {
            return new InvalidDataAccessResourceUsageException(message, thrown);
        }
        // all others report a wrong call
        return new InvalidDataAccessApiUsageException(message, thrown);
    }
}
