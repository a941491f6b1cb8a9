package io.bloop.query;

import static io.bloop.query.Song.SONG;
import static io.bloop.query.Song.TUNE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.expression.Condition;
import io.bloop.model.Index;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.ReadBothWays;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ReadBothWays
@Tag("once")
class TokenTests {

    private static final Condition<Song> OF_A = SONG.artist.eq("a");
    private static final Condition<Song> ROCK = SONG.genre.eq("rock");

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private Engine engine;
    private BloopTemplate<Song> songs;

    @BeforeEach
    void storeSongs() {
        engine = dynamoDb.engine();
        engine.bind(List.of(SONG, TUNE));
        songs = engine.template(SONG);
        Song.store(dynamoDb, "Song", 7);
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
    @DisplayName("E14 a token goes on in another engine, in the other order, and with another filter")
    void fitsOtherWaysToRead() {
        BloopTemplate<Song> others = dynamoDb.engine().template(SONG);

        assertThat(others.query()
                        .where(OF_A)
                        .filter(SONG.seconds.gt(40))
                        .from(token())
                        .all())
                .extracting(Song::track)
                .containsExactly(5, 6, 7);
        assertThat(others.query().where(OF_A).descending().from(token()).all())
                .extracting(Song::track)
                .containsExactly(1);
    }

    private String token() {
        return songs.query().where(OF_A).limit(2).page().next().orElseThrow();
    }

    @Test
    @DisplayName("E14 a token is safe in a URL")
    void isSafeInUrls() {
        assertThat(token()).matches("[A-Za-z0-9_-]+");
    }

    private void assertInvalid(Search<Song, ?> search, String token, String problem) {
        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> search.from(token).results())
                .withMessage("The continuation token for " + search.plan().target() + " " + problem
                        + "; start the search without one.")
                .returns(search.plan().target(), InvalidToken::target);
    }

    @Test
    @DisplayName("E14 a token with any character changed is InvalidToken")
    void refusesEveryChangedCharacter() {
        String token = token();
        for (int i = 0; i < token.length(); i++) {
            for (char other : new char[] {'A', 'B', '_', '=', ' ', '\u00e9', '\u20ac'}) {
                if (token.charAt(i) != other) {
                    String changed = token.substring(0, i) + other + token.substring(i + 1);
                    assertInvalid(songs.query().where(OF_A), changed, "was changed or cut off");
                }
            }
        }
    }

    @Test
    @DisplayName("E14 a token with any bit flipped is InvalidToken")
    void refusesEveryFlippedBit() {
        byte[] bytes = Base64.getUrlDecoder().decode(token());
        for (int i = 0; i < bytes.length * 8; i++) {
            byte[] flipped = bytes.clone();
            flipped[i / 8] ^= (byte) (1 << i % 8);
            String changed = Base64.getUrlEncoder().withoutPadding().encodeToString(flipped);
            assertInvalid(songs.query().where(OF_A), changed, "was changed or cut off");
        }
    }

    @Test
    @DisplayName("E14 a token whose last unused bits were changed is InvalidToken")
    void refusesChangedUnusedBits() {
        String token = token();
        Stream.of(0, 1, 2, 3)
                .map(i -> token.substring(0, token.length() - 1) + (char) (token.charAt(token.length() - 1) ^ i))
                .filter(changed -> !changed.equals(token))
                .forEach(changed -> assertInvalid(songs.query().where(OF_A), changed, "was changed or cut off"));
    }

    @Test
    @DisplayName("E14 a token that was cut off at any place is InvalidToken")
    void refusesEveryTruncation() {
        String token = token();
        for (int i = 0; i < token.length(); i++) {
            assertInvalid(songs.query().where(OF_A), token.substring(0, i), "was changed or cut off");
        }
    }

    @Test
    @DisplayName("E14 a token with something added is InvalidToken")
    void refusesAdditions() {
        for (String added : List.of("A", "AAAA", "=", "==", "\n", " ")) {
            assertInvalid(songs.query().where(OF_A), token() + added, "was changed or cut off");
            assertInvalid(songs.query().where(OF_A), added + token(), "was changed or cut off");
        }
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {"", " ", "?", "null", "AAAAAAAAAAAAAAAAAAAAAAAA", "../../etc/passwd", "\u0000", "\ud83d\ude00"})
    @DisplayName("E14 garbage is InvalidToken")
    void refusesGarbage(String garbage) {
        assertInvalid(songs.query().where(OF_A), garbage, "was changed or cut off");
    }

    @Test
    @DisplayName("E14 a token of another condition is InvalidToken")
    void refusesATokenOfAnotherCondition() {
        assertInvalid(songs.query().where(SONG.artist.eq("b")), token(), "belongs to another search");
        assertInvalid(songs.query().where(OF_A.and(SONG.track.gt(0))), token(), "belongs to another search");
    }

    @Test
    @DisplayName("E14 a token of another operator on the same value is InvalidToken")
    void refusesATokenOfAnotherOperator() {
        String token = songs.query()
                .where(OF_A.and(SONG.track.gt(1)))
                .limit(1)
                .page()
                .next()
                .orElseThrow();

        assertInvalid(songs.query().where(OF_A.and(SONG.track.ge(1))), token, "belongs to another search");
    }

    @Test
    @DisplayName("E14 a token of another index is InvalidToken")
    void refusesATokenOfAnotherIndex() {
        assertInvalid(songs.query(SONG.byTitle).where(OF_A), token(), "belongs to another search");
        assertInvalid(songs.query(SONG.byLength).where(OF_A), token(), "belongs to another search");
    }

    @Test
    @DisplayName("E14 a token of a query does not fit a scan")
    void refusesATokenOfAQueryInAScan() {
        assertInvalid(songs.scan(), token(), "belongs to another search");
    }

    @Test
    @DisplayName("E14 a token of one segment does not fit another")
    void refusesATokenOfAnotherSegment() {
        String token = songs.scan().segment(0, 1).limit(2).page().next().orElseThrow();

        assertInvalid(songs.scan().segment(0, 2), token, "belongs to another search");
        assertInvalid(songs.scan(), token, "belongs to another search");
    }

    @Test
    @DisplayName("E14 a token of another model is InvalidToken")
    void refusesATokenOfAnotherModel() {
        assertInvalid(engine.template(TUNE).query().where(TUNE.artist.eq("a")), token(), "belongs to another search");
    }

    @Test
    @DisplayName("E14 a token of another table is InvalidToken")
    void refusesATokenOfAnotherTable() {
        BloopTemplate<Song> others = dynamoDb.engineBuilder()
                .tableNames((model, name) -> dynamoDb.tableName("other"))
                .build()
                .template(SONG);

        assertInvalid(others.query().where(OF_A), token(), "belongs to another search");
    }

    @Test
    @DisplayName("E14 a count refuses tokens as the search itself")
    void refusesTokensOfACount() {
        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> songs.query().where(OF_A).from("x").count());
    }
}
