package io.bloop.wire.internal;

import java.util.Optional;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;

/** Asks clients of the SDK how they are configured. For the engine. Stateless and thread-safe. */
public final class ClientConfiguration {

    private ClientConfiguration() {}

    /**
     * Returns what a client was given beside the SDK's defaults.
     *
     * @param client the client
     * @return its configuration; empty if it does not tell, as a mock or a client around another one
     */
    public static Optional<ClientOverrideConfiguration> of(SdkClient client) {
        try {
            // a mock has none
            return Optional.ofNullable(client.serviceClientConfiguration())
                    .map(SdkServiceClientConfiguration::overrideConfiguration);
        } catch (UnsupportedOperationException ex) {
            // a client that wraps another one may not return its configuration
            return Optional.empty();
        }
    }
}
