package com.acme;

import java.net.URI;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Represents a starter that has a client for a real account, such as Spring Cloud AWS. */
@AutoConfiguration
public class AcmeCloudAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    DynamoDbClient dynamoDbClient() {
        return client("http://account.example");
    }

    public static DynamoDbClient client(String endpoint) {
        return DynamoDbClient.builder()
                .region(Region.CA_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .endpointOverride(URI.create(endpoint))
                .build();
    }
}
