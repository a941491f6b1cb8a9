package io.bloop.query;

import static io.bloop.query.Song.SONG;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.engine.EngineBuilder;
import io.bloop.expression.Condition;
import io.bloop.model.Index;
import io.bloop.table.BindMode;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.wire.ItemsInterceptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** Follows tokens through tables that no test changes. */
@ParameterizedClass(name = "from bytes: {0}")
@ValueSource(booleans = {false, true})
class TokenWalkTests {

    private static final Condition<Song> OF_A = SONG.artist.eq("a");
    private static final Condition<Song> ROCK = SONG.genre.eq("rock");
    private static final Map<Boolean, DynamoDbClient> CLIENTS = new HashMap<>();

    private final boolean fromBytes;
    private final BloopTemplate<Song> songs;

    TokenWalkTests(boolean fromBytes) {
        this.fromBytes = fromBytes;
        CLIENTS.computeIfAbsent(fromBytes, TokenWalkTests::storingClient);
        this.songs = engine().build().template(SONG);
    }

    /** Returns a client of the database, in which the songs are stored. */
    private static DynamoDbClient storingClient(boolean fromBytes) {
        DynamoDbClientBuilder builder = LocalDynamoDb.clientBuilder();
        if (fromBytes) {
            builder.overrideConfiguration(c -> c.addExecutionInterceptor(new ItemsInterceptor()));
        }
        DynamoDbClient client = builder.build();
        engine(client, fromBytes).bindMode(BindMode.CREATE).build().bind(List.of(SONG));
        Song.items(7)
                .forEach(item ->
                        client.putItem(put -> put.tableName(table(fromBytes)).item(item)));
        return client;
    }

    private static String table(boolean fromBytes) {
        return "token-walk-" + fromBytes;
    }

    private static EngineBuilder engine(DynamoDbClient client, boolean fromBytes) {
        return Engine.builder(client).bindMode(BindMode.NONE).tableNames((model, name) -> table(fromBytes));
    }

    private EngineBuilder engine() {
        return engine(CLIENTS.get(fromBytes), fromBytes);
    }

    private static List<Integer> walk(Search<Song, ?> search) {
        List<Integer> found = new ArrayList<>();
        String token = null;
        do {
            Page<Song> page = search.from(token).page();
            page.items().forEach(song -> found.add(song.track));
            token = page.next().orElse(null);
            assertThat(found).as("results of an endless walk").hasSizeLessThan(100);
        } while (token != null);
        return found;
    }

    static Stream<Arguments> sizes() {
        return Stream.of(1, 2, 3, 7, 8)
                .flatMap(limit -> Stream.of(0, 1, 3, 7, 8).map(pageSize -> Arguments.of(limit, pageSize)));
    }

    private static <S extends Search<Song, S>> S sized(S search, int limit, int pageSize) {
        return pageSize == 0 ? search.limit(limit) : search.limit(limit).pageSize(pageSize);
    }

    @ParameterizedTest(name = "limit {0}, page size {1}")
    @MethodSource("sizes")
    @DisplayName("E14 tokens walk through all results exactly once, in order, also from mid-page")
    void walksThroughAllResults(int limit, int pageSize) {
        assertThat(walk(sized(songs.query().where(OF_A), limit, pageSize))).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(walk(sized(songs.query().where(OF_A).descending(), limit, pageSize)))
                .containsExactly(7, 6, 5, 4, 3, 2, 1);
        assertThat(walk(sized(songs.query(SONG.byGenre).where(ROCK), limit, pageSize)))
                .containsExactly(1, 3, 5, 7);
        assertThat(walk(sized(songs.query().where(OF_A).filter(SONG.tags.contains("even")), limit, pageSize)))
                .containsExactly(2, 4, 6);
        assertThat(walk(sized(songs.scan(), limit, pageSize))).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
    }

    static Stream<Index<Song>> indexes() {
        return SONG.indexes().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("indexes")
    @DisplayName("E14 tokens walk through a scan of every index")
    void walksThroughIndexes(Index<Song> index) {
        assertThat(walk(songs.scan(index).limit(2))).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    @DisplayName("E14 tokens walk through results of selected columns")
    void walksThroughSelectedColumns() {
        assertThat(walk(songs.query(SONG.byTitle).where(OF_A).select(SONG.genre).limit(2)))
                .containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    @DisplayName("E14 a token stands for the last result handed out, in the middle of a page")
    void standsForTheLastResult() {
        Results<Song> results = songs.query().where(OF_A).results();
        results.next();
        results.next();
        String token = results.token().orElseThrow();
        results.hasNext();

        assertThat(results.token()).contains(token);
        assertThat(songs.query().where(OF_A).from(token).all())
                .extracting(Song::track)
                .containsExactly(3, 4, 5, 6, 7);
    }

    @Test
    @DisplayName("E14 before the first result and after the last there is no token")
    void isAbsentAtTheEnds() {
        Results<Song> results = songs.query().where(OF_A).results();
        assertThat(results.token()).isEmpty();

        results.forEachRemaining(song -> {});

        assertThat(results.token()).isEmpty();
    }

    @Test
    @DisplayName("E14 a limit that is reached at the very last result leaves no token")
    void isAbsentAfterTheLastPage() {
        assertThat(songs.query().where(OF_A).limit(7).page().next()).isEmpty();
    }

    @Test
    @DisplayName("E14 a query of one item leaves no token, whatever the page size")
    void isAbsentAfterTheOnlyItem() {
        Query<Song> one = songs.query().where(OF_A.and(SONG.track.eq(3)));

        assertThat(walk(one.pageSize(1))).containsExactly(3);
        assertThat(walk(one.pageSize(1).limit(1))).containsExactly(3);
    }

    @Test
    @DisplayName("E14 null starts at the beginning")
    void startsAtTheBeginning() {
        assertThat(songs.query().where(OF_A).from(null).all()).hasSize(7);
    }

    @Test
    @DisplayName("E14 the count goes on after the token")
    void countsAfterTheToken() {
        assertThat(songs.query().where(OF_A).from(token()).count()).isEqualTo(5);
    }

    @Test
    @DisplayName("E14 a token goes on in another engine, and with another filter")
    void fitsOtherWaysToRead() {
        BloopTemplate<Song> others = engine().build().template(SONG);

        assertThat(others.query()
                        .where(OF_A)
                        .filter(SONG.seconds.gt(40))
                        .from(token())
                        .all())
                .extracting(Song::track)
                .containsExactly(5, 6, 7);
    }

    private String token() {
        return token(songs);
    }

    private static String token(BloopTemplate<Song> songs) {
        return songs.query().where(OF_A).limit(2).page().next().orElseThrow();
    }

    @Test
    @DisplayName("E14 encrypted tokens walk through all results exactly once, in order")
    void walksByEncryptedTokens() {
        BloopTemplate<Song> encrypted = engine().tokenSecrets(List.of("a secret of 32 characters or more"))
                .build()
                .template(SONG);

        assertThat(walk(encrypted.query().where(OF_A).limit(2))).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(walk(encrypted.query(SONG.byGenre).where(ROCK).descending().limit(3)))
                .containsExactly(7, 5, 3, 1);
        assertThat(walk(encrypted.scan(SONG.byTitle).limit(1))).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7);
        assertThat(encrypted.query().where(OF_A).from(token(encrypted)).count()).isEqualTo(5);
    }
}
