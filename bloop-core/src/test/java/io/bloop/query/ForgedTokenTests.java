package io.bloop.query;

import static io.bloop.query.Song.SONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.bound.BoundModel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("once")
class ForgedTokenTests {

    private static final Plan<Song> PLAN = plan();
    private static final Map<String, AttributeValue> POSITION =
            Map.of("artist", AttributeValue.fromS("a"), "track", AttributeValue.fromN("1"));
    private static final int DIGEST = 8;

    private static Plan<Song> plan() {
        BoundModel<Song> bound = new BoundModel<>(SONG, "songs", SONG.settings(), Map.of());
        return Plan.of(() -> bound, null);
    }

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

    /** Returns the version and the digest of the search. */
    private static byte[] opened() {
        return Arrays.copyOf(Base64.getUrlDecoder().decode(Token.write(PLAN, POSITION)), 1 + DIGEST);
    }

    private static void assertRefused(String token) {
        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> Token.read(PLAN, token))
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
        byte[] opened = opened();
        byte[] forged = Arrays.copyOf(opened, opened.length + body.length);
        System.arraycopy(body, 0, forged, opened.length, body.length);

        assertRefused(sealed(forged));
    }

    @Property
    @Label("E14 a position whose bytes were changed is refused, or names the same keys with values of their types")
    void aChangedPositionIsRefusedOrFits(
            @ForAll @IntRange(max = 200) int place, @ForAll byte value, @ForAll @IntRange(max = 40) int cut) {
        byte[] bytes = Base64.getUrlDecoder().decode(Token.write(PLAN, POSITION));
        byte[] forged = Arrays.copyOf(bytes, Math.max(1 + DIGEST, bytes.length - DIGEST - cut));
        int at = 1 + DIGEST + place % Math.max(1, forged.length - 1 - DIGEST);
        if (at < forged.length) {
            forged[at] = value;
        }

        try {
            Map<String, AttributeValue> position = Token.read(PLAN, sealed(forged));

            assertThat(position.get("artist").s()).isNotEmpty();
            assertThat(position.get("track").n()).matches("[-+]?\\d.*");
        } catch (InvalidToken refused) {
            assertThat(refused.target().table()).isEqualTo("songs");
        }
    }
}
