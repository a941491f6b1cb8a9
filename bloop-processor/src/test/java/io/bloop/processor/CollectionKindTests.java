package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.Engine;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Compiles a model with members of every kind of collection and of the types beside text and numbers, and uses it. */
@BothClients
class CollectionKindTests {

    private static final String THING = """
        @Model
        public class Thing extends BaseModel {
            enum Day { MON, TUE, WED }

            @HashKey String id;
            Map<Day, Integer> hours;
            Map<UUID, Part> parts;
            Map<Long, String> names;
            Map<LocalDate, List<Day>> plan;
            EnumMap<Day, Long> counts;
            SortedMap<Integer, String> ranks;
            NavigableMap<String, EnumSet<Day>> open;
            EnumSet<Day> days;
            SortedSet<String> tags;
            NavigableSet<Integer> marks;
            SortedSet<byte[]> hashes;
            Collection<String> notes;
            Queue<Long> queue;
            Deque<Part> deque;
            String[] words;
            Part[] array;
            float[] vector;
            int[][] grid;
            boolean[] flags;
            Map<String, double[]> series;
            List<Deque<Day>> turns;
            Optional<String> title = Optional.empty();
            Optional<Part> part = Optional.empty();
            Optional<EnumSet<Day>> maybe;
            @Timestamp Optional<Instant> seen = Optional.empty();
            Date date;
            java.sql.Timestamp moment;
            List<java.sql.Timestamp> moments;
            java.util.regex.Pattern pattern;
            java.net.InetAddress address;
            char letter;
            Character other;
            Set<Character> letters;
            private String subtitle;

            Optional<String> getSubtitle() { return Optional.ofNullable(subtitle); }
            void setSubtitle(String subtitle) { this.subtitle = subtitle; }
        }
        """;

    private static final String PART = """
        @Document
        public class Part {
            String name;
            Deque<String> path = new ArrayDeque<>();
            long[] sizes = {};
            Optional<Part> inner = Optional.empty();
            EnumSet<Thing.Day> days = EnumSet.noneOf(Thing.Day.class);

            static Part of(String name, String... path) {
                Part part = new Part();
                part.name = name;
                part.path.addAll(List.of(path));
                part.sizes = new long[] {name.length()};
                return part;
            }
        }
        """;

    private static final String RECORD = """
        @Model
        public record Row(
                @HashKey String id,
                Deque<Integer> queue,
                Optional<String> text,
                double[] values,
                EnumMap<Thing.Day, String> days,
                char mark) {}
        """;

    private static final String FULL = """
        BloopTemplate<Thing> things = engine.template(THING);
        UUID uuid = new UUID(1, 2);
        Thing thing = new Thing();
        thing.id = "a";
        thing.hours = new HashMap<>(Map.of(Thing.Day.MON, 8));
        thing.parts = new HashMap<>(Map.of(uuid, Part.of("p", "x")));
        thing.names = new HashMap<>(Map.of(-5L, "five"));
        thing.plan = new HashMap<>(Map.of(LocalDate.of(2024, 5, 6), new ArrayList<>(List.of(Thing.Day.TUE))));
        thing.counts = new EnumMap<>(Map.of(Thing.Day.WED, 3L));
        thing.ranks = new TreeMap<>(Map.of(10, "ten", 9, "nine"));
        thing.open = new TreeMap<>(Map.of("b", EnumSet.of(Thing.Day.MON), "a", EnumSet.noneOf(Thing.Day.class)));
        thing.days = EnumSet.of(Thing.Day.MON, Thing.Day.WED);
        thing.tags = new TreeSet<>(List.of("b", "a"));
        thing.marks = new TreeSet<>(List.of(10, 9));
        thing.hashes = new TreeSet<>(Arrays::compare);
        thing.hashes.add(new byte[] {1});
        thing.notes = new ArrayDeque<>(List.of("n", "m"));
        thing.queue = new PriorityQueue<>(List.of(1L, 2L));
        thing.deque = new ArrayDeque<>(List.of(Part.of("d")));
        thing.words = new String[] {"w", null};
        thing.array = new Part[] {Part.of("e", "y", "z"), null};
        thing.vector = new float[] {0.1f, -2f};
        thing.grid = new int[][] {{1, 2}, {}};
        thing.flags = new boolean[] {true, false};
        thing.series = new HashMap<>(Map.of("s", new double[] {1.5}));
        thing.turns = new ArrayList<>(List.of(new ArrayDeque<>(List.of(Thing.Day.TUE))));
        thing.title = Optional.of("t");
        thing.part = Optional.of(Part.of("o"));
        thing.part.get().inner = Optional.of(Part.of("i", "j"));
        thing.part.get().days.add(Thing.Day.TUE);
        thing.maybe = Optional.of(EnumSet.of(Thing.Day.TUE));
        thing.seen = Optional.of(Instant.ofEpochSecond(7));
        thing.date = Date.from(Instant.parse("2024-05-06T07:08:09.123Z"));
        thing.moment = java.sql.Timestamp.from(Instant.parse("2024-05-06T07:08:09.123456Z"));
        thing.moments = new ArrayList<>(List.of(thing.moment));
        thing.pattern = java.util.regex.Pattern.compile("a+", java.util.regex.Pattern.CASE_INSENSITIVE);
        thing.address = address("2001:db8::1");
        thing.letter = 'x';
        thing.other = 'y';
        thing.letters = new HashSet<>(Set.of('a', 'b'));
        thing.setSubtitle("s");
        things.insert(thing);
        Thing found = things.find("a").orElseThrow();
        """;

    private static final String SHARED = """
        @Model
        @org.jspecify.annotations.NullMarked
        public record Shared(
                @HashKey String id,
                @StoredWith(holder = CompatibleTypes.class, constant = "MAPPER_BOOLEAN") boolean done,
                @StoredWith(holder = CompatibleTypes.class, constant = "ENHANCED_ZONED_DATE_TIME") Optional<ZonedDateTime> at,
                @Default("z") char letter,
                Optional<String> text) {}
        """;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private void run(String scenario) throws Exception {
        String source = """
            package com.acme;

            import static com.acme.RowModel.ROW;
            import static com.acme.SharedModel.SHARED;
            import static com.acme.ThingModel.THING;
            import static io.bloop.write.WriteOptions.since;
            import static org.assertj.core.api.Assertions.assertThat;

            import io.bloop.engine.*;
            import java.net.InetAddress;
            import java.time.*;
            import java.util.*;
            import java.util.function.BiConsumer;
            import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
            import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

            public class Scenario implements BiConsumer<Engine, DynamoDbClient> {
                private static DynamoDbClient client;

                static InetAddress address(String text) {
                    try {
                        return InetAddress.getByName(text);
                    } catch (java.net.UnknownHostException ex) {
                        throw new IllegalArgumentException(ex);
                    }
                }

                static Map<String, AttributeValue> item(Engine engine, String table) {
                    return client
                            .getItem(r -> r.tableName(table).key(Map.of("id", AttributeValue.fromS("a"))))
                            .item();
                }

                @Override
                public void accept(Engine engine, DynamoDbClient dynamoDb) {
                    client = dynamoDb;
                    %s
                }
            }
            """.formatted(scenario);
        Compilation compilation = Compilation.of(THING, PART, RECORD, SHARED, source);
        assertThat(compilation.messages()).isEmpty();
        BiConsumer<Engine, DynamoDbClient> loaded = compilation.scenario(DynamoDbClient.class);
        loaded.accept(dynamoDb.engine(), dynamoDb.client());
    }

    @Test
    @DisplayName("T7 T8 members of every kind come back as they were stored, and are stored unchanged by another save")
    void membersOfEveryKindComeBack() throws Exception {
        run(FULL + """
            assertThat(found)
                    .usingRecursiveComparison()
                    .ignoringFields("baseline", "notes", "queue", "pattern")
                    .ignoringCollectionOrder()
                    .isEqualTo(thing);
            assertThat(found.notes).containsExactly("n", "m");
            assertThat(found.queue).containsExactly(1L, 2L);
            assertThat(found.ranks.firstKey()).isEqualTo(9);
            assertThat(found.tags.first()).isEqualTo("a");
            assertThat(found.open.get("b")).isInstanceOf(EnumSet.class);
            assertThat(found.pattern.matcher("AA").matches()).isTrue();
            assertThat(found.getSubtitle()).contains("s");

            Map<String, AttributeValue> before = item(engine, engine.tables().get(THING));
            int[] updates = {0};
            things.save(found);
            assertThat(item(engine, engine.tables().get(THING))).isEqualTo(before);
            """);
    }

    @Test
    @DisplayName("T7 T8 the stored forms are sets, lists, maps with the text of their keys, numbers and text")
    void theStoredForms() throws Exception {
        run(FULL + """
            Map<String, AttributeValue> item = item(engine, engine.tables().get(THING));
            assertThat(item.get("hours").m()).isEqualTo(Map.of("MON", AttributeValue.fromN("8")));
            assertThat(item.get("parts").m()).containsOnlyKeys(uuid.toString());
            assertThat(item.get("names").m()).containsOnlyKeys("-5");
            assertThat(item.get("plan").m())
                    .isEqualTo(Map.of("2024-05-06", AttributeValue.fromL(List.of(AttributeValue.fromS("TUE")))));
            assertThat(item.get("days").ss()).containsExactlyInAnyOrder("MON", "WED");
            assertThat(item.get("vector").l())
                    .containsExactly(AttributeValue.fromN("0.1"), AttributeValue.fromN("-2"));
            assertThat(item.get("words").l()).containsExactly(AttributeValue.fromS("w"), AttributeValue.fromNul(true));
            assertThat(item.get("grid").l().get(1).l()).isEmpty();
            assertThat(item.get("title").s()).isEqualTo("t");
            assertThat(item.get("seen").n()).isEqualTo("7");
            assertThat(item.get("date").s()).isEqualTo("2024-05-06T07:08:09.123000+00:00");
            assertThat(item.get("moment").s()).isEqualTo("2024-05-06T07:08:09.123456+00:00");
            assertThat(item.get("pattern").s()).isEqualTo("(?i)a+");
            assertThat(item.get("address").s()).isEqualTo("2001:db8:0:0:0:0:0:1");
            assertThat(item.get("letter").s()).isEqualTo("x");
            assertThat(item.get("subtitle").s()).isEqualTo("s");
            """);
    }

    @Test
    @DisplayName("T7 a change inside a collection or an array is seen, and nothing else is written")
    void aChangeInsideIsSeen() throws Exception {
        run(FULL + """
            things.update("a").set(THING.names.key(-5L), "other").run();
            found.hours.put(Thing.Day.TUE, 1);
            found.counts.remove(Thing.Day.WED);
            found.days.remove(Thing.Day.MON);
            found.open.get("a").add(Thing.Day.WED);
            found.queue.poll();
            found.deque.peekFirst().path.add("new");
            found.words[1] = "v";
            found.vector[0] = 9f;
            found.grid[1] = new int[] {7};
            found.series.get("s")[0] = 2.5;
            found.turns.get(0).addLast(Thing.Day.MON);
            found.title = Optional.empty();
            found.part.get().inner.get().sizes[0] = 99;
            found.date.setTime(0);
            things.save(found);

            Thing again = things.find("a").orElseThrow();
            assertThat(again.names).isEqualTo(Map.of(-5L, "other"));
            assertThat(again.hours).isEqualTo(Map.of(Thing.Day.MON, 8, Thing.Day.TUE, 1));
            assertThat(again.counts).isEmpty();
            assertThat(again.days).containsExactly(Thing.Day.WED);
            assertThat(again.open.get("a")).containsExactly(Thing.Day.WED);
            assertThat(again.queue).containsExactly(2L);
            assertThat(again.deque.getFirst().path).containsExactly("new");
            assertThat(again.words).containsExactly("w", "v");
            assertThat(again.vector).containsExactly(9f, -2f);
            assertThat(again.grid[1]).containsExactly(7);
            assertThat(again.series.get("s")).containsExactly(2.5);
            assertThat(again.turns.get(0)).containsExactly(Thing.Day.TUE, Thing.Day.MON);
            assertThat(again.title).isEmpty();
            assertThat(again.part.get().inner.get().sizes).containsExactly(99);
            assertThat(again.date).isEqualTo(new Date(0));
            """);
    }

    @Test
    @DisplayName("T7 what is absent reads as empty, also an optional, and stays absent")
    void whatIsAbsentReadsAsEmpty() throws Exception {
        run("""
            BloopTemplate<Thing> things = engine.template(THING);
            Thing thing = new Thing();
            thing.id = "a";
            things.insert(thing);
            Thing found = things.find("a").orElseThrow();
            assertThat(found.title).isEmpty();
            assertThat(found.part).isEmpty();
            assertThat(found.days).isEmpty();
            assertThat(found.counts).isEmpty();
            assertThat(found.deque).isEmpty();
            assertThat(found.vector).isEmpty();
            assertThat(found.array).isEmpty();
            assertThat(found.getSubtitle()).isEmpty();
            assertThat(found.letter).isEqualTo('\\0');
            assertThat(found.date).isNull();
            assertThat(found.moment).isNull();
            found.deque.add(Part.of("p"));
            things.save(found);
            assertThat(item(engine, engine.tables().get(THING))).containsOnlyKeys("id", "letter", "deque");
            """);
    }

    @Test
    @DisplayName("T7 a projection leaves what it does not have untouched")
    void aProjectionLeavesWhatItDoesNotHave() throws Exception {
        run(FULL + """
            Thing some = things.scan().select(THING.id, THING.letter).one();
            assertThat(some.vector).isNull();
            assertThat(some.title).isEmpty();
            some.tags = new TreeSet<>(Set.of("only"));
            Map<String, AttributeValue> before = new HashMap<>(item(engine, engine.tables().get(THING)));
            things.save(some);
            before.put("tags", AttributeValue.fromSs(List.of("only")));
            assertThat(item(engine, engine.tables().get(THING))).isEqualTo(before);
            """);
    }

    @Test
    @DisplayName("T8 elements have paths, and maps have their own keys")
    void elementsHavePaths() throws Exception {
        run(FULL + """
            things.update("a")
                    .add(THING.hours.key(Thing.Day.MON).asNumber(), 2)
                    .set(THING.parts.key(uuid).name, "q")
                    .append(THING.queue, List.of(5L))
                    .set(THING.vector.at(1), 3f)
                    .set(THING.grid.at(0), List.of(4))
                    .append(THING.deque.at(0).path, List.of("deep"))
                    .add(THING.days, Set.of(Thing.Day.TUE))
                    .set(THING.series.key("s"), List.of(8.0))
                    .onlyIf(THING.hours.key(Thing.Day.MON).eq(8)
                            .and(THING.parts.key(uuid).path.contains("x"))
                            .and(THING.queue.size().eq(2))
                            .and(THING.words.at(0).eq("w"))
                            .and(THING.plan.key(LocalDate.of(2024, 5, 6)).exists())
                            .and(THING.days.contains(Thing.Day.WED))
                            .and(THING.title.beginsWith("t"))
                            .and(THING.moment.lt(Instant.parse("2025-01-01T00:00:00Z")))
                            .and(THING.deque.at(0).name.eq("d")))
                    .run();
            Thing again = things.find("a").orElseThrow();
            assertThat(again.hours).isEqualTo(Map.of(Thing.Day.MON, 10));
            assertThat(again.parts.get(uuid).name).isEqualTo("q");
            assertThat(again.queue).containsExactly(1L, 2L, 5L);
            assertThat(again.vector).containsExactly(0.1f, 3f);
            assertThat(again.grid[0]).containsExactly(4);
            assertThat(again.deque.getFirst().path).containsExactly("deep");
            assertThat(again.days).contains(Thing.Day.TUE);
            assertThat(again.series.get("s")).containsExactly(8.0);
            """);
    }

    @Test
    @DisplayName("T7 a record has them too, and what differs between two of them is saved")
    void aRecordHasThemToo() throws Exception {
        run("""
            BloopTemplate<Row> rows = engine.template(ROW);
            Row row = new Row("a", new ArrayDeque<>(List.of(1)), Optional.of("t"), new double[] {1},
                    new EnumMap<>(Map.of(Thing.Day.MON, "m")), 'c');
            rows.insert(row);
            Row found = rows.find("a").orElseThrow();
            assertThat(found).usingRecursiveComparison().isEqualTo(
                    new Row("a", new LinkedList<>(List.of(1)), Optional.of("t"), new double[] {1}, row.days(), 'c'));
            rows.save(new Row("a", found.queue(), Optional.empty(), new double[] {2}, found.days(), 'c'), since(found));
            Row again = rows.find("a").orElseThrow();
            assertThat(again.text()).isEmpty();
            assertThat(again.values()).containsExactly(2);
            assertThat(again.days()).isEqualTo(row.days());
            """);
    }

    @Test
    @DisplayName(
            "T4 T7 compatible types fit primitives and optionals, which are never null in a class that refuses null")
    void compatibleTypesFitPrimitivesAndOptionals() throws Exception {
        run("""
            BloopTemplate<Shared> all = engine.template(SHARED);
            ZonedDateTime at = ZonedDateTime.of(2016, 8, 9, 3, 16, 25, 0, ZoneId.of("Europe/Paris"));
            Shared shared = new Shared("a", true, Optional.of(at), 'c', Optional.of("t"));
            all.insert(shared);
            assertThat(item(engine, engine.tables().get(SHARED)))
                    .containsEntry("done", AttributeValue.fromN("1"))
                    .containsEntry("at", AttributeValue.fromS("2016-08-09T03:16:25+02:00[Europe/Paris]"));
            assertThat(all.find("a")).contains(shared);
            client.putItem(r -> r.tableName(engine.tables().get(SHARED))
                    .item(Map.of("id", AttributeValue.fromS("b"), "done", AttributeValue.fromBool(true))));
            assertThat(all.find("b")).contains(new Shared("b", true, Optional.empty(), 'z', Optional.empty()));
            """);
    }
}
