package org.zenith;

import com.acme.AcmeCloudAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Represents a starter that is sorted behind Bloop, and has its client in a nested configuration. */
@AutoConfiguration
public class ZenithCloudAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    static class Clients {

        @Bean
        DynamoDbClient dynamoDbClient() {
            return AcmeCloudAutoConfiguration.client("http://account.example");
        }
    }
}
