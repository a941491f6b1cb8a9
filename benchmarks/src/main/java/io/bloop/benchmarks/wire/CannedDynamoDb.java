package io.bloop.benchmarks.wire;

import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes real clients that meet canned answers. */
public final class CannedDynamoDb {

    private CannedDynamoDb() {}

    /**
     * Makes a client.
     *
     * @param answers what it is answered
     * @param interceptors see the requests
     * @return a client with nothing to close
     */
    public static DynamoDbClient client(Answers answers, ExecutionInterceptor... interceptors) {
        return DynamoDbClient.builder()
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("canned", "canned")))
                .httpClient(new CannedHttpClient(answers))
                .overrideConfiguration(c -> {
                    for (ExecutionInterceptor interceptor : interceptors) {
                        c.addExecutionInterceptor(interceptor);
                    }
                })
                .build();
    }

    /**
     * Passes an item through the SDK, so that its maps and lists are those of a response.
     *
     * @param item the item
     * @return an equal item
     */
    public static Map<String, AttributeValue> received(Map<String, AttributeValue> item) {
        return client(new Answers().get(item))
                .getItem(r -> r.tableName("any").key(item))
                .item();
    }
}
