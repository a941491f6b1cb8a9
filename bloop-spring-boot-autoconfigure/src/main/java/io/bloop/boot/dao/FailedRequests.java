package io.bloop.boot.dao;

import io.bloop.BloopException;
import io.bloop.request.AccessDenied;
import io.bloop.request.IndexNotReady;
import io.bloop.request.ItemTooLarge;
import io.bloop.request.NoAnswer;
import io.bloop.request.RequestFailed;
import io.bloop.request.RequestInterrupted;
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
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;

    private FailedRequests() {}

    static DataAccessException translate(RequestFailed failed, String message, BloopException thrown) {
        Throwable cause = failed.getCause();
        if (failed instanceof RequestThrottled || failed instanceof IndexNotReady) {
            return new TransientDataAccessResourceException(message, thrown);
        }
        if (failed instanceof AccessDenied) {
            return new PermissionDeniedDataAccessException(message, thrown);
        }
        if (failed instanceof ItemTooLarge) {
            return new DataIntegrityViolationException(message, thrown);
        }
        if (failed instanceof NoAnswer || failed instanceof RequestInterrupted) {
            return cause instanceof ApiCallTimeoutException || cause instanceof ApiCallAttemptTimeoutException
                    ? new QueryTimeoutException(message, thrown)
                    : new DataAccessResourceFailureException(message, thrown);
        }
        if (cause instanceof TransactionConflictException) {
            return new ConcurrencyFailureException(message, thrown);
        }
        return cause instanceof AwsServiceException service && isPassing(service.statusCode())
                ? new TransientDataAccessResourceException(message, thrown)
                : new InvalidDataAccessResourceUsageException(message, thrown);
    }

    private static boolean isPassing(int status) {
        return status >= SERVER_ERROR || status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS;
    }
}
