package io.bloop.model;

import static io.bloop.testing.Mappings.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.expression.Condition;
import io.bloop.model.Notebook.Content;
import io.bloop.model.Notebook.Label;
import io.bloop.model.Notebook.Place;
import io.bloop.model.Notebook.Room;
import io.bloop.request.RequestObserver.Observation;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.wire.ItemsInterceptor;
import io.bloop.write.WriteOptions;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Loads objects of every kind from tables in every way, edits them, saves them in every way, and compares the items
 * with what saving is documented to mean.
 */
@Tag("once")
public abstract class NothingIsLost {

    private static final String ID = "id";
    private static final int MOST_CASES = 6;

    /** Columns that are removed where the object has no value, if saving is told so. */
    private static final List<String> CLEARED = List.of("title", "cover", "place", "label");

    /** Begins the names of members that no class declares. */
    private static final String UNKNOWN = "?";

    private final List<Notebook.Kind<?>> kinds;

    /**
     * Creates the cases.
     *
     * @param kinds the classes whose objects are loaded and saved
     */
    protected NothingIsLost(List<? extends Notebook.Kind<?>> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /** Something done to a loaded object, with a name to read in failures. */
    private record Edit(String name, Consumer<Content> action) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Provide
    Arbitrary<Notebook.Kind<?>> tracked() {
        return kinds(Notebook.Kind::isTracked);
    }

    @Provide
    Arbitrary<Notebook.Kind<?>> untracked() {
        return kinds(kind -> !kind.isTracked());
    }

    @Provide
    Arbitrary<Notebook.Kind<?>> all() {
        return kinds(kind -> true);
    }

    private Arbitrary<Notebook.Kind<?>> kinds(Predicate<Notebook.Kind<?>> chosen) {
        return Arbitraries.of(kinds.stream().filter(chosen).toList());
    }

    private static Arbitrary<Map<String, AttributeValue>> items() {
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
                                .as(NothingIsLost::place)),
                attribute("label", Combinators.combine(rooms(), unknown()).as(NothingIsLost::label)),
                attribute("queue", Arbitraries.just(AttributeValue.fromL(List.of(AttributeValue.fromS("q"))))),
                attribute(
                        "scores",
                        Arbitraries.just(
                                AttributeValue.fromL(List.of(AttributeValue.fromN("1.5"), AttributeValue.fromN("2"))))),
                attribute("days", Arbitraries.just(AttributeValue.fromM(Map.of("MONDAY", AttributeValue.fromN("1"))))),
                attribute("shapes", shapes().list().ofMaxSize(3).map(AttributeValue::fromL)),
                attribute("unknown", Arbitraries.just(AttributeValue.fromBool(true))));
        return Combinators.combine(attributes).as(entries -> {
            Map<String, AttributeValue> item = new LinkedHashMap<>();
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

    private static Arbitrary<AttributeValue> shapes() {
        Arbitrary<Map<String, AttributeValue>> declared = Arbitraries.of(
                Map.of("type", AttributeValue.fromS("circle"), "radius", AttributeValue.fromN("1")),
                Map.of("type", AttributeValue.fromS("circle")),
                Map.of("type", AttributeValue.fromS("square"), "side", AttributeValue.fromS("s")));
        return Combinators.combine(declared, unknown()).as((members, unknown) -> {
            Map<String, AttributeValue> shape = new HashMap<>(unknown);
            shape.putAll(members);
            return AttributeValue.fromM(shape);
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

    private static Arbitrary<Set<String>> columns() {
        return Arbitraries.of(
                        "title", "pages", "cover", "tags", "notes", "counts", "nested", "place", "label", "queue",
                        "scores", "days", "shapes")
                .set();
    }

    /** Generates edits that leave every document in its place. */
    private static Arbitrary<List<Edit>> editsInPlace() {
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
                new Edit("shapes.get(0).radius = 2", c -> {
                    if (c.shapes != null && !c.shapes.isEmpty() && c.shapes.get(0) instanceof Notebook.Circle circle) {
                        circle.radius = 2;
                    }
                }),
                new Edit("shapes.add", c -> {
                    if (c.shapes != null) {
                        c.shapes.add(new Notebook.Square("new"));
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
                new Edit("shapes = null", c -> c.shapes = null),
                new Edit("shapes.set(0, another)", c -> {
                    if (c.shapes != null && !c.shapes.isEmpty()) {
                        c.shapes.set(0, new Notebook.Square("other"));
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

    private static Arbitrary<List<Edit>> edits() {
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
                new Edit("queue = null", c -> c.queue = null),
                new Edit("queue.addFirst", c -> {
                    if (c.queue != null) {
                        c.queue.addFirst("f");
                    }
                }),
                new Edit("scores[0]++", c -> {
                    if (c.scores != null && c.scores.length > 0) {
                        c.scores[0]++;
                    }
                }),
                new Edit("scores = new", c -> c.scores = new double[] {1.5, 2}),
                new Edit("days.put", c -> {
                    if (c.days != null) {
                        c.days.put(DayOfWeek.SUNDAY, 7);
                    }
                }),
                new Edit("days.clear", c -> {
                    if (c.days != null) {
                        c.days.clear();
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

    @Provide
    Arbitrary<List<Case>> cases() {
        return cases(Arbitraries.of(Way.class), edits(), Arbitraries.of(Sending.class));
    }

    @Provide
    Arbitrary<List<Case>> casesEditedInPlace() {
        Arbitrary<Sending> sendings =
                Arbitraries.of(Sending.class).filter(sending -> sending != Sending.SAVE_AND_CLEAR);
        return cases(Arbitraries.of(Way.class), editsInPlace(), sendings).map(NothingIsLost::withPrimitives);
    }

    /** A projection without a primitive column is refused for a class that is not tracked. */
    @Provide
    Arbitrary<List<Case>> casesWithPrimitives() {
        return cases(Arbitraries.of(Way.class), edits(), Arbitraries.of(Sending.class))
                .map(NothingIsLost::withPrimitives);
    }

    @Provide
    Arbitrary<List<Case>> casesLoadedWholeAndNotEdited() {
        return cases(
                Arbitraries.of(Way.class).filter(Way::isWhole),
                Arbitraries.just(List.of()),
                Arbitraries.of(Sending.class));
    }

    /** Generates several objects for each try, which are saved by one engine after the other. */
    private static Arbitrary<List<Case>> cases(
            Arbitrary<Way> ways, Arbitrary<List<Edit>> edits, Arbitrary<Sending> sendings) {
        return Combinators.combine(items(), ways, columns(), edits, sendings)
                .as(Case::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_CASES);
    }

    private static List<Case> withPrimitives(List<Case> cases) {
        return cases.stream().map(Case::withPrimitives).toList();
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void ofATrackedObjectOnlyWhatWasEditedChangesInTheTable(
            @ForAll("tracked") Notebook.Kind<?> kind, @ForAll boolean fromBytes, @ForAll("cases") List<Case> cases) {
        assertThat(save(kind, fromBytes, cases))
                .allSatisfy(saved -> assertThat(unordered(saved.item)).isEqualTo(unordered(saved.expectedOfTracked())));
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void aTrackedObjectThatWasSavedHasNothingMoreToSave(
            @ForAll("tracked") Notebook.Kind<?> kind, @ForAll boolean fromBytes, @ForAll("cases") List<Case> cases) {
        assertThat(save(kind, fromBytes, cases))
                .allSatisfy(saved -> assertThat(saved.leavesNothingToSave).isTrue());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void ofAnUntrackedObjectEveryValueIsSetAndNothingIsRemoved(
            @ForAll("untracked") Notebook.Kind<?> kind,
            @ForAll boolean fromBytes,
            @ForAll("casesWithPrimitives") List<Case> cases) {
        assertThat(save(kind, fromBytes, cases))
                .allSatisfy(
                        saved -> assertThat(unordered(saved.item)).isEqualTo(unordered(saved.expectedOfUntracked())));
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
    void anUntrackedObjectThatWasLoadedWholeAndNotEditedChangesNoValue(
            @ForAll("untracked") Notebook.Kind<?> kind,
            @ForAll boolean fromBytes,
            @ForAll("casesLoadedWholeAndNotEdited") List<Case> cases) {
        assertThat(save(kind, fromBytes, cases))
                .allSatisfy(saved -> assertThat(unordered(saved.item)).containsAllEntriesOf(unordered(saved.before)));
    }

    @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
    void whatADocumentDoesNotDeclareSurvivesEveryEditInPlace(
            @ForAll("all") Notebook.Kind<?> kind,
            @ForAll boolean fromBytes,
            @ForAll("casesEditedInPlace") List<Case> cases) {
        assertThat(save(kind, fromBytes, cases))
                .allSatisfy(saved -> assertThat(undeclared(saved.item)).isEqualTo(undeclared(saved.before)));
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

        boolean isWhole() {
            return projection(Set.of()) == null;
        }

        /** Returns the columns that are loaded beside the key; null where all are. */
        @Nullable
        Set<String> projection(Set<String> columns) {
            return switch (this) {
                case SCAN_OF_SOME, QUERY_OF_SOME, INDEX_OF_ALL_FOR_SOME -> columns;
                case INDEX_OF_KEYS -> Set.of();
                case INDEX_OF_SOME -> Set.copyOf(Notebook.SOME);
                default -> null;
            };
        }

        <N extends Notebook> N load(BloopTemplate<N> template, N blank, Column<N, ?>[] columns) {
            ModelDefinition<N> model = template.model();
            String key = blank.id();
            Map<String, Index<N>> indexes =
                    model.indexes().stream().collect(Collectors.toMap(Index::name, index -> index));
            @SuppressWarnings("unchecked") // the hash key of every notebook is a string
            StringColumn<N, String> id = (StringColumn<N, String>) model.hashKey();
            Condition<N> one = id.eq(key);
            return switch (this) {
                case FIND -> template.find(key).orElseThrow();
                case FIND_MANY -> template.findAll(List.of(model.keyOf(key))).get(0);
                case FILL -> template.load(blank);
                case SCAN -> template.scan().filter(one).one();
                case SCAN_OF_SOME -> template.scan().filter(one).select(columns).one();
                case QUERY -> template.query().where(one).one();
                case QUERY_OF_SOME ->
                    template.query().where(one).select(columns).one();
                case INDEX_OF_ALL ->
                    template.query(indexes.get("all")).where(one).one();
                case INDEX_OF_KEYS ->
                    template.query(indexes.get("keys")).where(one).one();
                case INDEX_OF_SOME ->
                    template.query(indexes.get("some")).where(one).one();
                case INDEX_OF_ALL_FOR_SOME ->
                    template.query(indexes.get("all"))
                            .where(one)
                            .select(columns)
                            .one();
            };
        }
    }

    /** Names the ways to save an object. */
    private enum Sending {
        SAVE,
        SAVE_ON_A_CONDITION,
        SAVE_AND_CLEAR,
        SAVE_EACH,
        TRANSACTION,
        TRANSACTION_WITH_A_CONDITION;

        <N extends Notebook> void save(Engine engine, BloopTemplate<N> template, N object) {
            ModelDefinition<N> model = template.model();
            WriteOptions<N> isThere = WriteOptions.onlyIf(model.hashKey().exists());
            switch (this) {
                case SAVE -> template.save(object);
                case SAVE_ON_A_CONDITION -> template.save(object, isThere);
                case SAVE_AND_CLEAR ->
                    template.save(
                            object,
                            WriteOptions.clear(array(CLEARED.stream()
                                    .<Column<N, ?>>map(model::column)
                                    .toList())));
                case SAVE_EACH -> template.bulk().saveEach(List.of(object));
                case TRANSACTION -> engine.writeTransaction(tx -> tx.save(object));
                case TRANSACTION_WITH_A_CONDITION -> engine.writeTransaction(tx -> tx.save(object, isThere));
            }
        }
    }

    /**
     * An object that is loaded, edited and saved.
     *
     * @param item the item without its key
     * @param way how it is loaded
     * @param columns the columns that are loaded, where the way loads some
     * @param edits what is done to the object
     * @param sending how it is saved
     */
    private record Case(
            Map<String, AttributeValue> item, Way way, Set<String> columns, List<Edit> edits, Sending sending) {

        Map<String, AttributeValue> item(String key) {
            Map<String, AttributeValue> whole = new LinkedHashMap<>(item);
            whole.put(ID, AttributeValue.fromS(key));
            return whole;
        }

        Case withPrimitives() {
            Set<String> more = new HashSet<>(columns);
            more.add("pages");
            return new Case(item, way == Way.INDEX_OF_KEYS ? Way.INDEX_OF_SOME : way, more, edits, sending);
        }
    }

    /**
     * What came of saving an object.
     *
     * @param before the item before
     * @param loaded what was loaded of it
     * @param read what the object would have written as a whole before it was edited
     * @param edited what the object would have written as a whole after it was edited
     * @param cleared the columns that were to be removed where the object has no value
     * @param isWhole whether all columns were loaded
     * @param item the item afterwards
     */
    private record Saved(
            ModelDefinition<?> model,
            Map<String, AttributeValue> before,
            Map<String, AttributeValue> loaded,
            Map<String, AttributeValue> read,
            Map<String, AttributeValue> edited,
            List<String> cleared,
            boolean holdsEmptyTags,
            boolean leavesNothingToSave,
            boolean isWhole,
            Map<String, AttributeValue> item) {

        Saved withItem(Map<String, AttributeValue> item) {
            return new Saved(
                    model, before, loaded, read, edited, cleared, holdsEmptyTags, leavesNothingToSave, isWhole, item);
        }

        /**
         * Only what differs from what was read is written; what was there and is null is removed, and so is what was
         * not loaded and given an empty set. What is computed is stored where it is known to be
         * missing, and with what it is computed from.
         */
        Map<String, AttributeValue> expectedOfTracked() {
            Map<String, AttributeValue> expected = new HashMap<>(before);
            for (Column<?, ?> column : model.columns()) {
                String name = column.attribute();
                AttributeValue now = edited.get(name);
                boolean isRemoved =
                        loaded.containsKey(name) || holdsEmptyTags && name.equals("tags") || cleared.contains(name);
                if (now == null && isRemoved) {
                    expected.remove(name);
                } else if (now != null && (isChanged(column) || column.isComputed() && isStored(column))) {
                    expected.put(name, now);
                }
            }
            return expected;
        }

        private boolean isChanged(Column<?, ?> column) {
            String name = column.attribute();
            return !unordered(declared(edited.get(name))).equals(unordered(declared(read.get(name))));
        }

        /** Tells whether a computed value is written although it is the same as before. */
        private boolean isStored(Column<?, ?> column) {
            return isWhole || column.inputs().stream().anyMatch(this::isChanged);
        }

        /** Whatever is there to be stored is written. */
        Map<String, AttributeValue> expectedOfUntracked() {
            Map<String, AttributeValue> expected = new HashMap<>(before);
            expected.putAll(edited);
            cleared.stream().filter(name -> !edited.containsKey(name)).forEach(expected::remove);
            return expected;
        }
    }

    /**
     * Holds an engine for each way that items are read, with the tables of all models that were tried. All tries share them,
     * so that saves of many shapes follow one another as in an application.
     */
    private static final class Engines {

        static final Engines PLAIN =
                new Engines("values", LocalDynamoDb.clientBuilder().build());
        static final Engines FROM_BYTES = new Engines(
                "bytes",
                LocalDynamoDb.clientBuilder()
                        .overrideConfiguration(c -> c.addExecutionInterceptor(new ItemsInterceptor()))
                        .build());

        final DynamoDbClient client;
        final AtomicInteger updates = new AtomicInteger();
        final Engine engine;

        private Engines(String name, DynamoDbClient client) {
            this.client = client;
            this.engine = Engine.builder(client)
                    .tableNames((model, table) -> "nothing-is-lost-" + name + "-" + table)
                    .observer((operation, target) -> {
                        if (operation.equals("UpdateItem")) {
                            updates.incrementAndGet();
                        }
                        return Observation.NONE;
                    })
                    .build();
        }

        void put(ModelDefinition<?> model, Map<String, Map<String, AttributeValue>> items) {
            List<WriteRequest> puts = items.values().stream()
                    .map(item ->
                            WriteRequest.builder().putRequest(p -> p.item(item)).build())
                    .toList();
            client.batchWriteItem(r -> r.requestItems(Map.of(engine.tables().get(model), puts)));
        }

        Map<String, Map<String, AttributeValue>> get(ModelDefinition<?> model, Set<String> keys) {
            String table = engine.tables().get(model);
            List<Map<String, AttributeValue>> all = keys.stream()
                    .map(key -> Map.of(ID, AttributeValue.fromS(key)))
                    .toList();
            return client
                    .batchGetItem(r -> r.requestItems(
                            Map.of(table, KeysAndAttributes.builder().keys(all).build())))
                    .responses()
                    .get(table)
                    .stream()
                    .collect(Collectors.toMap(item -> item.get(ID).s(), item -> item));
        }
    }

    private static <N extends Notebook> List<Saved> save(Notebook.Kind<N> kind, boolean fromBytes, List<Case> cases) {
        Engines engines = fromBytes ? Engines.FROM_BYTES : Engines.PLAIN;
        ModelDefinition<N> model = kind.model();
        engines.engine.bind(List.of(model));
        // a failed property may still be shrunk by a thread of its own
        String prefix = Thread.currentThread().getId() + "-";
        engines.put(model, keyed(cases, prefix));
        List<Saved> all = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            all.add(save(engines, kind, prefix + i, cases.get(i)));
        }
        Map<String, Map<String, AttributeValue>> items =
                engines.get(model, keyed(cases, prefix).keySet());
        return IntStream.range(0, cases.size())
                .mapToObj(i -> all.get(i).withItem(items.get(prefix + i)))
                .toList();
    }

    private static Map<String, Map<String, AttributeValue>> keyed(List<Case> cases, String prefix) {
        return IntStream.range(0, cases.size())
                .boxed()
                .collect(Collectors.toMap(i -> prefix + i, i -> cases.get(i).item(prefix + i)));
    }

    private static <N extends Notebook> Saved save(Engines engines, Notebook.Kind<N> kind, String key, Case one) {
        ModelDefinition<N> model = kind.model();
        BloopTemplate<N> template = engines.engine.template(model);
        Map<String, AttributeValue> before = one.item(key);
        N object = one.way.load(template, kind.blank().apply(key), array(selected(model, one.columns)));
        Map<String, AttributeValue> read = mapping(model).item(object);
        Content content = object.content();
        one.edits.forEach(edit -> edit.action.accept(content));
        N edited = kind.remake().apply(object, content);
        Map<String, AttributeValue> written = mapping(model).item(edited);
        one.sending.save(engines.engine, template, edited);
        int updates = engines.updates.get();
        if (edited instanceof Tracked) {
            template.save(edited);
        }
        return new Saved(
                model,
                before,
                projected(before, one.way.projection(one.columns)),
                read,
                written,
                one.sending == Sending.SAVE_AND_CLEAR ? CLEARED : List.of(),
                content.tags != null && content.tags.isEmpty(),
                engines.updates.get() == updates,
                one.way.isWhole(),
                Map.of());
    }

    private static <N> List<Column<N, ?>> selected(ModelDefinition<N> model, Set<String> columns) {
        List<Column<N, ?>> selected = new ArrayList<>();
        for (Column<N, ?> column : model.columns()) {
            if (column.isHashKey() || columns.contains(column.name())) {
                selected.add(column);
            }
        }
        return selected;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type can only be made so
    private static <N> Column<N, ?>[] array(List<Column<N, ?>> columns) {
        return columns.toArray(new Column[0]);
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
                        value.l().stream().map(NothingIsLost::declared).toList());
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
            case L -> value.l().stream().map(NothingIsLost::unordered).toList();
            case M -> unordered(value.m());
            default -> value;
        };
    }
}
