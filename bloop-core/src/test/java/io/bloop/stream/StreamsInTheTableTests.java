package io.bloop.stream;

import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.testing.NoteModel.NOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.engine.EngineBuilder;
import io.bloop.engine.EngineListener;
import io.bloop.model.ModelDefinition;
import io.bloop.request.TableNotFound;
import io.bloop.settings.StreamView;
import io.bloop.stream.Change.Kind;
import io.bloop.testing.Link;
import io.bloop.testing.Note;
import io.bloop.testing.RolledStreams;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeAction;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.AttributeValueUpdate;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Reads the streams of DynamoDB Local, whose shards roll over and whose records expire. */
class StreamsInTheTableTests {

    @RegisterExtension
    static final RolledStreams DYNAMO_DB = new RolledStreams();

    private Engine engine;

    @BeforeEach
    void begin() {
        engine = builder(StreamView.NEW_AND_OLD).build();
    }

    private static EngineBuilder builder(StreamView view) {
        return DYNAMO_DB
                .engineBuilder()
                .settings(LINK, settings -> settings.stream(view))
                .settings(NOTE, settings -> settings.stream(view));
    }

    private BloopTemplate<Link> links() {
        return engine.template(LINK);
    }

    private static Link link(String slug, long clicks) {
        Link link = new Link(slug);
        link.clicks = clicks;
        return link;
    }

    private static List<String> drain(ChangeStream<Link> stream) {
        List<String> found = new ArrayList<>();
        for (Optional<Change<Link>> next = stream.next(); next.isPresent(); next = stream.next()) {
            Change<Link> change = next.get();
            found.add(change.key().attributes().get("slug").s()
                    + change.after().map(link -> link.clicks).orElse(-1L));
        }
        return found;
    }

    private Map<String, AttributeValue> item(String slug) {
        return DYNAMO_DB
                .client()
                .getItem(r -> r.tableName("Link").key(Map.of("slug", AttributeValue.fromS(slug))))
                .item();
    }

    private void set(String slug, String attribute, AttributeValue value) {
        DYNAMO_DB
                .client()
                .updateItem(r -> r.tableName("Link")
                        .key(Map.of("slug", AttributeValue.fromS(slug)))
                        .attributeUpdates(Map.of(
                                attribute,
                                AttributeValueUpdate.builder()
                                        .action(AttributeAction.PUT)
                                        .value(value)
                                        .build())));
    }

    @Test
    @DisplayName("S3 S5 changes are read across shards that roll over, with restarts from tokens")
    void readsAcrossShards() {
        ChangeStream<Link> stream = links().stream(Position.trimHorizon());
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            links().save(link("a" + i, i));
            expected.add("a" + i + i);
            if (i % 3 == 0) {
                DYNAMO_DB.rollOver();
            }
            if (i % 4 == 1) {
                found.addAll(drain(stream));
                stream = engine.stream(LINK, Position.token(stream.token()));
            }
        }
        found.addAll(drain(stream));

        assertThat(found).isEqualTo(expected);
    }

    @Test
    @DisplayName("S6 iterators that expire are replaced, and the caller sees nothing of it")
    void replacesIterators() {
        ChangeStream<Link> stream = links().stream(Position.trimHorizon());
        links().save(link("a", 1));
        assertThat(drain(stream)).containsExactly("a1");
        DYNAMO_DB.age(Duration.ofMinutes(20));
        links().save(link("a", 2));

        assertThat(drain(stream)).containsExactly("a2");
    }

    @Test
    @DisplayName("S1 the latest position loses nothing where its iterator expires before the first record")
    void latestLosesNothing() {
        links().save(link("a", 1));
        ChangeStream<Link> stream = links().stream(Position.latest());
        DYNAMO_DB.age(Duration.ofMinutes(20));
        links().save(link("a", 2));

        assertThat(drain(stream)).containsExactly("a2");
    }

    @Test
    @DisplayName("S6 records that expire are told, and the rest is read after they were skipped")
    void tellsExpiredRecords() {
        ChangeStream<Link> stream = links().stream(Position.trimHorizon());
        links().save(link("a", 1));
        assertThat(drain(stream)).containsExactly("a1");
        String token = stream.token();
        links().save(link("a", 2));
        DYNAMO_DB.age(Duration.ofHours(25));
        links().save(link("a", 3));

        ChangeStream<Link> resumed = engine.stream(LINK, Position.token(token));
        RecordsExpired expired = catchThrowableOfType(RecordsExpired.class, resumed::next);
        assertThat(expired.lastSequenceNumber()).isNotNull();
        resumed.skip(expired);
        assertThat(drain(resumed)).containsExactly("a3");
    }

    @Test
    @DisplayName("S8 a stream that was switched off and on again is read to its end before the next one")
    void followsTheNextStream() {
        links().save(link("a", 1));
        ChangeStream<Link> stream = links().stream(Position.trimHorizon());
        links().save(link("a", 2));
        String table = "Link";
        DYNAMO_DB.client().updateTable(r -> r.tableName(table).streamSpecification(s -> s.streamEnabled(false)));
        DYNAMO_DB
                .client()
                .updateTable(r -> r.tableName(table)
                        .streamSpecification(
                                s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)));
        links().save(link("a", 3));

        assertThat(drain(stream)).containsExactly("a1", "a2", "a3");
    }

    @Test
    @DisplayName("S8 the stream of a table that was deleted is read to its end, and then the table is missed")
    void readsTheStreamOfADeletedTable() {
        links().save(link("a", 1));
        ChangeStream<Link> stream = links().stream(Position.trimHorizon());
        DYNAMO_DB.client().deleteTable(r -> r.tableName("Link"));

        assertThat(stream.next().orElseThrow().after().orElseThrow().clicks).isEqualTo(1);
        assertThat(catchThrowableOfType(TableNotFound.class, stream::next))
                .hasMessageStartingWith("DescribeTable of Link in table 'Link' failed: ");
    }

    @Test
    @DisplayName("S2 a change tells kind, key, both images and the columns that differ")
    void tellsTheChange() {
        Link link = links().save(link("a", 1));
        link.owner = "ann";
        links().save(link);
        links().delete(link);
        ChangeStream<Link> stream = links().stream(Position.trimHorizon());
        List<Change<Link>> changes = stream.poll(10);

        assertThat(changes).extracting(Change::kind).containsExactly(Kind.INSERT, Kind.MODIFY, Kind.REMOVE);
        assertThat(changes).allSatisfy(change -> {
            assertThat(change.key()).isEqualTo(LINK.keyOf("a"));
            assertThat(change.shard()).startsWith("shardId-");
            assertThat(change.sequenceNumber()).hasSizeGreaterThan(20);
            assertThat(change.eventId()).isNotEmpty();
            assertThat(change.expired()).isFalse();
            // DynamoDB Local cuts times to the minute
            assertThat(change.at()).isBetween(Instant.now().minusSeconds(120), Instant.now());
        });
        assertThat(changes.get(1).changed()).containsExactly(LINK.owner);
        assertThat(changes.get(1).before().orElseThrow().owner).isNull();
        assertThat(changes.get(1).after().orElseThrow().owner).isEqualTo("ann");
        assertThat(changes.get(2).before().orElseThrow().owner).isEqualTo("ann");
        assertThat(changes.get(2).after()).isEmpty();
    }

    @Test
    @DisplayName("S2 the object of an image counts as loaded: saving it sends only the difference")
    void savesOnlyTheDifference() {
        links().save(link("a", 1));
        Link image = links().stream(Position.trimHorizon())
                .next()
                .orElseThrow()
                .after()
                .orElseThrow();
        set("a", "clicks", AttributeValue.fromN("7"));
        image.owner = "ann";
        links().save(image);

        assertThat(item("a").get("clicks").n()).isEqualTo("7");
        assertThat(item("a").get("owner").s()).isEqualTo("ann");
    }

    @Test
    @DisplayName("S2 an object of the key alone counts as loaded through a projection: saving it clears nothing")
    void keysOnlySavesWhatWasAssigned() {
        engine = builder(StreamView.KEYS).build();
        Link saved = link("a", 5);
        saved.tags.add("x");
        links().save(saved);
        Change<Link> change = links().stream(Position.trimHorizon()).next().orElseThrow();
        assertThat(change.after()).isEmpty();
        assertThat(change.before()).isEmpty();
        Link keys = change.keysOnly();
        keys.owner = "ann";
        links().save(keys);

        assertThat(item("a").get("clicks").n()).isEqualTo("5");
        assertThat(item("a").get("tags").ss()).containsExactly("x");
        assertThat(item("a").get("owner").s()).isEqualTo("ann");
    }

    @ParameterizedTest
    @EnumSource(StreamView.class)
    @DisplayName("S2 each view of a stream gives the images that it has")
    void givesTheImagesOfTheView(StreamView view) {
        engine = builder(view).build();
        Link link = links().save(link("a", 1));
        link.clicks = 2;
        links().save(link);
        List<Change<Link>> changes = links().stream(Position.trimHorizon()).poll(10);

        Change<Link> modify = changes.get(1);
        assertThat(modify.kind()).isEqualTo(Kind.MODIFY);
        assertThat(modify.before().isPresent()).isEqualTo(view == StreamView.OLD || view == StreamView.NEW_AND_OLD);
        assertThat(modify.after().isPresent()).isEqualTo(view == StreamView.NEW || view == StreamView.NEW_AND_OLD);
        assertThat(modify.keysOnly().slug).isEqualTo("a");
    }

    @Test
    @DisplayName("S2 a record of a Java record is a change too, and its listeners are called for each image")
    void readsRecords() {
        List<String> loaded = new ArrayList<>();
        engine = builder(StreamView.NEW_AND_OLD)
                .listener(NOTE, new EngineListener<Note>() {
                    @Override
                    public void afterLoad(Engine at, ModelDefinition<? extends Note> model, Note note) {
                        loaded.add(note.text());
                    }
                })
                .build();
        engine.template(NOTE).save(new Note("1", "first"));
        Change<Note> change = engine.stream(NOTE, Position.trimHorizon()).next().orElseThrow();

        assertThat(change.after().orElseThrow().text()).isEqualTo("first");
        assertThat(change.key()).isEqualTo(NOTE.key("1"));
        assertThat(loaded).containsExactly("first");
    }

    @Test
    @DisplayName("S2 a write that changes nothing is no change, and each item of a transaction is one")
    void readsTransactions() {
        links().save(link("a", 1));
        links().save(link("a", 1));
        engine.writeTransaction(tx -> {
            tx.save(link("b", 2));
            tx.save(link("c", 3));
        });

        assertThat(drain(links().stream(Position.trimHorizon()))).containsExactlyInAnyOrder("a1", "b2", "c3");
    }
}
