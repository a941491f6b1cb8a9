package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.Engine;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads items that lack attributes of members that keep their initial values. */
@BothClients
class InitialValueTests {

    private static final String TRACKED = """
            @Model
            class Note extends BaseModel {
                @HashKey String id;
                String text;
                @KeepInitial int retries = 3;
                @KeepInitial List<String> tags = new ArrayList<>(List.of("new"));
                @KeepInitial @Column("l") Level level = Level.LOW;
                Page page;
                int retries() { return retries; }
                List<String> tags() { return tags; }
                Level level() { return level; }
                Page page() { return page; }
            }
            """;

    private static final String INHERITED = """
            abstract class Base extends BaseModel {
                @HashKey String id;
                @KeepInitial int retries = 3;
                @KeepInitial private List<String> tags = new ArrayList<>(List.of("new"));
                List<String> getTags() { return tags; }
                void setTags(List<String> tags) { this.tags = tags; }
                List<String> tags() { return tags; }
                int retries() { return retries; }
            }

            @Model
            class Note extends Base {
                String text;
                @KeepInitial @Column("l") Level level = Level.LOW;
                Page page;
                Level level() { return level; }
                Page page() { return page; }
            }
            """;

    private static final String RECORD = """
            @Model
            record Note(
                    @HashKey String id, String text, @KeepInitial int retries, @KeepInitial List<String> tags,
                    @KeepInitial @Column("l") Level level, Page page) {
                Note(String id, Page page) { this(id, null, 3, List.of("new"), Level.LOW, page); }
                Note(String id) { this(id, null); }
                Note(String id, int retries, Page page) { this(id, null, retries, List.of(), Level.HIGH, page); }
            }
            """;

    private static final String STATIC_METHOD = """
            @Model
            final class Note {
                @HashKey final String id;
                final String text;
                @KeepInitial final int retries;
                @KeepInitial final List<String> tags;
                @KeepInitial @Column("l") final Level level;
                final Page page;

                private Note(String id, String text, int retries, List<String> tags, Level level, Page page) {
                    this.id = id;
                    this.text = text;
                    this.retries = retries;
                    this.tags = tags;
                    this.level = level;
                    this.page = page;
                }

                @BloopCreator
                static Note of(String id, String text, int retries, List<String> tags, Level level, Page page) {
                    return new Note(id, text, retries, tags, level, page);
                }

                static Note of(String id) { return new Note(id, null, 3, List.of("new"), Level.LOW, null); }

                String id() { return id; }
                String text() { return text; }
                int retries() { return retries; }
                List<String> tags() { return tags; }
                Level level() { return level; }
                Page page() { return page; }
            }
            """;

    private static final String BUILDER = """
            @Model
            final class Note {
                @HashKey private final String id;
                private final String text;
                @KeepInitial private final int retries;
                @KeepInitial private final List<String> tags;
                @KeepInitial @Column("l") private final Level level;
                private final Page page;

                private Note(Builder b) {
                    id = b.id; text = b.text; retries = b.retries; tags = b.tags; level = b.level; page = b.page;
                }

                String id() { return id; }
                String text() { return text; }
                int retries() { return retries; }
                List<String> tags() { return tags; }
                Level level() { return level; }
                Page page() { return page; }

                static Builder builder() { return new Builder(); }

                static final class Builder {
                    private String id;
                    private String text;
                    private int retries = 3;
                    private List<String> tags = List.of("new");
                    private Level level = Level.LOW;
                    private Page page;
                    Builder id(String id) { this.id = id; return this; }
                    Builder text(String text) { this.text = text; return this; }
                    Builder retries(int retries) { this.retries = retries; return this; }
                    Builder tags(List<String> tags) { this.tags = tags; return this; }
                    Builder level(Level level) { this.level = level; return this; }
                    Builder page(Page page) { this.page = page; return this; }
                    Note build() { return new Note(this); }
                }
            }
            """;

    private static final String PAGE = """
            @Document
            class Page {
                String text;
                @KeepInitial int number = 7;
                @KeepInitial List<String> lines = new ArrayList<>(List.of("one"));
                Size size;
            }
            """;

    private static final String SIZE = """
            @Document
            record Size(Integer width, @KeepInitial int height) {
                Size(Integer width) { this(width, 9); }
            }
            """;

    private static final String SCENARIO = """
            package com.acme;

            import static com.acme.NoteModel.NOTE;
            import static io.bloop.write.WriteOptions.since;
            import static org.assertj.core.api.Assertions.*;

            import io.bloop.engine.*;
            import java.util.List;
            import java.util.function.BiConsumer;

            public class Scenario implements BiConsumer<Engine, Runnable> {
                @Override
                public void accept(Engine engine, Runnable store) {
                    engine.bind(List.of(NOTE));
                    store.run();
                    BloopTemplate<Note> notes = engine.template(NOTE);
                    Note found = notes.find("a").orElseThrow();
                    assertThat(found.retries()).isEqualTo(3);
                    assertThat(found.tags()).containsExactly("new");
                    assertThat(found.level()).isEqualTo(Level.LOW);
                    assertThat(found.page().number).isEqualTo(7);
                    assertThat(found.page().lines).containsExactly("one");
                    assertThat(found.page().size).isEqualTo(new Size(4, 9));
                    MORE
                }
            }
            """;

    private static final Map<String, AttributeValue> KEY = Map.of("id", s("a"));

    private static final AttributeValue NULL = AttributeValue.fromNul(true);

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    private static Map<String, AttributeValue> item(boolean isNull, String text) {
        Map<String, AttributeValue> page = new HashMap<>(
                Map.of("text", s(text), "size", AttributeValue.fromM(Map.of("width", AttributeValue.fromN("4")))));
        Map<String, AttributeValue> item = new HashMap<>(KEY);
        if (isNull) {
            List.of("number", "lines").forEach(name -> page.put(name, NULL));
            List.of("retries", "tags", "l").forEach(name -> item.put(name, NULL));
        }
        item.put("page", AttributeValue.fromM(page));
        return item;
    }

    private void run(Map<String, AttributeValue> item, String source, String more) throws Exception {
        List<String> sources = new ArrayList<>();
        for (String one : source.split("(?m)^(?=@Model|abstract)")) {
            if (!one.isBlank()) {
                sources.add("import java.util.*;\n" + one);
            }
        }
        sources.add("import java.util.*;\n" + PAGE);
        sources.add(SIZE);
        sources.add("enum Level { LOW, HIGH }\n");
        sources.add(SCENARIO.replace("MORE", more));
        Compilation compilation = Compilation.of(sources.toArray(String[]::new));
        assertThat(compilation.messages()).isEmpty();
        BiConsumer<Engine, Runnable> scenario = compilation.scenario(Runnable.class);
        scenario.accept(dynamoDb.engine(), () -> dynamoDb.put("Note", item));
    }

    @ParameterizedTest
    @ValueSource(strings = {TRACKED, INHERITED, RECORD, STATIC_METHOD, BUILDER})
    @DisplayName("M28 a member keeps its initial value where the attribute is absent")
    void keepsInitialValues(String source) throws Exception {
        run(item(false, "x"), source, "");
    }

    @Test
    @DisplayName("M28 a member of a class that is not tracked keeps its initial value")
    void keepsInitialValuesOfOthers() throws Exception {
        run(item(false, "x"), TRACKED.replace(" extends BaseModel", ""), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {TRACKED, RECORD})
    @DisplayName("M28 E22 a member keeps its initial value where the attribute is of the type NULL")
    void keepsInitialValuesForNull(String source) throws Exception {
        run(item(true, "x"), source, "");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("M28 E4 an initial value that was kept is written only if it was changed")
    void writesWhatWasChanged(boolean isNull) throws Exception {
        run(item(isNull, "x"), INHERITED, """
                notes.save(found);
                found.page().text = "y";
                notes.save(found);
                """);

        assertThat(dynamoDb.item("Note", KEY)).isEqualTo(item(isNull, "y"));
    }

    @Test
    @DisplayName("M28 E4 an object that is not tracked is saved with its initial values, as with all others")
    void writesAllOfOthers() throws Exception {
        run(item(false, "x"), RECORD, "notes.save(found);");

        assertThat(dynamoDb.item("Note", KEY))
                .containsEntry("retries", AttributeValue.fromN("3"))
                .containsEntry("l", s("LOW"));
    }

    @Test
    @DisplayName("M28 E8 an object that is loaded in place has initial values, not those that it had")
    void loadsInPlace() throws Exception {
        run(item(false, "x"), TRACKED, """
                found.retries = 8;
                found.tags = null;
                notes.load(found);
                assertThat(found.retries).isEqualTo(3);
                assertThat(found.tags).containsExactly("new");
                """);
    }

    @Test
    @DisplayName("M28 the shortest way to an object with initial values is written beside the longest")
    void writesTheCall() {
        Compilation compilation = Compilation.of(
                "import java.util.*;\n" + RECORD, "import java.util.*;\n" + PAGE, SIZE, "enum Level { LOW, HIGH }\n");

        assertThat(compilation.source("NoteModel"))
                .contains("    protected Note createInitial(Values<Note> values) {\n"
                        + "        return new Note(values.get(id), values.get(page));\n    }\n")
                .contains("column(\"retries\", INTEGER.orElse(0)).keepInitial();")
                .contains(".storedAs(\"l\").keepInitial();");
        assertThat(compilation.source("PageDocument"))
                .doesNotContain("createInitial")
                .contains("member(\"number\", INTEGER.orElse(0)).keepInitial();");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "class Note {^@KeepInitial @HashKey String id = \"\";^} | Column 'id' is marked with @KeepInitial and is a "
                        + "key, which is never absent; take @KeepInitial away.",
                "class Note {^@HashKey String id;^@KeepInitial @Version long x = 1;^} | Column 'x' is marked with "
                        + "@KeepInitial and written by the engine itself; take @KeepInitial away.",
                "class Note {^@HashKey String id;^@KeepInitial @Default(\"1\") int x = 2;^} | Column 'x' is marked with "
                        + "@KeepInitial and @Default, which both say what is absent; keep one.",
                "class Note {^@HashKey String id;^@KeepInitial @Computed(from = \"id\") String x() { return id; }^} | "
                        + "Column 'x' is marked with @KeepInitial and computed, so that it is never read; take @KeepInitial "
                        + "away.",
                "record Note(^@HashKey String id, @KeepInitial int x) {} | Column 'x' is marked with @KeepInitial, and "
                        + "Note(String, int) takes it, so that no object of Note has an initial value; add one without it, "
                        + "not private and without exceptions, or use @Default.",
                "record Note(^@HashKey String id, @KeepInitial int x, @KeepInitial int y) {^"
                        + "Note(String id, int x) { this(id, x, 3); }^} | Column 'x' is marked with @KeepInitial, and "
                        + "Note(String, int), Note(String, int, int) take what keeps its initial value, so that no object "
                        + "of Note has an initial value; add one without it, not private and without exceptions, or use "
                        + "@Default.",
                "record Note(^@HashKey String id, @KeepInitial int x) {^private Note(String id) { this(id, 3); }^} | "
                        + "Column 'x' is marked with @KeepInitial, and Note(String, int) takes it, so that no object of Note "
                        + "has an initial value; add one without it, not private and without exceptions, or use "
                        + "@Default."
            })
    @DisplayName("M28 M30 a member that can have no initial value is an error that names the remedy")
    void refusesOtherMembers(String source, String message) {
        assertThat(Compilation.with(List.of(new ModelProcessor()), List.of(), "@Model\n" + source.replace("^", "\n"))
                        .messages())
                .singleElement()
                .asString()
                .endsWith(": " + message);
    }

    @Test
    @DisplayName("M30 a member of a class that is no model keeps no initial value")
    void refusesOtherClasses() {
        assertThat(Compilation.of("final class Other {\n@KeepInitial int x = 1;\n}\n")
                        .messages())
                .singleElement()
                .asString()
                .contains("'x' is marked with @KeepInitial, and Other is no model");
    }
}
