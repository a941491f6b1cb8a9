package io.bloop.boot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells where to set the region, and how to do without. */
final class NoRegionFailureAnalyzer extends AbstractFailureAnalyzer<NoRegion> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NoRegion cause) {
        return new FailureAnalysis(
                "Bloop cannot connect to DynamoDB: neither bloop.region nor the AWS default chain names a region.",
                "Set bloop.region, or the environment variable AWS_REGION. To develop without AWS, add"
                        + " io.bloop:bloop-dynamodb-local to the class path.",
                cause);
    }
}
