package io.bloop.boot.dao;

import io.bloop.BloopException;
import io.bloop.request.AccessDenied;
import io.bloop.request.ItemTooLarge;
import io.bloop.request.NoAnswer;
import io.bloop.request.RequestFailed;
import io.bloop.request.RequestThrottled;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Tells failures that pass from those that stay. */
final class FailedRequests {

    private static final int SERVER_ERROR = 500;

    private FailedRequests() {}

    static DataAccessException translate(RequestFailed failed, String message, BloopException thrown) {
        Throwable cause = failed.getCause();
        if (failed instanceof RequestThrottled) {
            return new TransientDataAccessResourceException(message, thrown);
        }
        if (failed instanceof AccessDenied) {
            return new PermissionDeniedDataAccessException(message, thrown);
        }
        if (failed instanceof ItemTooLarge) {
            return new DataIntegrityViolationException(message, thrown);
        }
        if (failed instanceof NoAnswer) {
            return cause instanceof ApiCallTimeoutException || cause instanceof ApiCallAttemptTimeoutException
                    ? new QueryTimeoutException(message, thrown)
                    : new DataAccessResourceFailureException(message, thrown);
        }
        if (cause instanceof TransactionConflictException) {
            return new ConcurrencyFailureException(message, thrown);
        }
        return cause instanceof AwsServiceException service && service.statusCode() >= SERVER_ERROR
                ? new TransientDataAccessResourceException(message, thrown)
                : new InvalidDataAccessResourceUsageException(message, thrown);
    }
}
