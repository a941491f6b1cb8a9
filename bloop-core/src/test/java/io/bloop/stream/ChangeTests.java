package io.bloop.stream;

import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.InvalidArgument;
import io.bloop.engine.Engine;
import io.bloop.stream.Change.Kind;
import io.bloop.table.BindMode;
import io.bloop.testing.Link;
import io.bloop.testing.ScriptedStreams;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Identity;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** Makes changes of single records. */
class ChangeTests {

    private static final Map<String, AttributeValue> KEY = Map.of("slug", AttributeValue.fromS("docs"));
    private static final Map<String, AttributeValue> OLD =
            Map.of("slug", AttributeValue.fromS("docs"), "clicks", AttributeValue.fromN("1"));
    private static final Map<String, AttributeValue> NEW = Map.of(
            "slug", AttributeValue.fromS("docs"),
            "clicks", AttributeValue.fromN("1.0"),
            "owner", AttributeValue.fromS("ann"));

    private final Engine engine = Engine.builder(new ScriptedStreams().tables())
            .bindMode(BindMode.NONE)
            .build();

    private static Record record(
            @Nullable String name,
            @Nullable Map<String, AttributeValue> before,
            @Nullable Map<String, AttributeValue> after,
            @Nullable Identity identity) {
        return Record.builder()
                .eventName(name)
                .userIdentity(identity)
                .dynamodb(StreamRecord.builder()
                        .keys(KEY)
                        .oldImage(before)
                        .newImage(after)
                        .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)
                        .build())
                .build();
    }

    private static Identity identity(String type, String principal) {
        return Identity.builder().type(type).principalId(principal).build();
    }

    static Stream<Arguments> events() {
        return Stream.of(
                Arguments.of(record("INSERT", null, NEW, null), Kind.INSERT, false),
                Arguments.of(record("INSERT", null, null, null), Kind.INSERT, false),
                Arguments.of(record("MODIFY", OLD, NEW, null), Kind.MODIFY, false),
                Arguments.of(record("MODIFY", null, NEW, null), Kind.MODIFY, false),
                Arguments.of(record("REMOVE", OLD, null, null), Kind.REMOVE, false),
                Arguments.of(
                        record("REMOVE", OLD, null, identity("Service", "dynamodb.amazonaws.com")), Kind.REMOVE, true),
                Arguments.of(record("REMOVE", OLD, null, identity("Service", "replication")), Kind.REMOVE, false),
                Arguments.of(
                        record("MODIFY", OLD, NEW, identity("Service", "dynamodb.amazonaws.com")), Kind.MODIFY, false),
                Arguments.of(record("EXPIRE", OLD, null, null), Kind.REMOVE, true),
                Arguments.of(record("UNKNOWN_TO_SDK_VERSION", OLD, null, null), Kind.REMOVE, true),
                Arguments.of(record("UNKNOWN_TO_SDK_VERSION", null, null, null), Kind.REMOVE, true),
                Arguments.of(record("LATER", OLD, NEW, null), Kind.MODIFY, false),
                Arguments.of(record("LATER", null, NEW, null), Kind.INSERT, false),
                Arguments.of(record("LATER", OLD, null, null), Kind.REMOVE, false),
                Arguments.of(record(null, OLD, NEW, null), Kind.MODIFY, false));
    }

    @ParameterizedTest
    @MethodSource("events")
    @DisplayName("S2 an event of an unknown name is judged by its images, and time to live by who has removed the item")
    void judgesEvents(Record record, Kind kind, boolean expired) {
        Change<Link> change = engine.changes(LINK).of(record);

        assertThat(change.kind()).isEqualTo(kind);
        assertThat(change.expired()).isEqualTo(expired);
        assertThat(change.record()).isSameAs(record);
    }

    @Test
    @DisplayName("S2 values that DynamoDB takes for the same have not changed, and an explicit NULL counts as absent")
    void comparesAsDynamoDb() {
        assertThat(engine.changes(LINK).of(record("MODIFY", OLD, NEW, null)).changed())
                .containsExactly(LINK.owner);
        Map<String, AttributeValue> withNull = Map.of(
                "slug", AttributeValue.fromS("docs"),
                "clicks", AttributeValue.fromN("1"),
                "owner", AttributeValue.fromNul(true));
        assertThat(engine.changes(LINK)
                        .of(record("MODIFY", OLD, withNull, null))
                        .changed())
                .isEmpty();
    }

    @Test
    @DisplayName("S2 the changed columns are refused where the view of the stream does not tell them")
    void refusesToGuess() {
        Record record = record("MODIFY", null, NEW, null);
        Record asTheViewIs = record.toBuilder()
                .dynamodb(record.dynamodb().toBuilder()
                        .streamViewType(StreamViewType.NEW_IMAGE)
                        .build())
                .build();
        Change<Link> change = engine.changes(LINK).of(asTheViewIs);

        assertThatExceptionOfType(MissingImage.class)
                .isThrownBy(change::changed)
                .withMessage(
                        "The change of Link(slug=S \"docs\") in table 'Link' does not tell which columns differ: the view "
                                + "of its stream is NEW_IMAGE, and has to be NEW_AND_OLD_IMAGES.");
    }

    @Test
    @DisplayName("S9 a stream needs a client for streams, changes of records do not")
    void needsAClient() {
        assertThatExceptionOfType(StreamUnavailable.class)
                .isThrownBy(() -> engine.stream(LINK, Position.latest()))
                .withMessage(
                        "The changes of Link in table 'Link' cannot be read: the engine has no client for streams. Give "
                                + "EngineBuilder.streamsClient() a DynamoDbStreamsClient of the same endpoint, region and "
                                + "credentials.");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> engine.changes(LINK).of(null))
                .withMessage("of(): 'record' has to be a record of a table's stream, and is null.");
    }

    @Test
    @DisplayName("S7 a change of a single record has no place in a stream")
    void hasNoPlace() {
        ScriptedStreams scripted = new ScriptedStreams();
        scripted.switchOn(Set.of("docs"));
        ChangeStream<Link> stream = new ScriptedReader(scripted).open(Position.latest());
        Change<Link> change = engine.changes(LINK).of(record("MODIFY", OLD, NEW, null));

        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> stream.tokenBefore(List.of(change)))
                .withMessage(
                        "tokenBefore(): 'unfinished' has to be changes that a stream has handed out, and is a change of a "
                                + "single record.");
    }
}
