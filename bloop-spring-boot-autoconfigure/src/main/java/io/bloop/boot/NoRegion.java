package io.bloop.boot;

import io.bloop.BloopException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Signals that neither the properties nor the AWS default chain name a region. */
final class NoRegion extends BloopException {

    private static final long serialVersionUID = 1L;

    NoRegion(SdkClientException cause) {
        super("No AWS region is set.", cause);
    }
}
