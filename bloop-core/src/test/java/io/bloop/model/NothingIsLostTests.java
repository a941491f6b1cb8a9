package io.bloop.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.expression.Placeholders;
import io.bloop.expression.UpdateExpression;
import io.bloop.model.Notebook.Content;
import io.bloop.model.Notebook.Label;
import io.bloop.model.Notebook.Place;
import io.bloop.model.Notebook.Room;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.StoredItem;
import io.bloop.wire.ItemsInterceptor;
import io.bloop.wire.ReceivedItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Loads, edits and saves objects of every kind, and compares the item with what saving is documented to mean. */
class NothingIsLostTests {

    private static final String ID = "id";
    private static final Object ENGINE = new Object();

    /** Begins the names of members that no class declares. */
    private static final String UNKNOWN = "?";

    private static final List<ModelDefinition<? extends Notebook>> TRACKED =
            List.of(new Notebook.LiveModel(), new Notebook.GrownModel());
    private static final List<ModelDefinition<? extends Notebook>> UNTRACKED =
            List.of(new Notebook.PlainModel(), new Notebook.PrintedModel());

    /** Is something done to a loaded object, with a name to read in failures. */
    private record Edit(String name, Consumer<Content> action) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Provide
    Arbitrary<ModelDefinition<? extends Notebook>> tracked() {
        return Arbitraries.of(TRACKED);
    }

    @Provide
    Arbitrary<ModelDefinition<? extends Notebook>> untracked() {
        return Arbitraries.of(UNTRACKED);
    }

    @Provide
    Arbitrary<ModelDefinition<? extends Notebook>> all() {
        return Arbitraries.oneOf(tracked(), untracked());
    }

    @Provide
    Arbitrary<Map<String, AttributeValue>> items() {
        List<Arbitrary<Tuple.Tuple2<String, AttributeValue>>> attributes = List.of(
                attribute("title", Arbitraries.of(AttributeValue.fromS("a"), AttributeValue.fromS(""))),
                attribute("pages", Arbitraries.of(AttributeValue.fromN("0"), AttributeValue.fromN("7"))),
                attribute("cover", Arbitraries.just(AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {1, 2})))),
                attribute(
                        "tags",
                        Arbitraries.of(AttributeValue.fromSs(List.of("a")), AttributeValue.fromSs(List.of("a", "b")))),
                attribute(
                        "notes",
                        Arbitraries.of(
                                AttributeValue.fromL(List.of()),
                                AttributeValue.fromL(
                                        List.of(AttributeValue.fromS("n"), AttributeValue.fromNul(true))))),
                attribute(
                        "counts",
                        Arbitraries.of(
                                AttributeValue.fromM(Map.of()),
                                AttributeValue.fromM(Map.of("a", AttributeValue.fromN("1"))))),
                attribute(
                        "nested",
                        Arbitraries.just(AttributeValue.fromL(
                                List.of(AttributeValue.fromNs(List.of("1", "2")), AttributeValue.fromNul(true))))),
                attribute(
                        "place",
                        Combinators.combine(rooms().list().ofMaxSize(2), rooms().injectNull(0.3), unknown())
                                .as(NothingIsLostTests::place)),
                attribute("label", Combinators.combine(rooms(), unknown()).as(NothingIsLostTests::label)),
                attribute("unknown", Arbitraries.just(AttributeValue.fromBool(true))));
        return Combinators.combine(attributes).as(entries -> {
            Map<String, AttributeValue> item = new LinkedHashMap<>();
            item.put(ID, AttributeValue.fromS("1"));
            entries.stream()
                    .filter(entry -> entry.get2() != null)
                    .forEach(entry -> item.put(entry.get1(), entry.get2()));
            return item;
        });
    }

    /** Generates what a document has beside its declared members. */
    private static Arbitrary<Map<String, AttributeValue>> unknown() {
        return Arbitraries.of(
                Map.of(),
                Map.of(UNKNOWN + "x", AttributeValue.fromN("1")),
                Map.of(UNKNOWN + "y", AttributeValue.fromM(Map.of(UNKNOWN + "deep", AttributeValue.fromNul(true)))));
    }

    private static Arbitrary<AttributeValue> rooms() {
        return Combinators.combine(Arbitraries.of("r", "s").injectNull(0.2), unknown())
                .as((name, unknown) -> {
                    Map<String, AttributeValue> room = new HashMap<>(unknown);
                    if (name != null) {
                        room.put("name", AttributeValue.fromS(name));
                    }
                    return AttributeValue.fromM(room);
                });
    }

    private static AttributeValue place(
            List<AttributeValue> rooms, @Nullable AttributeValue named, Map<String, AttributeValue> unknown) {
        Map<String, AttributeValue> place = new HashMap<>(unknown);
        place.put("city", AttributeValue.fromS("a"));
        place.put("rooms", AttributeValue.fromL(rooms));
        place.put("byName", AttributeValue.fromM(named == null ? Map.of() : Map.of("a", named)));
        return AttributeValue.fromM(place);
    }

    private static AttributeValue label(AttributeValue room, Map<String, AttributeValue> unknown) {
        Map<String, AttributeValue> label = new HashMap<>(unknown);
        label.put("text", AttributeValue.fromS("t"));
        label.put("room", room);
        return AttributeValue.fromM(label);
    }

    private static Arbitrary<Tuple.Tuple2<String, AttributeValue>> attribute(
            String name, Arbitrary<AttributeValue> values) {
        return values.injectNull(0.3).map(value -> Tuple.of(name, value));
    }

    @Provide
    Arbitrary<Set<String>> projections() {
        return Arbitraries.of("title", "pages", "cover", "tags", "notes", "counts", "nested", "place", "label")
                .set()
                .injectNull(0.4);
    }

    /** Generates edits that leave every document in its place. */
    @Provide
    Arbitrary<List<Edit>> editsInPlace() {
        return Arbitraries.of(editsOfDocumentsInPlace()).list().ofMaxSize(5);
    }

    private static List<Edit> editsOfDocumentsInPlace() {
        return List.of(
                new Edit("title = x", c -> c.title = "x"),
                new Edit("place.city = b", c -> {
                    if (c.place != null) {
                        c.place.city = "b";
                    }
                }),
                new Edit("place.city = null", c -> {
                    if (c.place != null) {
                        c.place.city = null;
                    }
                }),
                new Edit("place.rooms.get(0).name = z", c -> {
                    if (c.place != null && !c.place.rooms.isEmpty()) {
                        c.place.rooms.get(0).name = "z";
                    }
                }),
                new Edit("place.rooms.add", c -> {
                    if (c.place != null) {
                        c.place.rooms.add(new Room());
                    }
                }),
                new Edit("place.byName.get(a).name = null", c -> {
                    if (c.place != null && c.place.byName.containsKey("a")) {
                        c.place.byName.get("a").name = null;
                    }
                }),
                new Edit("label.room.name = q", c -> {
                    if (c.label != null) {
                        c.label.room().name = "q";
                    }
                }));
    }

    private static List<Edit> editsOfDocuments() {
        List<Edit> edits = new ArrayList<>(editsOfDocumentsInPlace());
        edits.addAll(List.of(
                new Edit("place = null", c -> c.place = null),
                new Edit("place = new", c -> {
                    c.place = new Place();
                    c.place.city = "a";
                }),
                new Edit("place.rooms.clear", c -> {
                    if (c.place != null) {
                        c.place.rooms.clear();
                    }
                }),
                new Edit("place.rooms.set(0, new)", c -> {
                    if (c.place != null && !c.place.rooms.isEmpty()) {
                        c.place.rooms.set(0, new Room());
                    }
                }),
                new Edit("place.byName.remove(a)", c -> {
                    if (c.place != null) {
                        c.place.byName.remove("a");
                    }
                }),
                new Edit("label = null", c -> c.label = null),
                new Edit("label = new", c -> c.label = new Label("t", new Room())),
                new Edit("label = same room", c -> {
                    if (c.label != null) {
                        c.label = new Label("u", c.label.room());
                    }
                })));
        return edits;
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        return Arbitraries.oneOf(Arbitraries.of(editsOfDocuments()), Arbitraries.of(editsOfColumns()))
                .list()
                .ofMaxSize(5);
    }

    private static List<Edit> editsOfColumns() {
        return List.of(
                new Edit("title = x", c -> c.title = "x"),
                new Edit("title = a", c -> c.title = "a"),
                new Edit("title = null", c -> c.title = null),
                new Edit("pages = 0", c -> c.pages = 0),
                new Edit("pages = 8", c -> c.pages = 8),
                new Edit("cover = null", c -> c.cover = null),
                new Edit("cover = same bytes", c -> c.cover = new byte[] {1, 2}),
                new Edit("cover[0]++", c -> {
                    if (c.cover != null) {
                        c.cover[0]++;
                    }
                }),
                new Edit("tags = null", c -> c.tags = null),
                new Edit("tags = new", c -> c.tags = new HashSet<>(Set.of("a"))),
                new Edit("tags.add", c -> {
                    if (c.tags != null) {
                        c.tags.add("z");
                    }
                }),
                new Edit("tags.clear", c -> {
                    if (c.tags != null) {
                        c.tags.clear();
                    }
                }),
                new Edit("notes = null", c -> c.notes = null),
                new Edit("notes = new", c -> c.notes = new ArrayList<>(Arrays.asList("n", null))),
                new Edit("notes.add(null)", c -> {
                    if (c.notes != null) {
                        c.notes.add(null);
                    }
                }),
                new Edit("notes.clear", c -> {
                    if (c.notes != null) {
                        c.notes.clear();
                    }
                }),
                new Edit("counts = null", c -> c.counts = null),
                new Edit("counts.put", c -> {
                    if (c.counts != null) {
                        c.counts.put("a", null);
                    }
                }),
                new Edit("nested.get(0).remove", c -> {
                    if (c.nested != null && !c.nested.isEmpty()) {
                        c.nested.get(0).remove(1L);
                    }
                }));
    }

    @Property(tries = 3_000)
    void ofATrackedObjectOnlyWhatWasEditedChangesInTheTable(
            @ForAll("tracked") ModelDefinition<? extends Notebook> model,
            @ForAll("items") Map<String, AttributeValue> item,
            @ForAll("projections") @Nullable Set<String> projection,
            @ForAll("edits") List<Edit> edits) {
        Saved saved = save(model, item, projection, edits);
        assertThat(unordered(saved.item)).isEqualTo(unordered(saved.expectedOfTracked()));
    }

    @Property(tries = 3_000)
    void aTrackedObjectThatWasSavedHasNothingMoreToSave(
            @ForAll("tracked") ModelDefinition<? extends Notebook> model,
            @ForAll("items") Map<String, AttributeValue> item,
            @ForAll("projections") @Nullable Set<String> projection,
            @ForAll("edits") List<Edit> edits) {
        assertThat(save(model, item, projection, edits).leavesNothingToSave).isTrue();
    }

    @Property(tries = 3_000)
    void ofAnUntrackedObjectEveryValueIsSetAndNothingIsRemoved(
            @ForAll("untracked") ModelDefinition<? extends Notebook> model,
            @ForAll("items") Map<String, AttributeValue> item,
            @ForAll("projections") @Nullable Set<String> projection,
            @ForAll("edits") List<Edit> edits) {
        Saved saved = save(model, item, projection, edits);
        assertThat(unordered(saved.item)).isEqualTo(unordered(saved.expectedOfUntracked()));
    }

    @Property(tries = 500)
    void anUntrackedObjectThatWasLoadedWholeAndNotEditedChangesNoValue(
            @ForAll("untracked") ModelDefinition<? extends Notebook> model,
            @ForAll("items") Map<String, AttributeValue> item) {
        Map<String, AttributeValue> saved = save(model, item, null, List.of()).item;
        assertThat(unordered(saved)).containsAllEntriesOf(unordered(item));
    }

    @Property(tries = 1_000)
    void whatADocumentDoesNotDeclareSurvivesEveryEditInPlace(
            @ForAll("all") ModelDefinition<? extends Notebook> model,
            @ForAll("items") Map<String, AttributeValue> item,
            @ForAll("projections") @Nullable Set<String> projection,
            @ForAll("editsInPlace") List<Edit> edits) {
        Saved saved = save(model, item, projection, edits);
        assertThat(undeclared(saved.item)).isEqualTo(undeclared(item));
    }

    @Property(tries = 150)
    void ofATrackedObjectTheTableHoldsWhatWasExpectedHoweverItWasLoaded(
            @ForAll("tracked") ModelDefinition<? extends Notebook> model,
            @ForAll("items") Map<String, AttributeValue> item,
            @ForAll Way way,
            @ForAll boolean fromBytes,
            @ForAll("projections") @Nullable Set<String> columns,
            @ForAll("edits") List<Edit> edits) {
        Saved expected = save(model, item, way.projection(columns), edits);
        assertThat(unordered(saveInTheTable(fromBytes, model, item, way, columns, edits)))
                .isEqualTo(unordered(expected.expectedOfTracked()));
    }

    @Property(tries = 150)
    void ofAnUntrackedObjectTheTableHoldsWhatWasExpectedHoweverItWasLoaded(
            @ForAll("untracked") ModelDefinition<? extends Notebook> model,
            @ForAll("items") Map<String, AttributeValue> item,
            @ForAll Way way,
            @ForAll boolean fromBytes,
            @ForAll("projections") @Nullable Set<String> columns,
            @ForAll("edits") List<Edit> edits) {
        Assume.that(way != Way.INDEX_OF_KEYS); // a projection without a primitive column is refused
        Set<String> withPrimitives = columns == null ? new HashSet<>() : new HashSet<>(columns);
        withPrimitives.add("pages");
        Saved expected = save(model, item, way.projection(withPrimitives), edits);
        assertThat(unordered(saveInTheTable(fromBytes, model, item, way, withPrimitives, edits)))
                .isEqualTo(unordered(expected.expectedOfUntracked()));
    }

    /** Names the ways to load an object. */
    private enum Way {
        FIND,
        FIND_MANY,
        FILL,
        SCAN,
        SCAN_OF_SOME,
        QUERY,
        QUERY_OF_SOME,
        INDEX_OF_ALL,
        INDEX_OF_KEYS,
        INDEX_OF_SOME,
        INDEX_OF_ALL_FOR_SOME;

        /** Returns the columns that are loaded beside the key; null where all are. */
        @Nullable
        Set<String> projection(@Nullable Set<String> columns) {
            return switch (this) {
                case SCAN_OF_SOME, QUERY_OF_SOME, INDEX_OF_ALL_FOR_SOME -> columns == null ? Set.of() : columns;
                case INDEX_OF_KEYS -> Set.of();
                case INDEX_OF_SOME -> Set.copyOf(Notebook.SOME);
                default -> null;
            };
        }

        <N> N load(BloopTemplate<N> template, Column<N, ?>[] columns) {
            ModelDefinition<N> model = template.model();
            Map<String, Index<N>> indexes =
                    model.indexes().stream().collect(Collectors.toMap(Index::name, index -> index));
            @SuppressWarnings("unchecked") // the hash key of every notebook is a string
            StringColumn<N, String> id = (StringColumn<N, String>) model.hashKey();
            return switch (this) {
                case FIND -> template.find("1").orElseThrow();
                case FIND_MANY -> template.findAll(List.of(model.keyOf("1"))).get(0);
                case FILL -> template.load(model.mapping().read(Map.of(ID, AttributeValue.fromS("1")), ENGINE));
                case SCAN -> template.scan().one();
                case SCAN_OF_SOME -> template.scan().select(columns).one();
                case QUERY -> template.query().where(id.eq("1")).one();
                case QUERY_OF_SOME ->
                    template.query().where(id.eq("1")).select(columns).one();
                case INDEX_OF_ALL ->
                    template.query(indexes.get("all")).where(id.eq("1")).one();
                case INDEX_OF_KEYS ->
                    template.query(indexes.get("keys")).where(id.eq("1")).one();
                case INDEX_OF_SOME ->
                    template.query(indexes.get("some")).where(id.eq("1")).one();
                case INDEX_OF_ALL_FOR_SOME ->
                    template.query(indexes.get("all"))
                            .where(id.eq("1"))
                            .select(columns)
                            .one();
            };
        }
    }

    /** Is what came of saving an object in memory. */
    private record Saved(
            ModelDefinition<?> model,
            Map<String, AttributeValue> before,
            Map<String, AttributeValue> loaded,
            Map<String, AttributeValue> read,
            Map<String, AttributeValue> edited,
            Map<String, AttributeValue> item,
            boolean holdsEmptyTags,
            boolean leavesNothingToSave) {

        /**
         * Only what differs from what was read is written; what was there and is null is removed, and so is what was
         * not loaded and given an empty set.
         */
        Map<String, AttributeValue> expectedOfTracked() {
            Map<String, AttributeValue> expected = new HashMap<>(before);
            for (Column<?, ?> column : model.columns()) {
                String name = column.attribute();
                AttributeValue now = edited.get(name);
                if (now == null && (loaded.containsKey(name) || holdsEmptyTags && name.equals("tags"))) {
                    expected.remove(name);
                } else if (now != null && !unordered(declared(now)).equals(unordered(declared(read.get(name))))) {
                    expected.put(name, now);
                }
            }
            return expected;
        }

        /** Whatever is there to be stored is written. */
        Map<String, AttributeValue> expectedOfUntracked() {
            Map<String, AttributeValue> expected = new HashMap<>(before);
            expected.putAll(edited);
            return expected;
        }
    }

    private static <N extends Notebook> Saved save(
            ModelDefinition<N> model,
            Map<String, AttributeValue> item,
            @Nullable Set<String> projection,
            List<Edit> edits) {
        Mapping<N> mapping = model.mapping();
        Map<String, AttributeValue> loaded = projected(item, projection);
        N object = mapping.read(received(loaded), columns(model, projection), ENGINE);
        Map<String, AttributeValue> read = mapping.item(object);
        N edited = edited(object, edits);
        Changes<N> changes = mapping.changes(edited, ENGINE);
        Map<String, AttributeValue> saved = updated(item, changes);
        changes.commit();
        return new Saved(
                model,
                item,
                loaded,
                read,
                mapping.item(edited),
                saved,
                edited.content().tags != null && edited.content().tags.isEmpty(),
                mapping.changes(edited, ENGINE).isEmpty());
    }

    /** Receives an item one way or the other, which neither the test nor the user can tell. */
    private static StoredItem received(Map<String, AttributeValue> item) {
        return item.hashCode() % 2 == 0 ? StoredItem.of(item) : ReceivedItem.of(item);
    }

    private static <N> @Nullable Set<Column<N, ?>> columns(ModelDefinition<N> model, @Nullable Set<String> projection) {
        return projection == null
                ? null
                : model.columns().stream()
                        .filter(column -> column.isHashKey() || projection.contains(column.name()))
                        .collect(Collectors.toSet());
    }

    /** Holds a client for each way that items are read, made when the first table is needed. */
    private static final class Clients {
        static final DynamoDbClient PLAIN = LocalDynamoDb.clientBuilder().build();
        static final DynamoDbClient FROM_BYTES = LocalDynamoDb.clientBuilder()
                .overrideConfiguration(c -> c.addExecutionInterceptor(new ItemsInterceptor()))
                .build();
    }

    private static <N extends Notebook> Map<String, AttributeValue> saveInTheTable(
            boolean fromBytes,
            ModelDefinition<N> model,
            Map<String, AttributeValue> item,
            Way way,
            @Nullable Set<String> columns,
            List<Edit> edits) {
        DynamoDbClient client = fromBytes ? Clients.FROM_BYTES : Clients.PLAIN;
        Engine engine = Engine.builder(client)
                .tableNames((definition, name) -> "nothing-is-lost-" + name)
                .build();
        engine.bind(List.of(model));
        BloopTemplate<N> template = engine.template(model);
        String table = engine.tables().get(model);
        client.putItem(r -> r.tableName(table).item(item));
        List<Column<N, ?>> selected = new ArrayList<>();
        for (Column<N, ?> column : model.columns()) {
            if (column.isHashKey() || columns != null && columns.contains(column.name())) {
                selected.add(column);
            }
        }
        template.save(edited(way.load(template, array(selected)), edits));
        return client.getItem(r -> r.tableName(table).key(Map.of(ID, AttributeValue.fromS("1"))))
                .item();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type can only be made so
    private static <N> Column<N, ?>[] array(List<Column<N, ?>> columns) {
        return columns.toArray(new Column[0]);
    }

    private static <N extends Notebook> N edited(N object, List<Edit> edits) {
        Content content = object.content();
        edits.forEach(edit -> edit.action.accept(content));
        return Notebook.remake(object).apply(content);
    }

    private static Map<String, AttributeValue> projected(
            Map<String, AttributeValue> item, @Nullable Set<String> projection) {
        Map<String, AttributeValue> projected = new HashMap<>(item);
        if (projection != null) {
            projected.keySet().removeIf(name -> !name.equals(ID) && !projection.contains(name));
        }
        return projected;
    }

    /** Returns a value without what documents in it have beside their declared members. */
    private static @Nullable AttributeValue declared(@Nullable AttributeValue value) {
        if (value == null) {
            return null;
        }
        return switch (value.type()) {
            case L ->
                AttributeValue.fromL(
                        value.l().stream().map(NothingIsLostTests::declared).toList());
            case M -> {
                Map<String, AttributeValue> members = new HashMap<>();
                value.m().forEach((name, member) -> {
                    if (!name.startsWith(UNKNOWN)) {
                        members.put(name, declared(member));
                    }
                });
                yield AttributeValue.fromM(members);
            }
            default -> value;
        };
    }

    /** Returns what documents have beside their declared members, by the way there. */
    private static Map<String, AttributeValue> undeclared(Map<String, AttributeValue> members) {
        Map<String, AttributeValue> found = new HashMap<>();
        members.forEach((name, value) -> {
            if (name.startsWith(UNKNOWN)) {
                found.put(name, value);
            } else if (value.hasM()) {
                undeclared(value.m()).forEach((path, one) -> found.put(name + "." + path, one));
            } else if (value.hasL()) {
                for (int i = 0; i < value.l().size(); i++) {
                    String place = name + "[" + i + "].";
                    undeclared(value.l().get(i).m()).forEach((path, one) -> found.put(place + path, one));
                }
            }
        });
        return found;
    }

    /** Applies SET and REMOVE as the table would. */
    private static Map<String, AttributeValue> updated(Map<String, AttributeValue> item, Changes<?> changes) {
        Placeholders placeholders = new Placeholders();
        UpdateExpression update = new UpdateExpression(placeholders);
        changes.apply(update);
        Map<String, AttributeValue> updated = new HashMap<>(item);
        String text = update.render();
        int remove = text.indexOf("REMOVE ");
        String sets = remove < 0 ? text : text.substring(0, remove);
        for (String action : sets.isBlank()
                ? new String[0]
                : sets.substring("SET ".length()).strip().split(", ")) {
            String[] sides = action.split(" = ");
            updated.put(
                    placeholders.names().get(sides[0]), placeholders.values().get(sides[1]));
        }
        if (remove >= 0) {
            for (String name : text.substring(remove + "REMOVE ".length()).split(", ")) {
                updated.remove(placeholders.names().get(name));
            }
        }
        return updated;
    }

    private static Map<String, Object> unordered(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> unordered(entry.getValue())));
    }

    private static Object unordered(@Nullable AttributeValue value) {
        if (value == null) {
            return "nothing";
        }
        return switch (value.type()) {
            case SS -> Set.copyOf(value.ss());
            case NS -> Set.copyOf(value.ns());
            case L -> value.l().stream().map(NothingIsLostTests::unordered).toList();
            case M -> unordered(value.m());
            default -> value;
        };
    }
}
