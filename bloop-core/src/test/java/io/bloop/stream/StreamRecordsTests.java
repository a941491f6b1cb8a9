package io.bloop.stream;

import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.InvalidArgument;
import io.bloop.engine.Engine;
import io.bloop.stream.Change.Kind;
import io.bloop.table.BindMode;
import io.bloop.testing.Link;
import io.bloop.testing.ScriptedStreams;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Reads events as Lambda, EventBridge Pipes and Kinesis Data Streams deliver them. */
class StreamRecordsTests {

    private final Engine engine = Engine.builder(new ScriptedStreams().tables())
            .bindMode(BindMode.NONE)
            .build();

    static String event(String name) throws IOException {
        try (InputStream in = StreamRecordsTests.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<Change<Link>> changes(List<Record> records) {
        return records.stream().map(engine.changes(LINK)::of).toList();
    }

    @Test
    @DisplayName("S9 an event of Lambda becomes changes")
    void readsLambda() throws IOException {
        List<Change<Link>> changes = changes(StreamRecords.ofLambda(event("lambda-event.json")));

        assertThat(changes).extracting(Change::kind).containsExactly(Kind.INSERT, Kind.REMOVE);
        Change<Link> insert = changes.get(0);
        Link link = insert.after().orElseThrow();
        assertThat(link.slug).isEqualTo("docs");
        assertThat(link.target).isEqualTo(URI.create("https://example.org/ä"));
        assertThat(link.clicks).isEqualTo(3);
        assertThat(link.score).isEqualTo(new BigDecimal("1.50"));
        assertThat(link.pinned).isTrue();
        assertThat(link.owner).isNull();
        assertThat(link.icon).containsExactly(1, 2, 3);
        assertThat(link.tags).containsExactlyInAnyOrder("a", "b");
        assertThat(link.notes).containsExactly("first", "second");
        assertThat(link.counts).isEqualTo(Map.of("a.b", 7));
        assertThat(insert.before()).isEmpty();
        assertThat(insert.at()).isEqualTo(Instant.ofEpochSecond(1479499740));
        assertThat(insert.sequenceNumber()).isEqualTo("13021600000000001596893679");
        assertThat(insert.eventId()).isEqualTo("c81e728d9d4c2f636f067f89cc14862c");
        assertThat(insert.shard()).isEmpty();
        assertThat(insert.key()).isEqualTo(LINK.keyOf("docs"));
        assertThat(insert.expired()).isFalse();
        assertThat(insert).hasToString("INSERT of Link(slug=S \"docs\") at 2016-11-18T20:09:00Z");
    }

    @Test
    @DisplayName("S2 a removal by time to live is told, in AWS's form")
    void tellsTimeToLive() throws IOException {
        Change<Link> remove =
                changes(StreamRecords.ofLambda(event("lambda-event.json"))).get(1);

        assertThat(remove.expired()).isTrue();
        assertThat(remove.at()).isEqualTo(Instant.ofEpochSecond(1479499741));
        assertThat(remove.before().orElseThrow().clicks).isEqualTo(3);
        assertThat(remove.after()).isEmpty();
        assertThat(remove.changed()).containsExactlyInAnyOrder(LINK.slug, LINK.clicks);
    }

    @Test
    @DisplayName("S9 an event of EventBridge Pipes becomes changes, as an array and one by one")
    void readsPipes() throws IOException {
        String array = event("pipes-event.json");
        String single = array.strip().substring(1, array.strip().length() - 1);

        for (String json : List.of(array, single)) {
            Change<Link> change = changes(StreamRecords.ofPipes(json)).get(0);
            assertThat(change.kind()).isEqualTo(Kind.MODIFY);
            // the order of a set and attributes that the model does not know make no difference
            assertThat(change.changed()).isEqualTo(Set.of(LINK.clicks));
            assertThat(change.changed(LINK.clicks)).isTrue();
            assertThat(change.changed(LINK.tags)).isFalse();
        }
    }

    @Test
    @DisplayName("S9 a record of Kinesis Data Streams becomes a change with its time in microseconds")
    void readsKinesis() throws IOException {
        Change<Link> change = engine.changes(LINK).of(StreamRecords.ofKinesis(event("kinesis-record.json")));

        assertThat(change.kind()).isEqualTo(Kind.MODIFY);
        assertThat(change.at()).isEqualTo(Instant.parse("2022-01-18T15:09:43.250123Z"));
        assertThat(change.sequenceNumber()).isEmpty();
        assertThat(change.after().orElseThrow().clicks).isEqualTo(5);
        assertThat(change.expired()).isFalse();
    }

    @Test
    @DisplayName("S9 the time of a record of Kinesis Data Streams may be in milliseconds")
    void readsMilliseconds() throws IOException {
        String json = event("kinesis-record.json")
                .replace("1642518583250123", "1642518583250")
                .replace("MICROSECOND", "MILLISECOND");

        assertThat(engine.changes(LINK).of(StreamRecords.ofKinesis(json)).at())
                .isEqualTo(Instant.parse("2022-01-18T15:09:43.250Z"));
    }

    @ParameterizedTest
    @DisplayName("E20 a text that is no event is refused, and the message holds none of it")
    @ValueSource(
            strings = {
                "",
                "secret",
                "{\"secret\": 1}",
                "[\"secret\"]",
                "{\"Records\": [{}]}",
                "{\"Records\": [{\"dynamodb\": {\"Keys\": {\"slug\": {\"X\": \"secret\"}}}}]}",
                "{\"Records\": [{\"dynamodb\": {\"Keys\": {\"slug\": \"secret\"}}}]}",
                "{\"Records\": [{\"dynamodb\": {\"Keys\": {\"slug\": {\"B\": \"!secret\"}}}}]}",
                "{\"Records\": [{\"dynamodb\": {\"ApproximateCreationDateTime\": \"secret\"}}]}",
                "{\"Records\": [{\"dynamodb\": {\"ApproximateCreationDateTime\": 1e30}}]}",
                "{\"Records\": [{\"dynamodb\": {\"ApproximateCreationDateTime\": -1e30}}]}",
                "{\"Records\": [{\"dynamodb\": {\"ApproximateCreationDateTime\": 1e999999999}}]}",
                "{\"Records\": [{\"dynamodb\": {\"ApproximateCreationDateTime\": 1e-999999999}}]}",
                "{\"Records\": [{\"dynamodb\": {\"ApproximateCreationDateTime\": 1e99999999999}}]}",
                "{\"Records\": [{\"dynamodb\": {\"Keys\": {\"slug\": {\"N\": {}}}}}]}",
                "{\"Records\": [{\"dynamodb\": {\"Keys\": {\"slug\": {\"N\": null}}}}]}",
                "{\"Records\": [{\"dynamodb\": {\"Keys\": {\"slug\": {\"NS\": [[]]}}}}]}",
                "{\"Records\": [{\"dynamodb\": {\"Keys\": {\"slug\": {\"S\": 1}}}}]}",
                "{\"Records\": [{\"dynamodb\": {\"Keys\": {\"slug\": {\"SS\": [1]}}}}]}",
                "{\"Records\": [{\"dynamodb\": {\"Keys\": {\"slug\": {\"L\": {}}}}}]}",
                "{\"Records\": [{\"dynamodb\": {\"Keys\": {\"slug\": {\"M\": []}}}}]}",
                "{\"Records\": [{\"dynamodb\": {\"Keys\": {\"slug\": {\"BOOL\": 1}}}}]}",
                "{\"Records\": [{\"dynamodb\": {\"SizeBytes\": \"secret\"}}]}"
            })
    void refusesOtherTexts(String json) {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> StreamRecords.ofLambda(json))
                .withMessageStartingWith(
                        "ofLambda(): 'json' has to be the JSON of a Lambda event for a DynamoDB stream, and is ")
                .withMessageNotContaining("secret");
    }

    @Test
    @DisplayName("S9 a record of another table is refused")
    void refusesOtherTables() {
        String json =
                "{\"eventID\": \"1\", \"dynamodb\": {\"Keys\": {\"id\": {\"S\": \"secret\"}}, \"SequenceNumber\": \"1\"}}";

        assertThatExceptionOfType(UnreadableChange.class)
                .isThrownBy(() -> engine.changes(LINK).of(StreamRecords.ofKinesis(json)))
                .withMessage(
                        "The record 1 of Link(slug=nothing) in table 'Link' has the key attributes [id], unlike the model. The next "
                                + "call goes on after the record.");
    }
}
