package io.bloop.query;

import static io.bloop.query.Song.SONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("once")
class ForgedTokenTests {

    private static final Plan<Song> PLAN = new Query<>(UnsentContext.of(SONG, "songs", TokenSecrets.NONE))
            .where(SONG.artist.eq("a").and(SONG.track.gt(0)))
            .plan();
    private static final Map<String, AttributeValue> POSITION =
            Map.of("artist", AttributeValue.fromS("a"), "track", AttributeValue.fromN("1"));
    private static final int DIGEST = 8;

    /** Writes bytes as a token whose last digest is right. */
    private static String sealed(byte[] bytes) {
        byte[] sealed = Arrays.copyOf(bytes, bytes.length + DIGEST);
        System.arraycopy(digest(bytes), 0, sealed, bytes.length, DIGEST);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static byte[] token() {
        return Base64.getUrlDecoder().decode(Token.write(PLAN, POSITION));
    }

    private static void assertRefused(String token) {
        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> Token.read(PLAN.from(token)))
                .withMessageStartingWith("The continuation token for Song in table 'songs' ")
                .withMessageEndingWith("; start the search without one.");
    }

    @Property
    @Label("E14 any text is InvalidToken, and none crashes")
    void anyTextIsRefused(@ForAll String text) {
        assertRefused(text);
    }

    @Property
    @Label("E14 any bytes with a right digest are InvalidToken")
    void anySealedBytesAreRefused(@ForAll byte[] bytes) {
        assertRefused(sealed(bytes));
    }

    @Property
    @Label("E14 any position of this search that is not its keys is InvalidToken")
    void anyForgedPositionIsRefused(@ForAll @Size(max = 60) byte[] body) {
        byte[] opened = Arrays.copyOf(token(), 1 + DIGEST);
        byte[] forged = Arrays.copyOf(opened, opened.length + body.length);
        System.arraycopy(body, 0, forged, opened.length, body.length);

        assertRefused(sealed(forged));
    }

    @Property
    @Label("E14 a position whose bytes were changed is refused, or meets the key condition")
    void aChangedPositionIsRefusedOrFits(
            @ForAll @IntRange(max = 200) int place, @ForAll byte value, @ForAll @IntRange(max = 40) int cut) {
        byte[] bytes = token();
        byte[] forged = Arrays.copyOf(bytes, Math.max(1 + DIGEST, bytes.length - DIGEST - cut));
        int at = 1 + DIGEST + place % Math.max(1, forged.length - 1 - DIGEST);
        if (at < forged.length) {
            forged[at] = value;
        }

        try {
            Map<String, AttributeValue> position = Objects.requireNonNull(Token.read(PLAN.from(sealed(forged))))
                    .key();

            assertThat(position).hasSize(2).containsEntry("artist", AttributeValue.fromS("a"));
            assertThat(position.get("track").n()).matches("[1-9]");
        } catch (InvalidToken refused) {
            assertThat(refused.target().table()).isEqualTo("songs");
        }
    }
}
