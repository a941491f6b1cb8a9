package io.bloop.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.testing.Link;
import io.bloop.testing.ScriptedStreams;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads tokens of this library and of Python's bloop. */
class StreamTokenTests {

    private final ScriptedStreams scripted = new ScriptedStreams();
    private final ScriptedReader reader = new ScriptedReader(scripted);
    private final List<String> numbers = new ArrayList<>();
    private String shard;
    private String child;
    private String arn;

    @BeforeEach
    void fill() {
        shard = scripted.switchOn(Set.of("a")).get(0);
        arn = scripted.arn();
        for (int i = 0; i < 3; i++) {
            numbers.add(scripted.write("a", i));
        }
        child = scripted.split(shard, Set.of("a")).get(0);
        for (int i = 0; i < 3; i++) {
            numbers.add(scripted.write("a", i));
        }
    }

    private List<String> resumed(String token) {
        return reader.drain(reader.open(Position.token(token.replace('\'', '"'))));
    }

    @Test
    @DisplayName("S7 a token of Python's bloop is read: a parent with a place and its child with another")
    void readsPythonTokens() {
        String token = "{'stream_arn': '%s', 'active': ['%s'], 'shards': [".formatted(arn, child)
                + "{'shard_id': '%s', 'iterator_type': 'after_sequence', 'sequence_number': '%s'}, "
                        .formatted(shard, numbers.get(1))
                + "{'shard_id': '%s', 'iterator_type': 'at_sequence', 'sequence_number': '%s', 'parent': '%s'}]}"
                        .formatted(child, numbers.get(4), shard);

        assertThat(resumed(token)).containsExactly(numbers.get(2), numbers.get(4), numbers.get(5));
    }

    @Test
    @DisplayName("S7 a token of Python's bloop at the trim horizon is read from the oldest record")
    void readsPythonTokensOfTheTrimHorizon() {
        String token = ("{'stream_arn': '%s', 'active': ['%s'], 'shards': "
                        + "[{'shard_id': '%s', 'iterator_type': 'trim_horizon'}, {'shard_id': '%s', 'parent': '%s'}]}")
                .formatted(arn, shard, shard, child, shard);

        assertThat(resumed(token)).isEqualTo(numbers);
    }

    @Test
    @DisplayName("S7 a token of Python's bloop at the end is read from the end, since it tells no time")
    void readsPythonTokensOfTheEnd() {
        String token =
                "{'stream_arn': '%s', 'active': ['%s'], 'shards': [{'shard_id': '%s', 'iterator_type': 'latest'}]}"
                        .formatted(arn, child, child);
        ChangeStream<Link> stream = reader.open(Position.token(token.replace('\'', '"')));
        String late = scripted.write("a", 1);

        assertThat(reader.drain(stream)).containsExactly(late);
    }

    @ParameterizedTest
    @DisplayName("S7 a token that was changed is refused, and so is one of another model, table, account or version")
    @CsvSource(delimiter = '|', textBlock = """
            "links"              | "others"             | belongs to Link in table 'others'
            "Link"               | "Page"               | belongs to Page in table 'links'
            "v":"1"              | "v":"2"              | was made by another version of Bloop
            :123456789012:       | :999999999999:       | belongs to another table, account or region
            "place":"oldest"     | "place":"somewhere"  | was changed or cut off
            "place":"oldest"     | "place":"at"         | was changed or cut off
            "until"              | "unt"                | was changed or cut off
            "shards"             | "s"                  | was changed or cut off
            "id"                 | "i"                  | was changed or cut off
            "finished":false     | "finished":1         | was changed or cut off
            """)
    void refusesOtherTokens(String found, String replaced, String problem) {
        String token = reader.open(Position.trimHorizon()).token();
        String json = new String(Base64.getUrlDecoder().decode(token.split("\\.")[0]), StandardCharsets.UTF_8);
        assertThat(json).contains(found);
        byte[] changed =
                json.replace(found, replaced).replace("\"number\":", "\"n\":").getBytes(StandardCharsets.UTF_8);
        CRC32 sum = new CRC32();
        sum.update(changed);
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(changed) + "."
                + Long.toHexString(sum.getValue());

        assertThatExceptionOfType(InvalidStreamToken.class)
                .isThrownBy(() -> reader.open(Position.token(forged)))
                .withMessage("The stream token for Link in table 'links' " + problem
                        + "; open the stream at another position.");
    }

    @Test
    @DisplayName("S7 a token of which a character was changed, or that is cut off, is refused")
    void refusesDamagedTokens() {
        String token = reader.open(Position.trimHorizon()).token();
        List<String> damaged =
                new ArrayList<>(List.of("", ".", "{}", "{", "[]", "null", token + "0", token.substring(1)));
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'Q' : 'A';
            damaged.add(token.substring(0, i) + other + token.substring(i + 1));
            damaged.add(token.substring(0, i));
        }

        assertThat(damaged)
                .allSatisfy(text -> assertThatExceptionOfType(InvalidStreamToken.class)
                        .isThrownBy(() -> reader.open(Position.token(text)))
                        .withMessage(
                                "The stream token for Link in table 'links' was changed or cut off; open the stream at another "
                                        + "position."));
    }

    @Test
    @DisplayName("S7 a stream stays where it is if it is moved to a token that does not fit")
    void staysWhereItIs() {
        ChangeStream<Link> stream = reader.open(Position.trimHorizon());
        stream.next();

        assertThatExceptionOfType(InvalidStreamToken.class).isThrownBy(() -> stream.moveTo(Position.token("x.y")));
        assertThat(reader.drain(stream)).isEqualTo(numbers.subList(1, 6));
        stream.moveTo(Position.trimHorizon());
        assertThat(reader.drain(stream)).isEqualTo(numbers);
    }
}
