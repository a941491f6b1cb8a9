package io.bloop.query;

import static io.bloop.query.Song.SONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.expression.Condition;
import io.bloop.request.InvalidRequest;
import io.bloop.testing.LocalDynamoDb;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes tokens without secrets as an attacker would, who can compute their digests, and sends them to the database. */
class ForgedTokensInTheTableTests {

    private static final int TOKENS = 80;
    private static final long SEED = 20_260_101;
    private static final Condition<Song> OF_A = SONG.artist.eq("a");

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private BloopTemplate<Song> songs;
    private final Random random = new Random(SEED);

    @BeforeEach
    void storeSongs() {
        Engine engine = dynamoDb.engine();
        engine.bind(List.of(SONG));
        songs = engine.template(SONG);
        Song.store(dynamoDb, "Song", 7);
        for (String artist : List.of("b", "c")) {
            dynamoDb.put(
                    "Song",
                    Map.of(
                            "artist", fromS(artist),
                            "track", fromN("3"),
                            "title", fromS("t03"),
                            "genre", fromS("rock"),
                            "s", fromN("30")));
        }
    }

    private static Arguments search(
            String name, Function<BloopTemplate<Song>, Search<Song, ?>> search, Predicate<Song> expected) {
        return Arguments.of(name, search, expected);
    }

    static Stream<Arguments> searches() {
        Predicate<Song> ofA = song -> song.artist.equals("a");
        return Stream.of(
                search("query of the table", songs -> songs.query().where(OF_A), ofA),
                search(
                        "query of the table from a range key on",
                        songs -> songs.query().where(OF_A.and(SONG.track.gt(2))),
                        ofA.and(song -> song.track > 2)),
                search(
                        "descending query of the table up to a range key",
                        songs -> songs.query().where(OF_A.and(SONG.track.le(5))).descending(),
                        ofA.and(song -> song.track <= 5)),
                search(
                        "query of the table between range keys",
                        songs -> songs.query().where(OF_A.and(SONG.track.between(2, 5))),
                        ofA.and(song -> song.track >= 2 && song.track <= 5)),
                search(
                        "query of one item",
                        songs -> songs.query().where(OF_A.and(SONG.track.eq(3))),
                        ofA.and(song -> song.track == 3)),
                search(
                        "query of a local index by a beginning",
                        songs -> songs.query(SONG.byTitle).where(OF_A.and(SONG.title.beginsWith("t0"))),
                        ofA),
                search(
                        "descending query of a local index",
                        songs -> songs.query(SONG.byLength)
                                .where(OF_A.and(SONG.seconds.lt(60)))
                                .descending(),
                        ofA.and(song -> song.seconds < 60)),
                search(
                        "query of a global index",
                        songs -> songs.query(SONG.byGenre)
                                .where(SONG.genre.eq("rock").and(SONG.seconds.ge(30))),
                        song -> song.genre.equals("rock") && song.seconds >= 30),
                search(
                        "query of a global index without a range key",
                        songs -> songs.query(SONG.titlesByGenre).where(SONG.genre.eq("rock")),
                        song -> song.genre.equals("rock")),
                search("scan of the table", BloopTemplate::scan, song -> true),
                search("scan of a segment", songs -> songs.scan().segment(0, 2), song -> true),
                search("scan of a local index", songs -> songs.scan(SONG.byTitle), song -> true),
                search("scan of a global index", songs -> songs.scan(SONG.byGenre), song -> true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("searches")
    @DisplayName("E14 a forged token is InvalidToken, or goes on with results of the same search")
    void aForgedTokenIsRefusedOrGoesOn(
            String name, Function<BloopTemplate<Song>, Search<Song, ?>> search, Predicate<Song> expected) {
        Search<Song, ?> forged = search.apply(songs);
        int accepted = 0;
        for (int i = 0; i < TOKENS; i++) {
            Map<String, AttributeValue> key = forgedKey(forged.plan());
            try {
                List<Song> found = forged.limit(1)
                        .from(Token.write(forged.plan(), key))
                        .page()
                        .items();

                assertThat(found).as("found after %s", key).allMatch(expected);
                accepted++;
            } catch (InvalidToken refused) {
                assertThat(refused.target()).isEqualTo(forged.plan().target());
            }
        }
        assertThat(accepted).as("accepted tokens").isPositive();
    }

    /** Returns a position of a search some of whose values are changed. */
    private Map<String, AttributeValue> forgedKey(Plan<Song> plan) {
        Map<String, AttributeValue> key = new HashMap<>();
        for (String name : plan.positionAttributes()) {
            key.put(
                    name,
                    switch (name) {
                        case "artist" -> fromS(text("a"));
                        case "title" -> fromS(text("t03"));
                        case "genre" -> fromS(text("rock"));
                        case "track" -> fromN(number("3"));
                        default -> fromN(number("30"));
                    });
        }
        return key;
    }

    private boolean isKept() {
        return random.nextInt(3) > 0;
    }

    private String text(String valid) {
        return isKept()
                ? valid
                : switch (random.nextInt(8)) {
                    case 0 -> "";
                    case 1 -> "b";
                    case 2 -> "x".repeat(1024 + random.nextInt(3));
                    case 3 -> "x".repeat(2048 + random.nextInt(3));
                    case 4 -> valid + (char) random.nextInt(0xd800);
                    case 5 -> valid.substring(1);
                    case 6 -> "t0" + random.nextInt(10);
                    default -> "\ud83d\ude00";
                };
    }

    private String number(String valid) {
        return isKept()
                ? valid
                : switch (random.nextInt(12)) {
                    case 0 -> "";
                    case 1 -> "x";
                    case 2 -> Integer.toString(random.nextInt(100) - 20);
                    case 3 -> "1e" + (random.nextInt(400) - 200);
                    case 4 -> "9".repeat(36 + random.nextInt(6));
                    case 5 -> "1" + "0".repeat(120 + random.nextInt(10));
                    case 6 -> "-" + valid;
                    case 7 -> "+" + valid + ".";
                    case 8 -> " " + valid;
                    case 9 -> "0x10";
                    case 10 -> "." + valid + "e1";
                    default -> "NaN";
                };
    }

    @Test
    @DisplayName("E14 a position that DynamoDB alone can judge is InvalidToken")
    void aPositionOfAnotherSegmentIsRefused() {
        Scan<Song> first = songs.scan().segment(0, 2);
        Scan<Song> second = songs.scan().segment(1, 2);
        Map<String, AttributeValue> key = Map.of("artist", fromS("a"), "track", fromN("3"));
        Scan<Song> other = first.stream().anyMatch(song -> song.artist.equals("a")) ? second : first;

        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> other.from(Token.write(other.plan(), key)).all())
                .withMessage("The continuation token for " + other.plan().target()
                        + " stands for no position of this search; start the search without one.")
                .withCauseExactlyInstanceOf(InvalidRequest.class);
        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> other.from(Token.write(other.plan(), key)).count());
    }
}
