package io.bloop.query;

import static io.bloop.query.Song.SONG;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.expression.Condition;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class SearchRefusalTests {

    private static final Condition<Song> OF_A = SONG.artist.eq("a");
    private static final Condition<Song> ROCK = SONG.genre.eq("rock");

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

    @AfterEach
    void nothingWasSent() {
        assertThat(client.requests()).isEmpty();
    }

    private void assertRefused(Search<Song, ?> search, String index, String problem) {
        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(search::results)
                .withMessage("Cannot search Song in table '" + dynamoDb.tableName("Song") + "'"
                        + (index.isEmpty() ? "" : " (index '" + index + "')") + ": " + problem);
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of(Condition.empty(), "(nothing)"),
                Arguments.of(SONG.track.eq(1), "(track = N 1)"),
                Arguments.of(SONG.artist.gt("a"), "(artist > S \"a\")"),
                Arguments.of(SONG.artist.ne("a"), "(artist <> S \"a\")"),
                Arguments.of(SONG.artist.beginsWith("a"), "begins_with(artist, S \"a\")"),
                Arguments.of(SONG.artist.in(List.of("a", "b")), "(artist IN (S \"a\", S \"b\"))"),
                Arguments.of(SONG.artist.exists(), "attribute_exists(artist)"),
                Arguments.of(
                        SONG.artist.eq((String) null),
                        "(attribute_not_exists(artist) or attribute_type(artist, S \"NULL\"))"),
                Arguments.of(SONG.artist.eq(SONG.title), "(artist = title)"),
                Arguments.of(OF_A.not(), "(not (artist = S \"a\"))"),
                Arguments.of(OF_A.or(SONG.artist.eq("b")), "((artist = S \"a\") or (artist = S \"b\"))"),
                Arguments.of(OF_A.and(OF_A), "((artist = S \"a\") and (artist = S \"a\"))"),
                Arguments.of(OF_A.and(SONG.track.ne(1)), "((artist = S \"a\") and (track <> N 1))"),
                Arguments.of(OF_A.and(SONG.track.in(List.of(1))), "((artist = S \"a\") and (track IN (N 1)))"),
                Arguments.of(OF_A.and(SONG.track.exists()), "((artist = S \"a\") and attribute_exists(track))"),
                Arguments.of(OF_A.and(SONG.track.eq(SONG.seconds)), "((artist = S \"a\") and (track = seconds))"),
                Arguments.of(OF_A.and(SONG.track.eq(1).not()), "((artist = S \"a\") and (not (track = N 1)))"),
                Arguments.of(
                        OF_A.and(SONG.track.gt(1)).and(SONG.track.lt(5)),
                        "((artist = S \"a\") and (track > N 1) and (track < N 5))"),
                Arguments.of(OF_A.and(SONG.title.eq("t")), "((artist = S \"a\") and (title = ?))"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("malformed")
    @DisplayName("E9 a query of anything else than its keys shows the right form, and no value of another column")
    void showsTheRightForm(Condition<Song> where, String printed) {
        assertRefused(
                songs.query().where(where),
                "",
                "where() is " + printed + "; it takes artist == value, and at most one of ==, <, <=, >, >=, between, "
                        + "begins_with on track.");
    }

    static Stream<Arguments> keyConditions() {
        return Stream.of(
                Arguments.of(
                        "", SONG.artist.eq(""), "where() compares 'artist' with an empty value, and no key is empty."),
                Arguments.of(
                        "byTitle",
                        OF_A.and(SONG.title.gt("")),
                        "where() compares 'title' with an empty value, and no key is empty."),
                Arguments.of(
                        "byTitle",
                        OF_A.and(SONG.title.beginsWith("")),
                        "where() compares 'title' with an empty value, and no key is empty."),
                Arguments.of(
                        "",
                        SONG.artist.eq("\u00e4".repeat(1025)),
                        "where() compares 'artist' with a value of 2050 bytes, and it has at most 2048."),
                Arguments.of(
                        "byTitle",
                        OF_A.and(SONG.title.le("x".repeat(1025))),
                        "where() compares 'title' with a value of 1025 bytes, and it has at most 1024."),
                Arguments.of(
                        "",
                        OF_A.and(SONG.track.between(5, 1)),
                        "where() asks for 'track' between N 5 and N 1; give the lower bound first."),
                Arguments.of(
                        "byTitle",
                        OF_A.and(SONG.title.between("b", "a")),
                        "where() asks for 'title' between S \"b\" and S \"a\"; give the lower bound first."),
                Arguments.of(
                        "",
                        Condition.stored(SONG.artist, AttributeValue.fromN("1")),
                        "where() compares 'artist' with N 1, and it is stored as S."),
                Arguments.of(
                        "",
                        Condition.stored(SONG.artist, AttributeValue.fromBool(true)),
                        "where() compares 'artist' with BOOL true, and it is stored as S."));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("keyConditions")
    @DisplayName("E9 a query by values that no key has is refused")
    void refusesValuesThatNoKeyHas(String index, Condition<Song> where, String problem) {
        assertRefused((index.isEmpty() ? songs.query() : songs.query(SONG.byTitle)).where(where), index, problem);
    }

    @Test
    @DisplayName("E9 a query by the longest values that keys have is sent")
    void takesTheLongestValues() {
        assertThat(songs.query(SONG.byTitle)
                        .where(SONG.artist.eq("x".repeat(2048)).and(SONG.title.lt("x".repeat(1024))))
                        .all())
                .isEmpty();
        client.clear();
    }

    @Test
    @DisplayName("E10 a filter by a column that the model does not have is refused")
    void refusesAFilterByAColumnOfAnotherModel() {
        assertRefused(
                songs.scan().filter(new LabelModel().label.eq("x")),
                "",
                "the filter names 'label', which Song does not have. Known: artist, genre, seconds, tags, title, track.");
    }

    /** Another model of the same class. */
    private static final class LabelModel extends ModelDefinition<Song> {

        final StringColumn<Song, String> label = column("label", STRING)
                .getter(s -> s.artist)
                .setter((s, v) -> s.artist = v)
                .hashKey();

        private LabelModel() {
            super(Song.class, "Label");
        }

        @Override
        protected Song create(Values<Song> values) {
            return new Song();
        }
    }

    @Test
    @DisplayName("E9 a query without where() shows the right form")
    void needsWhere() {
        assertRefused(
                songs.query(),
                "",
                "where() is (nothing); it takes artist == value, and at most one of ==, <, <=, >, >=, between, "
                        + "begins_with on track.");
    }

    @Test
    @DisplayName("E9 a query of an index shows the form of the index")
    void showsTheFormOfAnIndex() {
        assertRefused(
                songs.query(SONG.byLength).where(OF_A.and(SONG.track.eq(1))),
                "byLength",
                "where() is ((artist = S \"a\") and (track = ?)); it takes artist == value, and at most one of ==, "
                        + "<, <=, >, >=, between, begins_with on seconds.");
    }

    @Test
    @DisplayName("E9 a query of an index without a range key shows its form")
    void showsTheFormOfAnIndexWithoutARangeKey() {
        assertRefused(
                songs.query(SONG.titlesByGenre).where(ROCK.and(SONG.title.eq("t"))),
                "titlesByGenre",
                "where() is ((genre = S \"rock\") and (title = ?)); it takes genre == value.");
    }

    @Test
    @DisplayName("E10 a filter that names the hash key shows the right form")
    void refusesTheHashKeyInAFilter() {
        assertRefused(
                songs.query(SONG.titlesByGenre).where(ROCK).filter(SONG.genre.exists()),
                "titlesByGenre",
                "the filter names the key 'genre', which only where() can; it takes genre == value.");
    }

    @Test
    @DisplayName("E10 a filter that names the range key, deep inside, shows the right form")
    void refusesTheRangeKeyInAFilter() {
        assertRefused(
                songs.query()
                        .where(OF_A)
                        .filter(SONG.title
                                .eq("t")
                                .or(SONG.seconds.gt(SONG.track).not())),
                "",
                "the filter names the key 'track', which only where() can; it takes artist == value, and at most one "
                        + "of ==, <, <=, >, >=, between, begins_with on track.");
    }

    @Test
    @DisplayName("E10 a filter on the size of a key is refused too")
    void refusesTheSizeOfAKeyInAFilter() {
        assertRefused(
                songs.query(SONG.titlesByGenre)
                        .where(ROCK)
                        .filter(SONG.genre.size().gt(2)),
                "titlesByGenre",
                "the filter names the key 'genre', which only where() can; it takes genre == value.");
    }

    @Test
    @DisplayName("E10 a filter on a column that the index does not have is refused")
    void refusesAFilterOnWhatIsNotProjected() {
        assertRefused(
                songs.query(SONG.titlesByGenre).where(ROCK).filter(SONG.tags.contains("x")),
                "titlesByGenre",
                "the filter names 'tags', which this index does not project. Known: artist, genre, title, track.");
    }

    @Test
    @DisplayName("E10 a filter that compares with a column that the index does not have is refused")
    void refusesAComparisonWithWhatIsNotProjected() {
        assertRefused(
                songs.query(SONG.titlesByGenre).where(ROCK).filter(SONG.track.lt(SONG.seconds)),
                "titlesByGenre",
                "the filter names 'seconds', which this index does not project. Known: artist, genre, title, track.");
    }

    @Test
    @DisplayName("E10 a strict local index is filtered by what it projects alone")
    void refusesAFilterOnAStrictLocalIndex() {
        assertRefused(
                songs.query(SONG.byLength).where(OF_A).filter(ROCK),
                "byLength",
                "the filter names 'genre', which this index does not project. Known: artist, seconds, title, track.");
    }

    @Test
    @DisplayName("E11 selecting a column that the index does not have is refused")
    void refusesToSelectWhatIsNotProjected() {
        assertRefused(
                songs.query(SONG.byLength).where(OF_A).select(SONG.title, SONG.tags),
                "byLength",
                "select() names 'tags', which this index does not project. Known: artist, seconds, title, track.");
    }

    @Test
    @DisplayName("E10 a scan of an index is filtered by what it projects alone")
    void refusesAFilterOfAScan() {
        assertRefused(
                songs.scan(SONG.titlesByGenre).filter(SONG.seconds.gt(1)),
                "titlesByGenre",
                "the filter names 'seconds', which this index does not project. Known: artist, genre, title, track.");
    }

    @Test
    @DisplayName("E15 a consistent query of a global index is refused")
    void refusesAConsistentQueryOfAGlobalIndex() {
        assertRefused(
                songs.query(SONG.byGenre).where(ROCK).consistent(),
                "byGenre",
                "a global index has no consistent reads; leave consistent() out, or read the table.");
    }

    @Test
    @DisplayName("E15 a consistent scan of a global index is refused")
    void refusesAConsistentScanOfAGlobalIndex() {
        assertRefused(
                songs.scan(SONG.byGenre).consistent(),
                "byGenre",
                "a global index has no consistent reads; leave consistent() out, or read the table.");
    }

    @Test
    @DisplayName("E12 a count is refused as the search itself")
    void refusesACount() {
        InvalidSearch thrown = catchThrowableOfType(
                InvalidSearch.class, () -> songs.query(SONG.byGenre).where(OF_A).count());

        assertThat(thrown.target()).hasToString("Song in table '" + dynamoDb.tableName("Song") + "' (index 'byGenre')");
    }
}
