package io.bloop.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.expression.Placeholders;
import io.bloop.expression.UpdateExpression;
import io.bloop.model.Notebook.Content;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.StoredItem;
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

    private static Arbitrary<Tuple.Tuple2<String, AttributeValue>> attribute(
            String name, Arbitrary<AttributeValue> values) {
        return values.injectNull(0.3).map(value -> Tuple.of(name, value));
    }

    @Provide
    Arbitrary<Set<String>> projections() {
        return Arbitraries.of("title", "pages", "cover", "tags", "notes", "counts", "nested")
                .set()
                .injectNull(0.4);
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        return Arbitraries.of(
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
                        }))
                .list()
                .ofMaxSize(5);
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

    @Property(tries = 40)
    void theTableHoldsWhatWasExpectedOfIt(
            @ForAll("tracked") ModelDefinition<? extends Notebook> model,
            @ForAll("items") Map<String, AttributeValue> item,
            @ForAll("projections") @Nullable Set<String> projection,
            @ForAll("edits") List<Edit> edits) {
        Saved expected = save(model, item, projection, edits);
        assertThat(unordered(saveInTheTable(model, item, projection, edits)))
                .isEqualTo(unordered(expected.expectedOfTracked()));
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
                } else if (now != null && !unordered(now).equals(unordered(read.get(name)))) {
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
        N object = mapping.read(StoredItem.of(loaded), columns(model, projection), ENGINE);
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

    private static <N> @Nullable Set<Column<N, ?>> columns(ModelDefinition<N> model, @Nullable Set<String> projection) {
        return projection == null
                ? null
                : model.columns().stream()
                        .filter(column -> column.isHashKey() || projection.contains(column.name()))
                        .collect(Collectors.toSet());
    }

    private static <N extends Notebook> Map<String, AttributeValue> saveInTheTable(
            ModelDefinition<N> model,
            Map<String, AttributeValue> item,
            @Nullable Set<String> projection,
            List<Edit> edits) {
        DynamoDbClient client = new LocalDynamoDb().client();
        Engine engine = Engine.builder(client)
                .tableNames((definition, name) -> "nothing-is-lost-" + name)
                .build();
        engine.bind(List.of(model));
        BloopTemplate<N> template = engine.template(model);
        String table = engine.tables().get(model);
        client.putItem(r -> r.tableName(table).item(item));
        List<Column<N, ?>> selected = new ArrayList<>();
        for (Column<N, ?> column : model.columns()) {
            if (column.isHashKey() || projection != null && projection.contains(column.name())) {
                selected.add(column);
            }
        }
        N object = projection == null
                ? template.find("1").orElseThrow()
                : template.scan().select(array(selected)).one();
        template.save(edited(object, edits));
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
            default -> value;
        };
    }
}
