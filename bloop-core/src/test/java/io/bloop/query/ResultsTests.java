package io.bloop.query;

import static io.bloop.query.Song.SONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.testing.BothClients;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.InvalidValue;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@BothClients
class ResultsTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private Query<Song> query;
    private BloopTemplate<Song> songs;

    @BeforeEach
    void storeSongs() {
        client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(List.of(SONG));
        songs = engine.template(SONG);
        query = songs.query().where(SONG.artist.eq("a"));
        Song.store(dynamoDb, "Song", 6);
        client.clear();
    }

    @Test
    @DisplayName("E12 results are lazy: nothing is sent before the first is asked for")
    void sendsNothingAtFirst() {
        query.results();

        assertThat(client.requests()).isEmpty();
    }

    @Test
    @DisplayName("E12 a page is fetched when it is needed, and not before")
    void fetchesPagesWhenNeeded() {
        Results<Song> results = query.pageSize(2).results();

        results.next();
        results.next();
        assertThat(client.requests()).hasSize(1);
        results.next();

        assertThat(client.requests()).hasSize(2);
    }

    @Test
    @DisplayName("E12 a stream is as lazy")
    void streamsLazily() {
        assertThat(query.pageSize(2).stream().limit(2).map(Song::track)).containsExactly(1, 2);

        assertThat(client.requests()).hasSize(1);
    }

    @Test
    @DisplayName("E12 pages without a match are passed over")
    void passesOverEmptyPages() {
        Results<Song> results = query.filter(SONG.seconds.gt(50)).pageSize(1).results();

        assertThat(results.hasNext()).isTrue();
        assertThat(results.next().track).isEqualTo(6);
        assertThat(results.hasNext()).isFalse();
    }

    @Test
    @DisplayName("E12 results tell how many were handed out, and how many items were read for them")
    void counts() {
        Results<Song> results = query.filter(SONG.tags.contains("even")).results();
        assertThat(results.count()).isZero();
        assertThat(results.scanned()).isZero();

        results.forEachRemaining(song -> {});

        assertThat(results.count()).isEqualTo(3);
        assertThat(results.scanned()).isEqualTo(6);
    }

    @Test
    @DisplayName("E12 results are exhausted when the last was handed out")
    void isExhaustedAtTheEnd() {
        Results<Song> results = query.results();
        for (int i = 0; i < 5; i++) {
            results.next();
        }
        assertThat(results.exhausted()).isFalse();

        results.next();

        assertThat(results.exhausted()).isTrue();
        assertThat(results.hasNext()).isFalse();
    }

    @Test
    @DisplayName("E12 results that have ended at a limit are not exhausted while something follows")
    void isNotExhaustedAtALimit() {
        Results<Song> results = query.limit(5).results();

        results.forEachRemaining(song -> {});

        assertThat(results.exhausted()).isFalse();
    }

    @Test
    @DisplayName("E12 after the last there is no next")
    void endsWithNoSuchElement() {
        Results<Song> results = query.limit(1).results();
        results.next();

        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(results::next)
                .withMessage("the search of Song in table '" + dynamoDb.tableName("Song") + "' has no further results");
    }

    @Test
    @DisplayName("E12 results that are reset start again")
    void startsAgain() {
        Results<Song> results = query.limit(2).results();
        results.forEachRemaining(song -> {});

        results.reset();

        assertThat(results.count()).isZero();
        assertThat(results.scanned()).isZero();
        assertThat(results.token()).isEmpty();
        assertThat(results).toIterable().extracting(Song::track).containsExactly(1, 2);
    }

    @Test
    @DisplayName("E12 results that are reset start where the search was told to")
    void startsAgainAtTheToken() {
        String token = query.limit(3).page().next().orElseThrow();
        Results<Song> results = query.from(token).results();
        results.next();

        results.reset();

        assertThat(results).toIterable().extracting(Song::track).containsExactly(4, 5, 6);
    }

    @Test
    @DisplayName("E12 an item that cannot be read is not passed over")
    void doesNotPassOverAnUnreadableItem() {
        dynamoDb.put("Song", Map.of("artist", fromS("a"), "track", fromN("2"), "s", fromN("1.5")));
        Results<Song> results = query.results();
        results.next();

        assertThatExceptionOfType(InvalidValue.class).isThrownBy(results::next);
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(results::next);

        assertThat(results.count()).isEqualTo(1);
        assertThat(results.hasNext()).isTrue();
    }

    @Test
    @DisplayName("E14 the token at an item that cannot be read goes on with it")
    void goesOnWithAnUnreadableItem() {
        dynamoDb.put("Song", Map.of("artist", fromS("a"), "track", fromN("2"), "s", fromN("1.5")));
        Results<Song> results = query.results();
        results.next();
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(results::next);
        String token = results.token().orElseThrow();
        Song.store(dynamoDb, "Song", 2);

        assertThat(query.from(token).first().map(Song::track)).contains(2);
    }

    @Test
    @DisplayName("E12 a query is iterated anew by each loop")
    void iteratesAnew() {
        assertThat(query).extracting(Song::track).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(query).extracting(Song::track).containsExactly(1, 2, 3, 4, 5, 6);
    }
}
