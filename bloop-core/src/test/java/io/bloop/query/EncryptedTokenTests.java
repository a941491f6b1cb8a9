package io.bloop.query;

import static io.bloop.query.Song.SONG;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.InvalidArgument;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class EncryptedTokenTests {

    private static final String OLD = "an old secret of thirty-two bytes";
    private static final String NEW = "a new secret of thirty-two bytes.";
    private static final Map<String, AttributeValue> POSITION =
            Map.of("artist", AttributeValue.fromS("somebody"), "track", AttributeValue.fromN("1234567"));

    private static Plan<Song> plan(String... secrets) {
        TokenSecrets made = secrets.length == 0 ? TokenSecrets.NONE : TokenSecrets.of(List.of(secrets));
        return new Query<>(UnsentContext.of(SONG, "songs", made))
                .where(SONG.artist.eq("somebody"))
                .plan();
    }

    private static void assertRefused(Plan<Song> plan, String token, String problem) {
        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> Token.read(plan.from(token)))
                .withMessage("The continuation token for Song in table 'songs' " + problem
                        + "; start the search without one.");
    }

    private static byte[] bytes(String token) {
        return Base64.getUrlDecoder().decode(token);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    @DisplayName("E14 a token with a secret is read by an engine with that secret, and is safe in a URL")
    void isRead() {
        String token = Token.write(plan(NEW), POSITION);

        assertThat(Token.read(plan(NEW).from(token))).isEqualTo(new Position(POSITION, true));
        assertThat(token).matches("[A-Za-z0-9_-]+");
    }

    @Test
    @DisplayName("E14 a token shows the values of keys without a secret, and hides them with one")
    void hidesTheValues() {
        assertThat(new String(bytes(Token.write(plan(), POSITION)), ISO_8859_1)).contains("somebody", "1234567");
        assertThat(new String(bytes(Token.write(plan(NEW), POSITION)), ISO_8859_1))
                .doesNotContain("somebody", "1234567");
    }

    @Test
    @DisplayName("E14 two tokens of one position differ")
    void differs() {
        assertThat(Token.write(plan(NEW), POSITION)).isNotEqualTo(Token.write(plan(NEW), POSITION));
    }

    @Test
    @DisplayName("E14 the first secret encrypts and all decrypt, so that a secret can be changed")
    void rotates() {
        String before = Token.write(plan(OLD), POSITION);
        String after = Token.write(plan(NEW, OLD), POSITION);

        assertThat(Token.read(plan(NEW, OLD).from(before))).isNotNull();
        assertThat(Token.read(plan(NEW).from(after))).isNotNull();
        String foreign = "was changed or cut off, or is encrypted with a secret that this engine does not have";
        assertRefused(plan(NEW), before, foreign);
        assertRefused(plan(OLD), after, foreign);
    }

    @Test
    @DisplayName("E14 an encrypted token with any bit flipped is InvalidToken")
    void refusesEveryFlippedBit() {
        byte[] bytes = bytes(Token.write(plan(NEW), POSITION));
        for (int i = 0; i < bytes.length * 8; i++) {
            byte[] flipped = bytes.clone();
            flipped[i / 8] ^= (byte) (1 << i % 8);
            String changed = text(flipped);

            assertRefused(
                    plan(NEW, OLD),
                    changed,
                    i < 8
                            ? "was changed or cut off"
                            : "was changed or cut off, or is encrypted with a secret that this engine does not have");
        }
    }

    @Test
    @DisplayName("E14 an encrypted token that was cut off at any place is InvalidToken")
    void refusesEveryTruncation() {
        String token = Token.write(plan(NEW), POSITION);
        for (int i = 0; i < token.length(); i++) {
            String cut = token.substring(0, i);

            assertThatExceptionOfType(InvalidToken.class)
                    .isThrownBy(() -> Token.read(plan(NEW).from(cut)));
        }
    }

    @Test
    @DisplayName("E14 a token that is not encrypted is InvalidToken where there is a secret")
    void refusesPlainTokens() {
        assertRefused(plan(NEW), Token.write(plan(), POSITION), "is not encrypted, unlike the tokens of this engine");
    }

    @Test
    @DisplayName("E14 an encrypted token is InvalidToken where there is no secret")
    void refusesEncryptedTokens() {
        assertRefused(
                plan(),
                Token.write(plan(NEW), POSITION),
                "was changed or is encrypted, and this engine has no secret for tokens");
    }

    @Test
    @DisplayName("E14 an encrypted token of another search is InvalidToken")
    void refusesTokensOfOtherSearches() {
        Plan<Song> plan = plan(NEW);
        String token = Token.write(plan, POSITION);
        Query<Song> query = new Query<>(UnsentContext.of(SONG, "songs", TokenSecrets.of(List.of(NEW))));

        assertRefused(query.where(SONG.artist.eq("b")).plan(), token, "belongs to another search");
        assertRefused(query.where(SONG.artist.eq("somebody")).descending().plan(), token, "belongs to another search");
    }

    @Test
    @DisplayName("E14 a token of the former format is InvalidToken, with a secret and without one")
    void refusesTheFormerFormat() throws Exception {
        byte[] body =
                "\u0001digest..\u0002\u0000\u0006artistS\u0000\u0001a\u0000\u0005trackN\u0000\u00011".getBytes(UTF_8);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
        byte[] former = Arrays.copyOf(body, body.length + 8);
        System.arraycopy(digest, 0, former, body.length, 8);

        assertRefused(plan(), text(former), "was made by an earlier version of Bloop");
        assertRefused(plan(NEW), text(former), "was made by an earlier version of Bloop");
    }

    static Stream<Arguments> wrongSecrets() {
        return Stream.of(
                Arguments.of(null, "null"),
                Arguments.of(List.of(), "empty"),
                Arguments.of(Arrays.asList(NEW, null), "null"),
                Arguments.of(List.of(""), "one of 0 characters"),
                Arguments.of(List.of(NEW, "x".repeat(31)), "one of 31 characters"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("wrongSecrets")
    @DisplayName("E21 secrets that are missing or too short are refused, and not shown")
    void refusesShortSecrets(List<String> secrets, String found) {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> TokenSecrets.of(secrets))
                .withMessage("tokenSecrets(): 'secrets' has to be at least one text of 32 random characters or more, "
                        + "and is " + found + ".");
    }

    @Test
    @DisplayName("E20 secrets print their number, and not themselves")
    void printsNoSecret() {
        assertThat(TokenSecrets.of(List.of(NEW, OLD))).hasToString("TokenSecrets[2]");
    }
}
