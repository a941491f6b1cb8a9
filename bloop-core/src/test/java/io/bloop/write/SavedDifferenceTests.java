package io.bloop.write;

import static io.bloop.model.IndexProjection.KEYS;
import static io.bloop.testing.NoteModel.NOTE;
import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.setOf;
import static io.bloop.write.WriteOptions.onlyIf;
import static io.bloop.write.WriteOptions.since;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromSs;

import io.bloop.InvalidArgument;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.ListColumn;
import io.bloop.model.ModelDefinition;
import io.bloop.model.SetColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.request.ConstraintViolation;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Note;
import io.bloop.testing.SentOperations;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Saves objects that remember nothing by the difference from an earlier state. */
@BothClients
class SavedDifferenceTests {

    private static final String AT = "2020-12-23T07:05:29Z";

    record Entry(String id, Instant at, String text, String owner, Set<String> tags, List<String> lines) {

        Entry with(String text, String owner, Set<String> tags, List<String> lines) {
            return new Entry(id, at, text, owner, tags, lines);
        }
    }

    static final class EntryModel extends ModelDefinition<Entry> {

        static final EntryModel ENTRY = new EntryModel();

        final StringColumn<Entry, String> id =
                column("id", STRING).getter(Entry::id).hashKey();
        final StringColumn<Entry, Instant> at =
                column("at", INSTANT).getter(Entry::at).rangeKey();
        final StringColumn<Entry, String> text = column("text", STRING).getter(Entry::text);
        final StringColumn<Entry, String> owner = column("owner", STRING).getter(Entry::owner);
        final SetColumn<Entry, String> tags = column("tags", setOf(STRING)).getter(Entry::tags);
        final ListColumn<Entry, String> lines = column("lines", listOf(STRING)).getter(Entry::lines);
        final GlobalSecondaryIndex<Entry> byOwner = globalIndex("byOwner", KEYS).hashKey(owner);

        private EntryModel() {
            super(Entry.class);
        }

        @Override
        protected Entry create(Values<Entry> values) {
            return new Entry(
                    values.get(id),
                    values.get(at),
                    values.get(text),
                    values.get(owner),
                    values.get(tags),
                    values.get(lines));
        }
    }

    private static final EntryModel ENTRY = EntryModel.ENTRY;
    private static final Map<String, AttributeValue> STORED = Map.of(
            "id", fromS("a"),
            "at", fromS(AT),
            "text", fromS("old"),
            "owner", fromS("ada"),
            "tags", fromSs(List.of("x")),
            "lines", fromL(List.of(fromS("one"))),
            "unknown", fromS("kept"));

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final SentOperations sent = new SentOperations();
    private Engine engine;
    private BloopTemplate<Entry> entries;

    @BeforeEach
    void store() {
        engine = dynamoDb.engineBuilder().observer(sent).build();
        engine.bind(List.of(ENTRY, NOTE));
        entries = engine.template(ENTRY);
        dynamoDb.put("Entry", STORED);
    }

    private Entry loaded() {
        return entries.query().where(ENTRY.id.eq("a")).one();
    }

    private Map<String, AttributeValue> stored() {
        return dynamoDb.item("Entry", Map.of("id", fromS("a"), "at", fromS(AT)));
    }

    /** Ways of saving one state with an earlier one. */
    static Stream<Arguments> ways() {
        return Stream.<Named<BiConsumer<SavedDifferenceTests, Entry[]>>>of(
                        Named.of("alone", (test, both) -> test.entries.save(both[1], since(both[0]))),
                        Named.of(
                                "once",
                                (test, both) -> test.entries.save(
                                        both[1], since(both[0]).with(WriteOptions.once()))),
                        Named.of(
                                "in bulk",
                                (test, both) -> test.entries.bulk().saveEach(List.of(both[1]), since(both[0]))),
                        Named.of(
                                "in a transaction",
                                (test, both) -> test.engine.writeTransaction(tx -> tx.save(both[1], since(both[0])))))
                .map(Arguments::of);
    }

    private void save(BiConsumer<SavedDifferenceTests, Entry[]> way, Entry before, Entry after) {
        way.accept(this, new Entry[] {before, after});
    }

    @ParameterizedTest
    @MethodSource("ways")
    @DisplayName("E4 what an immutable object no longer has is removed, and what others changed is left alone")
    void sendsTheDifference(BiConsumer<SavedDifferenceTests, Entry[]> way) {
        Entry before = loaded();
        Map<String, AttributeValue> changed = new HashMap<>(STORED);
        changed.put("owner", fromS("grace"));
        dynamoDb.put("Entry", changed);

        save(way, before, before.with(null, before.owner(), Set.of("x", "y"), before.lines()));

        changed.remove("text");
        changed.put("tags", fromSs(List.of("x", "y")));
        assertThat(stored()).isEqualTo(changed);
    }

    @ParameterizedTest
    @MethodSource("ways")
    @DisplayName("E4 two states that are equal are no request")
    void sendsNothingForNothing(BiConsumer<SavedDifferenceTests, Entry[]> way) {
        Entry before = loaded();
        sent.clear();

        save(way, before, before.with(before.text(), before.owner(), Set.of("x"), List.of("one")));

        assertThat(sent.operations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ways")
    @DisplayName("E4 a record has not changed since itself, which is no request")
    void sendsNothingForTheRecordItself(BiConsumer<SavedDifferenceTests, Entry[]> way) {
        Entry entry = loaded();
        sent.clear();

        save(way, entry, entry);

        assertThat(sent.operations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ways")
    @DisplayName("E18 the later state goes to the item of the earlier one, and so do the writes after it")
    void keepsTheStoredKey(BiConsumer<SavedDifferenceTests, Entry[]> way) {
        Entry before = loaded();
        Entry after = before.with("new", "ada", before.tags(), before.lines());

        save(way, before, after);
        entries.delete(after);

        assertThat(entries.scan().all()).isEmpty();
    }

    @Test
    @DisplayName("E4 a projection lacks columns of both states, which are not touched")
    void leavesAloneWhatWasNotLoaded() {
        Entry before = entries.query(ENTRY.byOwner).where(ENTRY.owner.eq("ada")).one();

        entries.save(before.with("new", before.owner(), before.tags(), before.lines()), since(before));

        Map<String, AttributeValue> expected = new HashMap<>(STORED);
        expected.put("text", fromS("new"));
        assertThat(stored()).isEqualTo(expected);
    }

    @Test
    @DisplayName("E4 versions and moments move with a difference as with every save")
    void movesVersions() {
        BloopTemplate<Note> notes = engine.template(NOTE);
        Note first = notes.insert(new Note("n", "x"));

        Note second = notes.save(first.withText(null), since(first));

        assertThat(second.version()).isEqualTo(2);
        assertThat(second.created()).isEqualTo(first.created());
        assertThat(dynamoDb.item("Note", Map.of("id", fromS("n")))).doesNotContainKey("text");
        assertThatExceptionOfType(ConstraintViolation.class)
                .isThrownBy(() -> notes.save(first.withText("y"), since(first)));
    }

    @Test
    @DisplayName("E4 a condition is joined to a difference")
    void takesAConditionToo() {
        Entry before = loaded();
        Entry after = before.with("new", before.owner(), before.tags(), before.lines());

        assertThatExceptionOfType(ConstraintViolation.class)
                .isThrownBy(() -> entries.save(after, since(before).with(onlyIf(ENTRY.owner.eq("nobody")))));
        assertThat(stored()).isEqualTo(STORED);
    }

    @Test
    @DisplayName("E21 an earlier state of another item is refused")
    void refusesAnotherItem() {
        Entry before = loaded();
        Entry other = new Entry("b", before.at(), "new", null, null, null);

        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> entries.save(other, since(before)))
                .withMessage(
                        "The save of Entry(id=S \"b\", at=S \"2020-12-23T07:05:29.000000+00:00\") is to write what "
                                + "differs from Entry(id=S \"a\", at=S \"2020-12-23T07:05:29Z\"), which is another item; since() "
                                + "takes an earlier state of the same object.");
        assertThat(stored()).isEqualTo(STORED);
    }

    static Stream<Arguments> others() {
        return Stream.<Named<BiFunction<BloopTemplate<Entry>, WriteOptions<Entry>, Object>>>of(
                        Named.of("insert", (entries, options) -> entries.insert(entry(), options)),
                        Named.of("replace", (entries, options) -> entries.replace(entry(), options)),
                        Named.of("delete", (entries, options) -> entries.delete(entry(), options)))
                .map(named -> Arguments.of(named, named.getName()));
    }

    private static Entry entry() {
        return new Entry("a", Instant.parse(AT), "new", null, null, null);
    }

    @ParameterizedTest
    @MethodSource("others")
    @DisplayName("E21 only a save takes an earlier state")
    void refusesOtherWrites(BiFunction<BloopTemplate<Entry>, WriteOptions<Entry>, Object> write, String operation) {
        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> write.apply(entries, since(loaded())))
                .withMessage(
                        "The " + operation + " of Entry(id=S \"a\", at=S \"2020-12-23T07:05:29.000000+00:00\") has the "
                                + "option since(), which only a save can have: it writes what differs from an earlier state. Leave "
                                + "the option out, or save.");
        assertThat(stored()).isEqualTo(STORED);
    }

    @Test
    @DisplayName("E21 null is no earlier state")
    void refusesNull() {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> since(null))
                .withMessage("since(): 'before' has to be the object as it was loaded or last saved, and is null.");
    }
}
