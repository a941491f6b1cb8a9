package io.bloop.boot;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Asks the AWS default chain for the region. */
final class DefaultRegion {

    private DefaultRegion() {}

    static Region get() {
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion();
        } catch (SdkClientException ex) {
            throw new NoRegion(ex);
        }
    }
}
