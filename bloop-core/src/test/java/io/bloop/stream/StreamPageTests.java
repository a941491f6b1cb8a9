package io.bloop.stream;

import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.Engine;
import io.bloop.settings.StreamView;
import io.bloop.testing.Link;
import io.bloop.testing.PageCode;
import io.bloop.testing.RolledStreams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Runs the code of the page on streams. */
class StreamPageTests {

    @RegisterExtension
    static final RolledStreams DYNAMO_DB = new RolledStreams();

    private final Map<String, Long> index = new HashMap<>();
    private Engine engine;

    @BeforeEach
    void begin() {
        engine = engine(DYNAMO_DB.client(), DYNAMO_DB.streamsClient());
        engine.template(LINK).save(new Link("docs"));
    }

    private static Engine engine(DynamoDbClient client, DynamoDbStreamsClient streams) {
        return Engine.builder(client)
                .streamsClient(streams)
                .settings(LINK, settings -> settings.stream(StreamView.NEW_AND_OLD))
                .build();
    }

    private void index(Change<Link> change) {
        String slug = change.key().attributes().get("slug").s();
        switch (change.kind()) {
            case INSERT, MODIFY -> index.put(slug, change.after().orElseThrow().clicks);
            case REMOVE -> index.remove(slug);
        }
    }

    /** Stores a token where another process finds it. */
    private interface Positions {

        Optional<String> read();

        void store(String token);
    }

    private static final class InMemory implements Positions {

        private String token;

        @Override
        public Optional<String> read() {
            return Optional.ofNullable(token);
        }

        @Override
        public void store(String stored) {
            token = stored;
        }
    }

    private void readAll(Positions positions, BooleanSupplier running) {
        Position start = positions.read().map(Position::token).orElse(Position.trimHorizon());
        try (ChangeStream<Link> stream = engine.stream(LINK, start)) {
            while (running.getAsBoolean()) {
                List<Change<Link>> changes = stream.poll(100, Duration.ofSeconds(1));
                changes.forEach(this::index);
                positions.store(stream.token());
            }
        }
    }

    private List<Change<Link>> readWithCare(ChangeStream<Link> stream, List<Record> deadLetters) {
        try {
            return stream.poll(100);
        } catch (UnreadableChange ex) {
            deadLetters.add(ex.record());
            return List.of();
        } catch (RecordsExpired ex) {
            rebuildIndex();
            stream.skip(ex);
            return List.of();
        }
    }

    private void rebuildIndex() {
        engine.template(LINK).scan().stream().forEach(link -> index.put(link.slug, link.clicks));
    }

    /** A function for a table's stream, which Lambda calls with the JSON of the event. */
    final class IndexFunction {

        private final ChangeMapper<Link> changes = engine.changes(LINK);

        public void handleRequest(InputStream event, OutputStream response) throws IOException {
            String json = new String(event.readAllBytes(), StandardCharsets.UTF_8);
            for (Record record : StreamRecords.ofLambda(json)) {
                index(changes.of(record));
            }
        }
    }

    private void onKclRecord(Record record) {
        Change<Link> change = engine.changes(LINK).of(record);
        if (change.kind() == Change.Kind.INSERT || change.changed(LINK.clicks)) {
            index(change);
        }
    }

    private void onPipesEvent(String json) {
        StreamRecords.ofPipes(json).stream().map(engine.changes(LINK)::of).forEach(this::index);
    }

    private void onKinesisRecord(byte[] data) {
        Record record = StreamRecords.ofKinesis(new String(data, StandardCharsets.UTF_8));
        index(engine.changes(LINK).of(record));
    }

    @Test
    @DisplayName("S7 the reader of the page goes on where its token stands")
    void readsWithTokens() {
        Positions positions = new InMemory();
        readAll(positions, index::isEmpty);
        assertThat(index).containsOnlyKeys("docs");
        engine.template(LINK).save(new Link("blog"));
        index.clear();
        readAll(positions, index::isEmpty);

        assertThat(index).containsOnlyKeys("blog");
    }

    @Test
    @DisplayName("S6 the reader of the page that takes care goes on after records that have expired")
    void readsWithCare() {
        String token = engine.stream(LINK, Position.trimHorizon()).token();
        DYNAMO_DB.age(Duration.ofHours(25));
        engine.template(LINK).save(new Link("blog"));
        ChangeStream<Link> stream = engine.stream(LINK, Position.token(token));
        List<Record> deadLetters = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            readWithCare(stream, deadLetters).forEach(this::index);
        }

        assertThat(index).containsKey("blog");
        assertThat(deadLetters).isEmpty();
    }

    @Test
    @DisplayName("S9 the code of the page makes the same changes of the records of Lambda, the KCL, Pipes and Kinesis")
    void takesRecordsFromElsewhere() throws IOException {
        String lambda = StreamRecordsTests.event("lambda-event.json");
        new IndexFunction().handleRequest(bytes(lambda), OutputStream.nullOutputStream());
        assertThat(index).isEmpty();
        onKclRecord(StreamRecords.ofLambda(lambda).get(0));
        assertThat(index).containsEntry("docs", 3L);
        onPipesEvent(StreamRecordsTests.event("pipes-event.json"));
        assertThat(index).containsEntry("docs", 4L);
        onKinesisRecord(StreamRecordsTests.event("kinesis-record.json").getBytes(StandardCharsets.UTF_8));
        assertThat(index).containsEntry("docs", 5L);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    @DisplayName("the pages on streams show the code of this test")
    void thePagesShowThisCode() {
        PageCode.assertIsCompiled("docs/streams.md", 4);
        PageCode.assertIsCompiled("docs/lambda.md", 1);
        PageCode.assertIsCompiled("docs/kcl.md", 1);
        PageCode.assertIsCompiled("docs/pipes.md", 1);
    }
}
