package io.awspring.cloud.autoconfigure.dynamodb;

import java.net.URI;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Stands for the auto-configuration of Spring Cloud AWS, of which only the names count here. */
@AutoConfiguration
public class DynamoDbAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    DynamoDbClient dynamoDbClient() {
        return DynamoDbClient.builder()
                .region(Region.CA_CENTRAL_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .endpointOverride(URI.create("http://localhost:3"))
                .build();
    }
}
