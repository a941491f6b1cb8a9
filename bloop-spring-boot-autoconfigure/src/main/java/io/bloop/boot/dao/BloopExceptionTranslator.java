package io.bloop.boot.dao;

import io.bloop.BloopException;
import io.bloop.InvalidArgument;
import io.bloop.bulk.BulkFailed;
import io.bloop.engine.InvalidTableName;
import io.bloop.expression.InvalidCondition;
import io.bloop.model.InvalidColumn;
import io.bloop.model.InvalidIndex;
import io.bloop.model.InvalidKey;
import io.bloop.model.InvalidModel;
import io.bloop.model.MissingKey;
import io.bloop.query.InvalidSearch;
import io.bloop.query.InvalidToken;
import io.bloop.read.MissingObjects;
import io.bloop.read.UnprocessedItems;
import io.bloop.request.ConstraintViolation;
import io.bloop.request.InvalidLimit;
import io.bloop.request.RequestFailed;
import io.bloop.table.TableMismatch;
import io.bloop.table.TableNotReady;
import io.bloop.transaction.InvalidTransaction;
import io.bloop.transaction.TransactionCancelled;
import io.bloop.transaction.TransactionTokenExpired;
import io.bloop.type.InvalidType;
import io.bloop.type.InvalidValue;
import io.bloop.type.MappingFailed;
import io.bloop.write.IncompleteObject;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.dao.TypeMismatchDataAccessException;
import org.springframework.dao.support.PersistenceExceptionTranslator;

/** Translates Bloop's exceptions, which stay the cause; leaves alone what it does not know. */
final class BloopExceptionTranslator implements PersistenceExceptionTranslator {

    @Override
    public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException ex) {
        return ex instanceof BloopException known ? translate(known, known) : null;
    }

    /** Takes the kind of one exception, and the message and the cause of the one that was thrown. */
    private static @Nullable DataAccessException translate(BloopException ex, BloopException thrown) {
        String message = String.valueOf(thrown.getMessage());
        if (ex instanceof BulkFailed) {
            return ex.getCause() instanceof BloopException known ? translate(known, thrown) : null;
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
        if (ex instanceof MissingObjects missing) {
            return new EmptyResultDataAccessException(message, missing.objects().size(), thrown);
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
        return isMisuse(ex) ? new InvalidDataAccessApiUsageException(message, thrown) : null;
    }

    private static boolean isMisuse(BloopException ex) {
        return ex instanceof InvalidArgument
                || ex instanceof InvalidSearch
                || ex instanceof InvalidLimit
                || ex instanceof InvalidToken
                || ex instanceof InvalidCondition
                || ex instanceof InvalidTransaction
                || ex instanceof TransactionTokenExpired
                || ex instanceof InvalidModel
                || ex instanceof InvalidTableName
                || ex instanceof InvalidColumn
                || ex instanceof InvalidIndex
                || ex instanceof InvalidType
                || ex instanceof InvalidKey
                || ex instanceof MissingKey
                || ex instanceof IncompleteObject;
    }
}
