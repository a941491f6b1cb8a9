package com.acme;

import static com.acme.NoteModel.NOTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.BloopConnectionDetails;
import io.bloop.boot.test.BloopTest;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.wire.ItemsInterceptor;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Core without Spring; only the database of the test comes from it. */
@BloopTest
class CoreTests {

    @Autowired
    BloopConnectionDetails database;

    @Test
    void anEngineNeedsAClient() {
        URI endpoint = database.getEndpoint();
        try (DynamoDbClient client = DynamoDbClient.builder()
                .overrideConfiguration(c -> c.addExecutionInterceptor(new ItemsInterceptor()))
                .endpointOverride(endpoint) // this line and the next two are for DynamoDB Local
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .build()) {
            Engine engine = Engine.builder(client)
                    .tableNames((model, name) -> "core-" + name)
                    .build();
            engine.bind(List.of(NOTE));

            BloopTemplate<Note> notes = engine.template(NOTE);
            notes.save(new Note("1", "ada", "bread"));
            assertThat(notes.find("1")).isPresent();
        }
    }
}
