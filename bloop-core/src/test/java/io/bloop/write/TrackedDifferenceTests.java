package io.bloop.write;

import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.write.WriteOptions.onlyIf;
import static io.bloop.write.WriteOptions.since;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromSs;

import io.bloop.bulk.BulkFailed;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.read.Consistency;
import io.bloop.testing.BothClients;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.SentOperations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Saves copies of tracked objects by the difference from what was loaded, and looks what the copies know afterwards. */
@BothClients
class TrackedDifferenceTests {

    /** A form in which the model would not write a moment. */
    private static final String SHORT = "2024-05-01T00:00:00Z";

    private static final Map<String, AttributeValue> WHOLE = Map.ofEntries(
            Map.entry("slug", fromS("a")),
            Map.entry("u", fromS("https://example.com")),
            Map.entry("owner", fromS("me")),
            Map.entry("createdOn", fromS(SHORT)),
            Map.entry("clicks", fromN("7")),
            Map.entry("pinned", fromBool(true)),
            Map.entry("tags", fromSs(List.of("x"))),
            Map.entry("notes", fromL(List.of(fromS("n")))),
            Map.entry("unknown", fromS("kept")));

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final SentOperations sent = new SentOperations();
    private Engine engine;
    private BloopTemplate<Link> links;

    @BeforeEach
    void storeALink() {
        engine = dynamoDb.engineBuilder().observer(sent).build();
        engine.bind(List.of(LINK));
        links = engine.template(LINK);
        dynamoDb.put("Link", WHOLE);
    }

    private Map<String, AttributeValue> stored() {
        return dynamoDb.item("Link", Map.of("slug", fromS("a")));
    }

    private static Map<String, AttributeValue> wholeWith(String name, AttributeValue value) {
        Map<String, AttributeValue> changed = new HashMap<>(WHOLE);
        changed.put(name, value);
        return changed;
    }

    /** Returns what is left of an item that is replaced: the model does not know one attribute, and writes empty maps. */
    private static Map<String, AttributeValue> replaced(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> replaced = new HashMap<>(item);
        replaced.remove("unknown");
        replaced.put("counts", fromM(Map.of()));
        return replaced;
    }

    private Link loaded() {
        return links.find(LINK.key("a"), Consistency.STRONG).orElseThrow();
    }

    private Link throughKeys() {
        return links.query(LINK.slugsByOwner).where(LINK.owner.eq("me")).one();
    }

    /** Copies the values of a link; the copy remembers nothing. */
    private static Link copy(Link link) {
        Link copy = new Link(link.slug);
        copy.target = link.target;
        copy.owner = link.owner;
        copy.createdOn = link.createdOn;
        copy.expiresOn = link.expiresOn;
        copy.clicks = link.clicks;
        copy.score = link.score;
        copy.pinned = link.pinned;
        copy.icon = link.icon;
        copy.tags = link.tags;
        copy.notes = link.notes;
        copy.counts = link.counts;
        return copy;
    }

    /** Ways of saving one state with an earlier one. */
    static Stream<Named<BiConsumer<TrackedDifferenceTests, Link[]>>> ways() {
        return Stream.of(
                Named.of("alone", (test, both) -> test.links.save(both[1], since(both[0]))),
                Named.of(
                        "once",
                        (test, both) -> test.links.save(both[1], since(both[0]).with(WriteOptions.once()))),
                Named.of("in bulk", (test, both) -> test.links.bulk().saveEach(List.of(both[1]), since(both[0]))),
                Named.of(
                        "in a transaction",
                        (test, both) -> test.engine.writeTransaction(tx -> tx.save(both[1], since(both[0])))));
    }

    private void save(BiConsumer<TrackedDifferenceTests, Link[]> way, Link before, Link after) {
        way.accept(this, new Link[] {before, after});
    }

    @ParameterizedTest
    @MethodSource("ways")
    @DisplayName("E4 a copy of a partial object lacks what that lacks, and erases nothing later")
    void copiesOfPartialObjectsStayPartial(BiConsumer<TrackedDifferenceTests, Link[]> way) {
        Link before = throughKeys();
        Link after = copy(before);
        after.clicks = 8;

        save(way, before, after);

        assertThat(stored()).isEqualTo(wholeWith("clicks", fromN("8")));
        assertThatExceptionOfType(IncompleteObject.class).isThrownBy(() -> links.replace(after));
        after.clicks = 9;
        links.save(after);
        assertThat(stored()).isEqualTo(wholeWith("clicks", fromN("9")));
    }

    @ParameterizedTest
    @MethodSource("ways")
    @DisplayName("E4 a copy in which nothing has changed knows what the object knows that it was copied from")
    void copiesWithoutChangesKnowTheirItem(BiConsumer<TrackedDifferenceTests, Link[]> way) {
        Link before = throughKeys();
        Link after = copy(before);
        sent.clear();

        save(way, before, after);
        links.save(after);

        assertThat(sent.operations()).isEmpty();
        assertThatExceptionOfType(IncompleteObject.class).isThrownBy(() -> links.replace(after));
        assertThat(stored()).isEqualTo(WHOLE);
    }

    @ParameterizedTest
    @MethodSource("ways")
    @DisplayName(
            "T5 a copy that was saved remembers the forms in which values are stored, for a snapshot and a replace")
    void remembersTheStoredForms(BiConsumer<TrackedDifferenceTests, Link[]> way) {
        Link before = loaded();
        Link after = copy(before);
        after.owner = "you";

        save(way, before, after);

        assertThat(stored()).isEqualTo(wholeWith("owner", fromS("you")));
        links.replace(after, onlyIf(links.snapshot(after)));
        assertThat(stored()).isEqualTo(replaced(wholeWith("owner", fromS("you"))));
    }

    @Test
    @DisplayName("T5 a value that was changed is remembered as it was written")
    void remembersWhatWasWritten() {
        Link before = loaded();
        Link after = copy(before);
        after.createdOn = Instant.parse("2025-01-01T00:00:00Z");

        links.save(after, since(before));
        links.replace(after, onlyIf(links.snapshot(after)));

        assertThat(stored()).isEqualTo(replaced(wholeWith("createdOn", fromS("2025-01-01T00:00:00.000000+00:00"))));
    }

    @Test
    @DisplayName("E4 a column that was not loaded is written where the copy has a value, and no longer lacking")
    void writesWhatTheCopyHas() {
        Link before = throughKeys();
        Link after = copy(before);
        after.notes = List.of("m");

        links.save(after, since(before));
        assertThat(stored()).isEqualTo(wholeWith("notes", fromL(List.of(fromS("m")))));

        after.notes = null;
        links.save(after);
        Map<String, AttributeValue> expected = new HashMap<>(WHOLE);
        expected.remove("notes");
        assertThat(stored()).isEqualTo(expected);
    }

    @Test
    @DisplayName("E4 what a copy makes of a list that was not loaded is no change")
    void leavesAloneWhatCopiesMakeOfNothing() {
        Link before = throughKeys();
        Link after = copy(before);
        after.notes = new ArrayList<>();
        after.clicks = 8;

        links.save(after, since(before));

        assertThat(stored()).isEqualTo(wholeWith("clicks", fromN("8")));
    }

    @Test
    @DisplayName("E4 a partial object that is saved since a copy of it still lacks what was not loaded")
    void partialObjectsStayPartial() {
        Link link = throughKeys();
        Link before = copy(link);
        link.clicks = 8;

        links.save(link, since(before));

        assertThat(stored()).isEqualTo(wholeWith("clicks", fromN("8")));
        assertThatExceptionOfType(IncompleteObject.class).isThrownBy(() -> links.replace(link));
    }

    @Test
    @DisplayName("T5 an object that is saved since a copy of it still remembers the forms in which values are stored")
    void objectsKeepTheirForms() {
        Link link = loaded();
        Link before = copy(link);
        link.owner = "you";

        links.save(link, since(before));
        links.replace(link, onlyIf(links.snapshot(link)));

        assertThat(stored()).isEqualTo(replaced(wholeWith("owner", fromS("you"))));
    }

    @Test
    @DisplayName("T5 an earlier state that was given the key of another item knows nothing of that item's forms")
    void formsAreThoseOfTheItem() {
        Map<String, AttributeValue> other = Map.of(
                "slug", fromS("b"),
                "createdOn", fromS("2024-05-01T00:00:00.000000+00:00"),
                "clicks", fromN("7"),
                "counts", fromM(Map.of()));
        dynamoDb.put("Link", other);
        Link before = loaded();
        before.slug = "b";
        Link after = copy(before);
        for (Link link : List.of(before, after)) {
            link.target = null;
            link.owner = null;
            link.pinned = null;
            link.tags = null;
            link.notes = null;
        }
        after.clicks = 8;

        links.save(after, since(before));
        links.replace(after, onlyIf(links.snapshot(after)));

        Map<String, AttributeValue> expected = new HashMap<>(other);
        expected.put("clicks", fromN("8"));
        assertThat(dynamoDb.item("Link", Map.of("slug", fromS("b")))).isEqualTo(expected);
    }

    @Test
    @DisplayName("E1 a copy of a partial object of another engine lacks there what that lacks")
    void copiesOfAnotherEngineStayPartial() {
        BloopTemplate<Link> others = dynamoDb.engineBuilder()
                .tableNames((model, name) -> dynamoDb.tableName("other"))
                .build()
                .template(LINK);
        others.find("a");
        dynamoDb.put("other", WHOLE);
        Link before = throughKeys();
        Link after = copy(before);
        after.clicks = 8;

        others.save(after, since(before));

        assertThat(dynamoDb.item("other", Map.of("slug", fromS("a")))).isEqualTo(wholeWith("clicks", fromN("8")));
        assertThatExceptionOfType(IncompleteObject.class).isThrownBy(() -> others.replace(after));
    }

    @ParameterizedTest
    @MethodSource("ways")
    @DisplayName("E21 an object that can change is no earlier state of itself")
    void refusesTheObjectItself(BiConsumer<TrackedDifferenceTests, Link[]> way) {
        Link link = loaded();
        link.clicks = 8;

        Throwable refused = catchThrowable(() -> save(way, link, link));

        assertThat(refused instanceof BulkFailed failed ? failed.getCause() : refused)
                .isInstanceOf(InvalidWrite.class)
                .hasMessage("The save of Link(slug=S \"a\") is to write what differs from the object itself, which is "
                        + "nothing, whatever it was set to; give since() a copy that was made before the object was "
                        + "changed.");
        assertThat(stored()).isEqualTo(WHOLE);
    }
}
