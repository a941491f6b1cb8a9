package io.bloop.request.internal;

import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * Error codes of DynamoDB.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html">Error handling with DynamoDB</a>
 */
final class ErrorCodes {

    static final String NOT_FOUND = "ResourceNotFoundException";
    static final String INVALID = "ValidationException";
    static final String EXPIRED_ITERATOR = "ExpiredIteratorException";
    static final String TRIMMED = "TrimmedDataAccessException";
    static final String TRANSACTION_IN_PROGRESS = "TransactionInProgressException";

    /** The codes of callers that DynamoDB does not know. */
    static final Set<String> UNKNOWN_CALLER = Set.of(
            "UnrecognizedClientException",
            "InvalidSignatureException",
            "IncompleteSignatureException",
            "MissingAuthenticationTokenException",
            "ExpiredTokenException");

    /** The other codes of refusals; the SDK has exceptions for further ones. */
    private static final Set<String> REFUSALS = Set.of(
            "ValidationException",
            "SerializationException",
            "AccessDeniedException",
            "UnknownOperationException",
            "InvalidClientTokenId",
            "InvalidAction",
            "NotAuthorized",
            "OptInRequired",
            "SubscriptionRequiredException",
            "RequestExpired",
            "RequestTimeTooSkewed",
            "RequestEntityTooLargeException",
            "Throttling",
            "ThrottlingException",
            "ProvisionedThroughputExceededException",
            "RequestLimitExceeded",
            "LimitExceededException",
            "ConditionalCheckFailedException",
            "ItemCollectionSizeLimitExceededException",
            "ResourceInUseException",
            "ResourceNotFoundException",
            "TransactionCanceledException",
            "TransactionConflictException",
            "IdempotentParameterMismatchException",
            "DuplicateItemException");

    private static final int FIRST_CLIENT_ERROR = 400;
    private static final int FIRST_SERVER_ERROR = 500;

    private ErrorCodes() {}

    /** Returns the error code of a response; empty where it has none, which DynamoDB never leaves out. */
    static String of(AwsServiceException failure) {
        return failure.awsErrorDetails() == null || failure.awsErrorDetails().errorCode() == null
                ? ""
                : failure.awsErrorDetails().errorCode();
    }

    /** Tells whether DynamoDB itself says that it has refused the request. */
    static boolean isRefusal(AwsServiceException failure) {
        String code = of(failure);
        boolean known =
                failure.getClass() != DynamoDbException.class && !(failure instanceof TransactionInProgressException)
                        || UNKNOWN_CALLER.contains(code)
                        || REFUSALS.contains(code);
        return !code.isEmpty()
                && known
                && failure.statusCode() >= FIRST_CLIENT_ERROR
                && failure.statusCode() < FIRST_SERVER_ERROR;
    }
}
