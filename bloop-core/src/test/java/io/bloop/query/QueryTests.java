package io.bloop.query;

import static io.bloop.query.Song.SONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.expression.Condition;
import io.bloop.model.Index;
import io.bloop.request.ConstraintViolation;
import io.bloop.testing.BothClients;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

@BothClients
class QueryTests {

    private static final Condition<Song> OF_A = SONG.artist.eq("a");
    private static final Condition<Song> ROCK = SONG.genre.eq("rock");

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private BloopTemplate<Song> songs;

    @BeforeEach
    void storeSongs() {
        client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(List.of(SONG));
        songs = engine.template(SONG);
        Song.store(dynamoDb, "Song", 6);
        client.clear();
    }

    private static List<Integer> tracks(Query<Song> query) {
        return query.stream().map(Song::track).toList();
    }

    static Stream<Arguments> rangeConditions() {
        return Stream.of(
                Arguments.of(SONG.track.eq(3), List.of(3)),
                Arguments.of(SONG.track.lt(3), List.of(1, 2)),
                Arguments.of(SONG.track.le(3), List.of(1, 2, 3)),
                Arguments.of(SONG.track.gt(4), List.of(5, 6)),
                Arguments.of(SONG.track.ge(4), List.of(4, 5, 6)),
                Arguments.of(SONG.track.between(2, 4), List.of(2, 3, 4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rangeConditions")
    @DisplayName("E9 the table is queried by its hash key and a condition on its range key, in either order")
    void queriesTheTable(Condition<Song> range, List<Integer> expected) {
        assertThat(tracks(songs.query().where(OF_A.and(range)))).isEqualTo(expected);
        assertThat(tracks(songs.query().where(range.and(OF_A)))).isEqualTo(expected);
    }

    @Test
    @DisplayName("E9 the table is queried by its hash key alone")
    void queriesByTheHashKey() {
        assertThat(tracks(songs.query().where(OF_A))).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    @DisplayName("E9 several where() are joined")
    void joinsWhere() {
        assertThat(tracks(songs.query().where(SONG.track.gt(4)).where(OF_A))).containsExactly(5, 6);
    }

    static Stream<Arguments> indexConditions() {
        return Stream.of(
                Arguments.of(SONG.byGenre, ROCK, List.of(1, 3, 5)),
                Arguments.of(SONG.byGenre, SONG.seconds.ge(30).and(ROCK), List.of(3, 5)),
                Arguments.of(SONG.titlesByGenre, ROCK, List.of(1, 3, 5)),
                Arguments.of(SONG.byTitle, OF_A.and(SONG.title.beginsWith("t0")), List.of(1, 2, 3, 4, 5, 6)),
                Arguments.of(SONG.byTitle, OF_A.and(SONG.title.between("t02", "t04")), List.of(2, 3, 4)),
                Arguments.of(SONG.byLength, OF_A.and(SONG.seconds.lt(30)), List.of(1, 2)),
                Arguments.of(SONG.byGenreHere, OF_A.and(SONG.genre.eq("jazz")), List.of(2, 4, 6)));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("indexConditions")
    @DisplayName("E9 indexes of both kinds are queried by their keys")
    void queriesIndexes(Index<Song> index, Condition<Song> where, List<Integer> expected) {
        assertThat(songs.query(index).where(where).stream().map(Song::track))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    @DisplayName("E9 results come in the order of the range key, or in the reverse")
    void ordersResults() {
        Query<Song> byLength = songs.query(SONG.byLength).where(OF_A);

        assertThat(tracks(byLength.descending())).containsExactly(6, 5, 4, 3, 2, 1);
        assertThat(tracks(byLength.descending().ascending())).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    @DisplayName("E10 a filter keeps the items that meet it")
    void filters() {
        assertThat(tracks(songs.query().where(OF_A).filter(SONG.tags.contains("even"))))
                .containsExactly(2, 4, 6);
    }

    @Test
    @DisplayName("E10 several filters are joined")
    void joinsFilters() {
        assertThat(tracks(songs.query()
                        .where(OF_A)
                        .filter(SONG.tags.contains("even"))
                        .filter(SONG.seconds.gt(20))))
                .containsExactly(4, 6);
    }

    @Test
    @DisplayName("E10 a filter on an index may name the table's keys")
    void filtersByTheTablesKeys() {
        assertThat(tracks(songs.query(SONG.titlesByGenre).where(ROCK).filter(SONG.track.ne(3))))
                .containsExactlyInAnyOrder(1, 5);
    }

    @Test
    @DisplayName("E11 an index gives what it projects")
    void readsWhatTheIndexProjects() {
        Song song = songs.query(SONG.byLength).where(OF_A).first().orElseThrow();

        assertThat(song.title).isEqualTo("t01");
        assertThat(song.seconds).isEqualTo(10);
        assertThat(song.genre).isNull();
        assertThat(song.tags).isNull();
    }

    @Test
    @DisplayName("E11 selected columns come with the keys, and no others")
    void selectsColumns() {
        Song song = songs.query().where(OF_A).select(SONG.title).first().orElseThrow();

        assertThat(song.artist).isEqualTo("a");
        assertThat(song.track).isEqualTo(1);
        assertThat(song.title).isEqualTo("t01");
        assertThat(song.genre).isNull();
        assertThat(song.seconds).isZero();
    }

    @Test
    @DisplayName("E15 a consistent query is asked for where the table or a local index is read")
    void readsConsistently() {
        songs.query().where(OF_A).consistent().all();
        songs.query(SONG.byTitle).where(OF_A).consistent().all();
        songs.query(SONG.byTitle).where(OF_A).all();

        assertThat(client.requests(QueryRequest.class))
                .extracting(QueryRequest::consistentRead)
                .containsExactly(true, true, null);
    }

    @Test
    @DisplayName("E12 the first result, or none")
    void findsTheFirst() {
        assertThat(songs.query().where(OF_A).descending().first().map(Song::track))
                .contains(6);
        assertThat(songs.query().where(SONG.artist.eq("b")).first()).isEmpty();
    }

    @Test
    @DisplayName("E12 the only result")
    void findsTheOnlyOne() {
        assertThat(songs.query().where(OF_A.and(SONG.track.eq(2))).one().title).isEqualTo("t02");
    }

    private void assertNotOne(Search<Song, ?> search, String message) {
        assertThatExceptionOfType(ConstraintViolation.class)
                .isThrownBy(search::one)
                .withMessage(message)
                .returns("search", ConstraintViolation::operation)
                .returns(search.plan().target(), ConstraintViolation::target)
                .returns(search.plan().where(), ConstraintViolation::condition)
                .returns(false, ConstraintViolation::isPerhapsApplied);
    }

    @Test
    @DisplayName("E12 one() of none is ConstraintViolation")
    void refusesNoneForOne() {
        assertNotOne(
                songs.query().where(SONG.artist.eq("b").and(SONG.track.gt(3))),
                "The query of Song in table '" + dynamoDb.tableName("Song")
                        + "' where ((artist = S \"b\") and (track > N 3)) has no result, where one() takes exactly one; "
                        + "use first() where there may be none.");
    }

    @Test
    @DisplayName("E12 one() of two is ConstraintViolation")
    void refusesTwoForOne() {
        assertNotOne(
                songs.query(SONG.byGenre).where(ROCK),
                "The query of Song in table '" + dynamoDb.tableName("Song")
                        + "' (index 'byGenre') where (genre = S \"rock\") has more than one result, where one() takes "
                        + "exactly one; narrow the search, or use first() or all().");
    }

    @Test
    @DisplayName("E20 one() names the columns of the filter, and none of their values")
    void namesTheFilteredColumns() {
        assertNotOne(
                songs.query().where(OF_A).filter(SONG.title.eq("secret").or(SONG.title.eq("hidden"))),
                "The query of Song in table '" + dynamoDb.tableName("Song")
                        + "' where (artist = S \"a\"), filtered by [title], has no result, where one() takes exactly "
                        + "one; use first() where there may be none.");
    }

    @Test
    @DisplayName("E12 one() of a scan says so")
    void refusesSeveralForOneOfAScan() {
        assertNotOne(
                songs.scan(),
                "The scan of Song in table '" + dynamoDb.tableName("Song")
                        + "' has more than one result, where one() takes exactly one; narrow the search, or use first() "
                        + "or all().");
    }

    @Test
    @DisplayName("E12 a count fetches no items")
    void counts() {
        assertThat(songs.query().where(OF_A).count()).isEqualTo(6);
        assertThat(client.requests(QueryRequest.class))
                .extracting(QueryRequest::selectAsString)
                .containsExactly("COUNT");
    }

    @Test
    @DisplayName("E12 a count goes over all pages")
    void countsAllPages() {
        assertThat(songs.query()
                        .where(OF_A)
                        .filter(SONG.tags.contains("even"))
                        .pageSize(2)
                        .count())
                .isEqualTo(3);
        assertThat(client.requests()).hasSizeGreaterThan(2);
    }

    @Test
    @DisplayName("E13 a count ends at the limit")
    void countsUpToTheLimit() {
        assertThat(songs.query().where(OF_A).limit(4).count()).isEqualTo(4);
        assertThat(songs.query().where(OF_A).limit(4).pageSize(3).count()).isEqualTo(4);
        assertThat(songs.query()
                        .where(OF_A)
                        .filter(SONG.tags.contains("even"))
                        .limit(2)
                        .count())
                .isEqualTo(2);
        assertThat(songs.query().where(OF_A).limit(40).count()).isEqualTo(6);
    }

    @Test
    @DisplayName("E12 a search without a match has no results")
    void findsNothing() {
        Query<Song> none = songs.query().where(SONG.artist.eq("b"));

        assertThat(none.all()).isEmpty();
        assertThat(none.count()).isZero();
        assertThat(none.page()).isEqualTo(new Page<>(List.of(), Optional.empty()));
    }

    @Test
    @DisplayName("E13 limit(n) gives n results")
    void limitsResults() {
        assertThat(tracks(songs.query().where(OF_A).limit(4))).containsExactly(1, 2, 3, 4);
    }

    @Test
    @DisplayName("E13 limit(n) gives n results whatever the filter")
    void limitsFilteredResults() {
        assertThat(tracks(songs.query()
                        .where(OF_A)
                        .filter(SONG.tags.contains("even"))
                        .limit(2)))
                .containsExactly(2, 4);
    }

    @Test
    @DisplayName("E13 limit(n) gives n results whatever the page size")
    void limitsResultsOfSmallPages() {
        assertThat(tracks(songs.query()
                        .where(OF_A)
                        .filter(SONG.tags.contains("even"))
                        .limit(2)
                        .pageSize(1)))
                .containsExactly(2, 4);
    }

    @Test
    @DisplayName("E13 a limit without a filter reads one item more, and not a whole page")
    void readsNoMoreThanTheLimitNeeds() {
        songs.query().where(OF_A).limit(2).all();
        songs.query().where(OF_A).limit(2).pageSize(50).all();
        songs.query().where(OF_A).limit(2).pageSize(1).all();

        assertThat(client.requests(QueryRequest.class))
                .extracting(QueryRequest::limit)
                .containsExactly(3, 3, 1, 1);
    }

    @Test
    @DisplayName("E12 a search is a value: a changed one leaves the first as it was, and each run starts anew")
    void isAValue() {
        Query<Song> all = songs.query().where(OF_A);
        all.limit(1).descending();

        assertThat(tracks(all)).hasSize(6);
        assertThat(tracks(all)).hasSize(6);
    }

    @Test
    @DisplayName("M16 searching never applies the defaults of new objects")
    void appliesNoDefaults() {
        dynamoDb.put("Song", Map.of("artist", fromS("b"), "track", fromN("1")));

        Song song = songs.query().where(SONG.artist.eq("b")).one();

        assertThat(song.title).isNull();
    }
}
