package io.bloop.query;

import static io.bloop.query.Song.SONG;
import static io.bloop.query.Song.TUNE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.expression.Condition;
import io.bloop.model.ModelDefinition;
import io.bloop.query.internal.SearchContext;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("once")
class TokenTests {

    private static final Condition<Song> OF_A = SONG.artist.eq("a");
    private static final Map<String, AttributeValue> POSITION = Map.of(
            "artist", fromS("a"), "track", fromN("2"), "genre", fromS("jazz"), "s", fromN("20"), "title", fromS("t02"));

    private final SearchContext<Song> context = context(SONG, "songs");
    private final Query<Song> query = new Query<>(context).where(OF_A);
    private final Scan<Song> scan = new Scan<>(context);

    private static SearchContext<Song> context(ModelDefinition<Song> model, String table) {
        return UnsentContext.of(model, table, TokenSecrets.NONE);
    }

    private static String tokenOf(Search<Song, ?> search) {
        return Token.write(search.plan(), POSITION);
    }

    private String token() {
        return tokenOf(query);
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

    private void assertChanged(String token) {
        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> query.from(token).results())
                .withMessageMatching("The continuation token for Song in table 'songs' was changed "
                        + "(or cut off|or is encrypted, and this engine has no secret for tokens); "
                        + "start the search without one\\.");
    }

    @Test
    @DisplayName("E14 a token with any character changed is InvalidToken")
    void refusesEveryChangedCharacter() {
        String token = token();
        for (int i = 0; i < token.length(); i++) {
            for (char other : new char[] {'A', 'B', '_', '=', ' ', '\u00e9', '\u20ac'}) {
                if (token.charAt(i) != other) {
                    String changed = token.substring(0, i) + other + token.substring(i + 1);
                    assertChanged(changed);
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
            assertChanged(changed);
        }
    }

    @Test
    @DisplayName("E14 a token whose last unused bits were changed is InvalidToken")
    void refusesChangedUnusedBits() {
        String token = token();
        Stream.of(0, 1, 2, 3)
                .map(i -> token.substring(0, token.length() - 1) + (char) (token.charAt(token.length() - 1) ^ i))
                .filter(changed -> !changed.equals(token))
                .forEach(changed -> assertChanged(changed));
    }

    @Test
    @DisplayName("E14 a token that was cut off at any place is InvalidToken")
    void refusesEveryTruncation() {
        String token = token();
        for (int i = 0; i < token.length(); i++) {
            assertInvalid(query, token.substring(0, i), "was changed or cut off");
        }
    }

    @Test
    @DisplayName("E14 a token with something added is InvalidToken")
    void refusesAdditions() {
        for (String added : List.of("A", "AAAA", "=", "==", "\n", " ")) {
            assertInvalid(query, token() + added, "was changed or cut off");
            assertInvalid(query, added + token(), "was changed or cut off");
        }
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {"", " ", "?", "null", "AAAAAAAAAAAAAAAAAAAAAAAA", "../../etc/passwd", "\u0000", "\ud83d\ude00"})
    @DisplayName("E14 garbage is InvalidToken")
    void refusesGarbage(String garbage) {
        assertInvalid(query, garbage, "was changed or cut off");
    }

    @Test
    @DisplayName("E14 a token of another condition is InvalidToken")
    void refusesATokenOfAnotherCondition() {
        assertInvalid(new Query<>(context).where(SONG.artist.eq("b")), token(), "belongs to another search");
        assertInvalid(new Query<>(context).where(OF_A.and(SONG.track.gt(0))), token(), "belongs to another search");
    }

    @Test
    @DisplayName("E14 a token of another operator on the same value is InvalidToken")
    void refusesATokenOfAnotherOperator() {
        String token = tokenOf(new Query<>(context).where(OF_A.and(SONG.track.gt(1))));

        assertInvalid(new Query<>(context).where(OF_A.and(SONG.track.ge(1))), token, "belongs to another search");
    }

    @Test
    @DisplayName("E14 a token of the other direction is InvalidToken")
    void refusesATokenOfTheOtherDirection() {
        assertInvalid(query.descending(), token(), "belongs to another search");
        assertInvalid(query, tokenOf(query.descending()), "belongs to another search");
        assertThat(query.descending().ascending().from(token()).results()).isNotNull();
    }

    @Test
    @DisplayName("E14 a token of another index is InvalidToken")
    void refusesATokenOfAnotherIndex() {
        assertInvalid(new Query<>(context, SONG.byTitle).where(OF_A), token(), "belongs to another search");
        assertInvalid(new Query<>(context, SONG.byLength).where(OF_A), token(), "belongs to another search");
    }

    @Test
    @DisplayName("E14 a token of a query does not fit a scan")
    void refusesATokenOfAQueryInAScan() {
        assertInvalid(scan, token(), "belongs to another search");
    }

    @Test
    @DisplayName("E14 a token of one segment does not fit another")
    void refusesATokenOfAnotherSegment() {
        String token = tokenOf(scan.segment(0, 1));

        assertInvalid(scan.segment(0, 2), token, "belongs to another search");
        assertInvalid(scan, token, "belongs to another search");
    }

    @Test
    @DisplayName("E14 a token of another model is InvalidToken")
    void refusesATokenOfAnotherModel() {
        assertInvalid(
                new Query<>(context(TUNE, "songs")).where(TUNE.artist.eq("a")), token(), "belongs to another search");
    }

    @Test
    @DisplayName("E14 a token of another table is InvalidToken")
    void refusesATokenOfAnotherTable() {
        assertInvalid(new Query<>(context(SONG, "other")).where(OF_A), token(), "belongs to another search");
    }

    @Test
    @DisplayName("E14 a count refuses tokens as the search itself")
    void refusesTokensOfACount() {
        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> query.from("x").count());
    }
}
