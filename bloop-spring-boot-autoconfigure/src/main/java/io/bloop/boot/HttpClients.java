package io.bloop.boot;

import org.springframework.util.ClassUtils;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** Gives a client the pooled HTTP client that the SDK comes with, whatever else is on the class path. */
final class HttpClients {

    private static final String DEFAULT = "software.amazon.awssdk.http.apache5.Apache5HttpClient";

    private HttpClients() {}

    static void apply(DynamoDbClientBuilder builder) {
        if (ClassUtils.isPresent(DEFAULT, HttpClients.class.getClassLoader())) {
            Apache.apply(builder);
        }
    }

    /** Is loaded only where its HTTP client is there. */
    private static final class Apache {

        static void apply(DynamoDbClientBuilder builder) {
            builder.httpClientBuilder(Apache5HttpClient.builder());
        }
    }
}
