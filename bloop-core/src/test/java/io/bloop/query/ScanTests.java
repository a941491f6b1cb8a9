package io.bloop.query;

import static io.bloop.query.Song.SONG;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.testing.BothClients;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

@BothClients
class ScanTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private BloopTemplate<Song> songs;

    @BeforeEach
    void bind() {
        client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(List.of(SONG));
        songs = engine.template(SONG);
        client.clear();
    }

    @Test
    @DisplayName("E16 a scan reads every item of a table")
    void scansTheTable() {
        Song.store(dynamoDb, "Song", 5);

        assertThat(songs.scan().all()).extracting(Song::track).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    @DisplayName("E16 a scan of an index reads the items that it has")
    void scansAnIndex() {
        Song.store(dynamoDb, "Song", 2);
        dynamoDb.put("Song", Map.of("artist", AttributeValue.fromS("a"), "track", AttributeValue.fromN("9")));

        assertThat(songs.scan(SONG.byGenre).all()).extracting(Song::track).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    @DisplayName("E16 a scan is filtered, by keys too")
    void filters() {
        Song.store(dynamoDb, "Song", 5);

        assertThat(songs.scan()
                        .filter(SONG.track.gt(2).and(SONG.tags.contains("odd")))
                        .all())
                .extracting(Song::track)
                .containsExactlyInAnyOrder(3, 5);
    }

    @Test
    @DisplayName("E16 a scan gives selected columns with the keys")
    void selectsColumns() {
        Song.store(dynamoDb, "Song", 1);

        Song song = songs.scan().select(SONG.title).one();

        assertThat(song.artist).isEqualTo("a");
        assertThat(song.title).isEqualTo("t01");
        assertThat(song.seconds).isZero();
    }

    @Test
    @DisplayName("E16 a scan is consistent where asked")
    void readsConsistently() {
        songs.scan().consistent().all();
        songs.scan().all();

        assertThat(client.requests(ScanRequest.class))
                .extracting(ScanRequest::consistentRead)
                .containsExactly(true, null);
    }

    @Test
    @DisplayName("E16 a scan of an empty table has no results")
    void scansNothing() {
        assertThat(songs.scan().all()).isEmpty();
        assertThat(songs.scan().count()).isZero();
        assertThat(songs.scan().first()).isEmpty();
    }

    @Test
    @DisplayName("E13 limit(n) gives n results of a scan whatever the filter")
    void limitsResults() {
        Song.store(dynamoDb, "Song", 9);

        assertThat(songs.scan()
                        .filter(SONG.tags.contains("even"))
                        .limit(3)
                        .pageSize(2)
                        .all())
                .hasSize(3);
    }

    @ParameterizedTest(name = "of {0}")
    @ValueSource(ints = {1, 2, 3, 7})
    @DisplayName("E16 the segments of a scan are disjoint, and complete together")
    void dividesTheTable(int total) {
        List<String> stored = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            dynamoDb.put("Song", Map.of("artist", AttributeValue.fromS("a" + i), "track", AttributeValue.fromN("1")));
            stored.add("a" + i);
        }

        List<String> found = new ArrayList<>();
        for (int number = 0; number < total; number++) {
            songs.scan().segment(number, total).pageSize(7).forEach(song -> found.add(song.artist));
        }

        assertThat(found).containsExactlyInAnyOrderElementsOf(stored);
    }
}
