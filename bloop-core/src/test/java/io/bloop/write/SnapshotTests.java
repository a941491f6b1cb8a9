package io.bloop.write;

import static io.bloop.model.Conditions.ifNotExists;
import static io.bloop.type.Types.BASE64_BYTES;
import static io.bloop.type.Types.BYTES;
import static io.bloop.type.Types.DOUBLE;
import static io.bloop.type.Types.DYNAMIC;
import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.mapOf;
import static io.bloop.type.Types.setOf;
import static io.bloop.write.WriteOptions.onlyIf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.expression.Condition;
import io.bloop.model.BaseModel;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.SetColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.request.ConstraintViolation;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.DocumentType;
import io.bloop.type.MemberValues;
import io.bloop.type.StringType;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@BothClients
class SnapshotTests {

    static final class Place {
        @Nullable
        String city;
    }

    static final DocumentType<Place> PLACE = new DocumentType<>(Place.class) {
        {
            member("city", STRING).getter(p -> p.city).setter((p, v) -> p.city = v);
        }

        @Override
        protected Place create(MemberValues<Place> values) {
            return new Place();
        }
    };

    static final class Trip extends BaseModel {
        @Nullable
        String owner;

        @Nullable
        Long number;

        @Nullable
        String title;

        @Nullable
        Instant start;

        long cost;
        double rate;
        byte @Nullable [] code;
        byte @Nullable [] secret;

        @Nullable
        Set<String> tags;

        @Nullable
        Set<Long> numbers;

        @Nullable
        Set<byte[]> codes;

        @Nullable
        List<@Nullable String> notes;

        @Nullable
        Map<String, Object> extra;

        @Nullable
        Place from;

        @Nullable
        List<Place> stops;
    }

    static final class TripModel extends ModelDefinition<Trip> {

        static final TripModel TRIP = new TripModel();

        final StringColumn<Trip, String> owner = column("owner", STRING)
                .getter(t -> t.owner)
                .setter((t, v) -> t.owner = v)
                .hashKey();
        final NumberColumn<Trip, Long> number = column("number", LONG)
                .getter(t -> t.number)
                .setter((t, v) -> t.number = v)
                .rangeKey();
        final StringColumn<Trip, String> title = column("title", STRING)
                .getter(t -> t.title)
                .setter((t, v) -> t.title = v)
                .storedAs("t");
        final SetColumn<Trip, String> tags =
                column("tags", setOf(STRING)).getter(t -> t.tags).setter((t, v) -> t.tags = v);

        private TripModel() {
            super(Trip.class);
            column("start", INSTANT).getter(t -> t.start).setter((t, v) -> t.start = v);
            column("cost", LONG.orElse(0L)).getter(t -> t.cost).setter((t, v) -> t.cost = v);
            column("rate", DOUBLE.orElse(0.0)).getter(t -> t.rate).setter((t, v) -> t.rate = v);
            column("code", BYTES).getter(t -> t.code).setter((t, v) -> t.code = v);
            column("secret", BASE64_BYTES).getter(t -> t.secret).setter((t, v) -> t.secret = v);
            column("numbers", setOf(LONG)).getter(t -> t.numbers).setter((t, v) -> t.numbers = v);
            column("codes", setOf(BYTES)).getter(t -> t.codes).setter((t, v) -> t.codes = v);
            column("notes", listOf(STRING)).getter(t -> t.notes).setter((t, v) -> t.notes = v);
            column("extra", mapOf(DYNAMIC)).getter(t -> t.extra).setter((t, v) -> t.extra = v);
            column("from", PLACE).getter(t -> t.from).setter((t, v) -> t.from = v);
            column("stops", listOf(PLACE)).getter(t -> t.stops).setter((t, v) -> t.stops = v);
        }

        @Override
        protected Trip create(Values<Trip> values) {
            return new Trip();
        }
    }

    record Entry(String id, @Nullable String text) {}

    static final class EntryModel extends ModelDefinition<Entry> {

        final StringColumn<Entry, String> id =
                column("id", STRING).getter(Entry::id).hashKey();
        final StringColumn<Entry, String> text = column("text", STRING).getter(Entry::text);

        EntryModel() {
            super(Entry.class);
        }

        @Override
        protected Entry create(Values<Entry> values) {
            return new Entry(values.get(id), values.get(text));
        }
    }

    private static final TripModel TRIP = TripModel.TRIP;
    private static final Map<String, AttributeValue> KEY =
            Map.of("owner", AttributeValue.fromS("me"), "number", AttributeValue.fromN("1"));

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final Engine[] engine = new Engine[1];

    private BloopTemplate<Trip> trips() {
        if (engine[0] == null) {
            engine[0] = dynamoDb.engine();
            engine[0].bind(List.of(TRIP));
        }
        return engine[0].template(TRIP);
    }

    private static AttributeValue bytes(String text) {
        return AttributeValue.fromB(SdkBytes.fromUtf8String(text));
    }

    private static Map<String, AttributeValue> full() {
        AttributeValue place = AttributeValue.fromM(
                Map.of("city", AttributeValue.fromS("Oslo"), "zip", AttributeValue.fromS("undeclared")));
        Map<String, AttributeValue> item = new HashMap<>(KEY);
        item.put("t", AttributeValue.fromS("north"));
        item.put("start", AttributeValue.fromS("2016-08-09T01:16:25.322849+00:00"));
        item.put("cost", AttributeValue.fromN("7"));
        item.put("rate", AttributeValue.fromN("0.1"));
        item.put("code", bytes("c"));
        item.put("secret", bytes("YWI="));
        item.put("tags", AttributeValue.fromSs(List.of("a", "b")));
        item.put("numbers", AttributeValue.fromNs(List.of("1", "2")));
        item.put("codes", AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("x"), SdkBytes.fromUtf8String("y"))));
        item.put("notes", AttributeValue.fromL(List.of(AttributeValue.fromS("n"), AttributeValue.fromNul(true))));
        item.put(
                "extra",
                AttributeValue.fromM(Map.of(
                        "deep",
                        AttributeValue.fromL(List.of(AttributeValue.fromN("1.5"), AttributeValue.fromBool(true))))));
        item.put("from", place);
        item.put("stops", AttributeValue.fromL(List.of(place, AttributeValue.fromNul(true))));
        return item;
    }

    private Trip loaded(Map<String, AttributeValue> item) {
        trips();
        dynamoDb.put("Trip", item);
        return trips().load(key());
    }

    private static Trip key() {
        Trip key = new Trip();
        key.owner = "me";
        key.number = 1L;
        return key;
    }

    private void assertRefused(Trip trip) {
        assertThatExceptionOfType(ConstraintViolation.class)
                .isThrownBy(() -> trips().save(trip, onlyIf(trips().snapshot(trip))));
    }

    @Test
    @DisplayName("M12 ifNotExists works over the keys of any model")
    void ifNotExistsAsksForTheKeys() {
        assertThat(ifNotExists(TRIP)).isEqualTo(TRIP.owner.notExists().and(TRIP.number.notExists()));
        EntryModel entry = new EntryModel();
        assertThat(ifNotExists(entry)).isEqualTo(entry.id.notExists());
    }

    @Test
    @DisplayName("M12 with ifNotExists a save never overwrites")
    void ifNotExistsNeverOverwrites() {
        Trip trip = key();
        trips().save(trip, onlyIf(ifNotExists(TRIP)));
        Trip other = key();
        other.title = "other";
        assertThatExceptionOfType(ConstraintViolation.class)
                .isThrownBy(() -> trips().save(other, onlyIf(ifNotExists(TRIP))));
        assertThat(dynamoDb.item("Trip", KEY)).doesNotContainKey("t");
    }

    @Test
    @DisplayName("C2 a snapshot of an object that was loaded asks for what was loaded, whatever it was set to since")
    void asksForWhatWasLoaded() {
        Trip trip = loaded(Map.of(
                "owner", AttributeValue.fromS("me"),
                "number", AttributeValue.fromN("1"),
                "t", AttributeValue.fromS("north")));
        Condition<Trip> before = trips().snapshot(trip);
        trip.title = "south";
        trip.tags = new HashSet<>(Set.of("x"));

        assertThat(trips().snapshot(trip)).isEqualTo(before);
        assertThat(before.conjuncts())
                .contains(TRIP.owner.eq("me"), TRIP.number.eq(1L), TRIP.title.eq("north"), TRIP.tags.eq((Set<String>)
                        null));
        assertThat(before.conjuncts()).hasSize(TRIP.columns().size());
    }

    @Test
    @DisplayName("C2 a snapshot is met by the very item that was loaded, of values of every kind")
    void isMetByEveryKind() {
        Trip trip = loaded(full());
        trip.title = "south";
        trip.code[0]++;
        trip.tags.clear();
        trip.notes.add("more");
        trip.extra.clear();
        trip.from.city = "Bergen";
        trip.stops.clear();
        trips().save(trip, onlyIf(trips().snapshot(trip)));

        assertThat(dynamoDb.item("Trip", KEY)).containsEntry("t", AttributeValue.fromS("south"));
    }

    @Test
    @DisplayName("C2 a snapshot is unmet once anything of the item has changed")
    void isUnmetByEachChange() {
        for (String name : full().keySet()) {
            if (!KEY.containsKey(name)) {
                Trip trip = loaded(full());
                Map<String, AttributeValue> changed = full();
                changed.remove(name);
                dynamoDb.put("Trip", changed);
                trip.title = "south";
                assertRefused(trip);
            }
        }
    }

    @Test
    @DisplayName("C2 a snapshot is unmet where an undeclared member of a document has changed")
    void isUnmetByAnUndeclaredMember() {
        Trip trip = loaded(full());
        Map<String, AttributeValue> changed = full();
        changed.put("from", AttributeValue.fromM(Map.of("city", AttributeValue.fromS("Oslo"))));
        dynamoDb.put("Trip", changed);
        trip.title = "south";
        assertRefused(trip);
    }

    @Test
    @DisplayName("C2 a snapshot asks for what was last saved")
    void asksForWhatWasSaved() {
        Trip trip = key();
        trip.title = "north";
        trip.notes = Arrays.asList("a", null);
        trips().save(trip, onlyIf(trips().snapshot(trip)));
        trip.title = "south";
        trips().save(trip, onlyIf(trips().snapshot(trip)));
        assertThat(dynamoDb.item("Trip", KEY)).containsEntry("t", AttributeValue.fromS("south"));
    }

    @Test
    @DisplayName("M12 a snapshot of an object that was never loaded asks that there is no item")
    void asksForNoItem() {
        Trip trip = key();
        assertThat(trips().snapshot(trip)).isEqualTo(ifNotExists(TRIP));
        dynamoDb.put("Trip", KEY);
        trip.title = "x";
        assertRefused(trip);
    }

    @Test
    @DisplayName("M12 a snapshot of an object under another key asks that there is no item")
    void asksForNoItemUnderAnotherKey() {
        Trip trip = loaded(full());
        trip.number = 2L;
        assertThat(trips().snapshot(trip)).isEqualTo(ifNotExists(TRIP));
    }

    @Test
    @DisplayName("C2 a snapshot does not ask about columns that were not loaded")
    void asksNothingOfWhatWasNotLoaded() {
        loaded(full());
        Trip trip = trips().scan().select(TRIP.owner, TRIP.number, TRIP.title).one();
        assertThat(trips().snapshot(trip))
                .isEqualTo(TRIP.owner.eq("me").and(TRIP.number.eq(1L)).and(TRIP.title.eq("north")));
    }

    @Test
    @DisplayName("C2 a snapshot of an object that remembers nothing asks for its present values")
    void asksForPresentValues() {
        EntryModel model = new EntryModel();
        BloopTemplate<Entry> entries = dynamoDb.engine().template(model);
        assertThat(entries.snapshot(new Entry("1", null)))
                .isEqualTo(model.id.eq("1").and(model.text.eq((String) null)));
        assertThat(entries.snapshot(new Entry("1", "a")))
                .isEqualTo(model.id.eq("1").and(model.text.eq("a")));
    }

    static final class Letter extends BaseModel {
        String id;
        String text;
    }

    static final class LetterModel extends ModelDefinition<Letter> {

        private int seals;

        final StringColumn<Letter, String> id = column("id", STRING)
                .getter(l -> l.id)
                .setter((l, v) -> l.id = v)
                .hashKey();
        final StringColumn<Letter, String> text = column(
                        "text",
                        StringType.of(String.class, text -> seals++ + "|" + text, stored -> stored.substring(2)))
                .getter(l -> l.text)
                .setter((l, v) -> l.text = v);

        LetterModel() {
            super(Letter.class);
        }

        @Override
        protected Letter create(Values<Letter> values) {
            return new Letter();
        }
    }

    @Test
    @DisplayName(
            "C2 a snapshot of an object is what was written of it, where its type writes the same value in another form each time")
    void remembersTheFormThatWasWritten() {
        Engine engine = dynamoDb.engine();
        LetterModel model = new LetterModel();
        engine.bind(List.of(model));
        BloopTemplate<Letter> letters = engine.template(model);
        Letter letter = new Letter();
        letter.id = "a";
        letter.text = "hello";

        letters.insert(letter);
        letters.delete(letter, onlyIf(letters.snapshot(letter)));

        assertThat(letters.find(model.keyOf("a"))).isEmpty();
    }
}
