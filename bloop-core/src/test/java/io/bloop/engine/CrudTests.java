package io.bloop.engine;

import static io.bloop.testing.NoteModel.NOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.model.InvalidKey;
import io.bloop.read.Consistency;
import io.bloop.testing.BothClients;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Note;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** What users of Spring Data's repositories look for on a template. */
@BothClients
class CrudTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private BloopTemplate<Note> notes;

    @BeforeEach
    void store() {
        client = dynamoDb.intercept();
        notes = dynamoDb.engineBuilder(client.client()).build().template(NOTE);
        notes.bulk()
                .replaceAll(IntStream.range(0, 30)
                        .mapToObj(i -> new Note("n" + i, "text"))
                        .toList());
        client.clear();
    }

    @Test
    @DisplayName("E12 existsByKey fetches the key alone")
    void tellsWhetherAnItemExists() {
        assertThat(notes.existsByKey("n1")).isTrue();
        assertThat(notes.existsByKey(NOTE.key("none"))).isFalse();
        assertThat(notes.existsByKey(NOTE.key("n2"), Consistency.STRONG)).isTrue();

        List<GetItemRequest> requests = client.requests(GetItemRequest.class);
        assertThat(requests).extracting(GetItemRequest::projectionExpression).containsOnly("#n0");
        assertThat(requests.get(0).expressionAttributeNames()).isEqualTo(Map.of("#n0", "id"));
        assertThat(requests).extracting(GetItemRequest::consistentRead).containsExactly(null, null, true);
        assertThatExceptionOfType(InvalidKey.class).isThrownBy(() -> notes.existsByKey("n1", "n2"));
    }

    @Test
    @DisplayName("E12 count reads the table and fetches nothing")
    void countsItems() {
        assertThat(notes.count()).isEqualTo(30);
        assertThat(client.requests(ScanRequest.class))
                .extracting(ScanRequest::selectAsString)
                .containsOnly("COUNT");
    }

    @Test
    @DisplayName("E17 deleteAll deletes in batches, all items or those of objects")
    void deletesAll() {
        assertThat(notes.deleteAll(List.of(new Note("n0", "text"), new Note("n1", "text"))))
                .isEqualTo(2);
        assertThat(notes.count()).isEqualTo(28);

        client.clear();
        assertThat(notes.deleteAll()).isEqualTo(28);
        assertThat(client.requests(BatchWriteItemRequest.class)).hasSize(2);
        assertThat(notes.count()).isZero();
    }
}
