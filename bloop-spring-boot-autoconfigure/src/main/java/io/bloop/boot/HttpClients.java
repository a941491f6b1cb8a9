package io.bloop.boot;

import io.bloop.boot.BloopProperties.Http;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.util.ClassUtils;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.utils.AttributeMap;

/** Gives a client the SDK's own pooled HTTP client, even if others are on the class path. */
final class HttpClients {

    private static final String DEFAULT = "software.amazon.awssdk.http.apache5.Apache5HttpClient";

    private HttpClients() {}

    /** Returns what is true once the client is built with this HTTP client; a customizer may set another one. */
    static AtomicBoolean apply(SdkSyncClientBuilder<?, ?> builder, Http properties) {
        AtomicBoolean used = new AtomicBoolean();
        if (ClassUtils.isPresent(DEFAULT, HttpClients.class.getClassLoader())) {
            Apache.apply(builder, properties, used);
        }
        return used;
    }

    /** Loaded only where its HTTP client is there. */
    private record Apache(Http properties, AtomicBoolean used) implements SdkHttpClient.Builder<Apache> {

        static void apply(SdkSyncClientBuilder<?, ?> builder, Http properties, AtomicBoolean used) {
            builder.httpClientBuilder(new Apache(properties, used));
        }

        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            used.set(true);
            return Apache5HttpClient.builder()
                    .maxConnections(properties.maxConnections())
                    .connectionAcquisitionTimeout(properties.connectionAcquisitionTimeout())
                    .connectionTimeout(properties.connectionTimeout())
                    .socketTimeout(properties.socketTimeout())
                    .connectionMaxIdleTime(properties.connectionMaxIdleTime())
                    .connectionTimeToLive(properties.connectionTimeToLive())
                    .buildWithDefaults(defaults);
        }
    }
}
