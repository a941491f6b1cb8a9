package io.bloop.boot.observation;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** Classifies failures by DynamoDB's error code, or else by the most specific exception. */
final class ErrorTypes {

    private ErrorTypes() {}

    static String of(SdkException failure) {
        if (failure instanceof AwsServiceException answer
                && answer.awsErrorDetails() != null
                && answer.awsErrorDetails().errorCode() != null) {
            return answer.awsErrorDetails().errorCode();
        }
        // the SDK's general exception only wraps the cause
        Throwable cause = failure.getClass() == SdkClientException.class ? failure.getCause() : null;
        return (cause == null ? failure : cause).getClass().getName();
    }
}
