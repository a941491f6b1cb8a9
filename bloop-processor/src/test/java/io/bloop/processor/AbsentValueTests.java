package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.engine.Engine;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.MappingFailed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads items that lack attributes of members that cannot be null. */
@BothClients
class AbsentValueTests {

    private static final String RECORD = """
            @Model
            @org.jspecify.annotations.NullMarked
            record Note(@HashKey String id, String text, @Version long version) {}
            """;

    private static final String IMMUTABLE = """
            @Model
            @org.jspecify.annotations.NullMarked
            final class Note {
                @HashKey private final String id;
                private final String text;
                @Version private final long version;

                Note(String id, String text, long version) {
                    this.id = id;
                    this.text = text;
                    this.version = version;
                }

                String id() { return id; }
                String text() { return text; }
                long version() { return version; }
            }
            """;

    private static final String STATIC_METHOD = """
            @Model
            final class Note {
                @HashKey final String id;
                final String text;
                @Version final long version;

                private Note(String id, String text, long version) {
                    this.id = id;
                    this.text = text;
                    this.version = version;
                }

                @BloopCreator
                static Note of(String id, @org.jspecify.annotations.NonNull String text, long version) {
                    return new Note(id, text, version);
                }

                String id() { return id; }
                String text() { return text; }
                long version() { return version; }
            }
            """;

    private static final String SCENARIO = """
            package com.acme;

            import static com.acme.NoteModel.NOTE;
            import static org.assertj.core.api.Assertions.assertThat;

            import io.bloop.engine.*;
            import java.util.List;
            import java.util.function.BiConsumer;

            public class Scenario implements BiConsumer<Engine, Runnable> {
                @Override
                public void accept(Engine engine, Runnable store) {
                    engine.bind(List.of(NOTE));
                    store.run();
                    BloopTemplate<Note> notes = engine.template(NOTE);
                    %s
                }
            }
            """;

    private static final String FIND = "Note found = notes.find(\"a\").orElseThrow();\n";

    private static final String REMEDIES =
            ", which cannot be null; make it nullable, or give it a value for that with @Default.";

    private static final Map<String, AttributeValue> ITEM =
            Map.of("id", AttributeValue.fromS("a"), "version", AttributeValue.fromN("3"));

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private void run(Map<String, AttributeValue> item, String scenario, String... sources) throws Exception {
        String[] all = Arrays.copyOf(sources, sources.length + 1);
        all[sources.length] = SCENARIO.formatted(scenario);
        Compilation compilation = Compilation.of(all);
        assertThat(compilation.messages()).isEmpty();
        BiConsumer<Engine, Runnable> loaded = compilation.scenario(Runnable.class);
        loaded.accept(dynamoDb.engine(), () -> dynamoDb.put("Note", item));
    }

    @ParameterizedTest
    @ValueSource(strings = {RECORD, IMMUTABLE, STATIC_METHOD})
    @DisplayName("M28 an absent attribute of a column that cannot be null is an error that names it and both remedies")
    void refusesAbsentAttributes(String source) {
        assertThatThrownBy(() -> run(ITEM, FIND, source))
                .isInstanceOfSatisfying(MappingFailed.class, failed -> {
                    assertThat(failed.column()).isEqualTo("text");
                    assertThat(failed.absent()).containsExactly("text");
                })
                .hasNoCause()
                .hasMessage("Cannot read Note.text of Note(id=S \"a\"): nothing is stored for text" + REMEDIES);
    }

    @Test
    @DisplayName("M28 C22 an attribute of the type NULL is as an absent one where it cannot be null")
    void refusesStoredNulls() {
        Map<String, AttributeValue> item = new HashMap<>(ITEM);
        item.put("text", AttributeValue.fromNul(true));

        assertThatThrownBy(() -> run(item, FIND, RECORD))
                .isInstanceOf(MappingFailed.class)
                .hasMessage("Cannot read Note.text of Note(id=S \"a\"): nothing is stored for text" + REMEDIES);
    }

    @ParameterizedTest
    @CsvSource({"@Default(\"none\"), isEqualTo(\"none\")", "@org.jspecify.annotations.Nullable, isNull()"})
    @DisplayName("M28 each remedy for an absent attribute of a column that cannot be null helps")
    void takesRemedies(String mark, String expected) throws Exception {
        String scenario = FIND + "assertThat(found.text())." + expected + ";";

        run(ITEM, scenario, RECORD.replace("String text", mark + " String text"));
        assertThat(dynamoDb.item("Note", Map.of("id", AttributeValue.fromS("a"))))
                .isEqualTo(ITEM);
    }

    @Test
    @DisplayName("M28 a class may mark the field that can be null in place of the constructor's parameter")
    void takesRemediesOnFields() throws Exception {
        run(
                ITEM,
                FIND + "assertThat(found.text()).isNull();",
                IMMUTABLE.replace(
                        "private final String text", "private final @org.jspecify.annotations.Nullable String text"));
    }

    @Test
    @DisplayName("M28 an absent member of a document that cannot be null is an error that names the document too")
    void refusesAbsentMembers() {
        Map<String, AttributeValue> item = new HashMap<>(ITEM);
        item.put("page", AttributeValue.fromM(Map.of("number", AttributeValue.fromN("1"))));

        assertThatThrownBy(() -> run(
                        item,
                        FIND,
                        "@Model\nrecord Note(@HashKey String id, Page page, @Version long version) {}",
                        "@Document\n@org.jspecify.annotations.NullMarked\nrecord Page(int number, String text) {}"))
                .isInstanceOfSatisfying(MappingFailed.class, failed -> {
                    assertThat(failed.document()).isEqualTo("Page");
                    assertThat(failed.member()).isEqualTo("text");
                })
                .hasMessage("Cannot read Note.page of Note(id=S \"a\"): nothing is stored for text in Page" + REMEDIES);
    }

    @Test
    @DisplayName("M28 a column that the request did not load is null, whatever a constructor takes")
    void leavesOutWhatWasNotLoaded() throws Exception {
        run(ITEM, "assertThat(notes.scan().select(NOTE.id, NOTE.version).one().text()).isNull();", RECORD);
    }

    @Test
    @DisplayName("M28 an object that was written comes back with its version, although it lacks what it has to have")
    void givesBackWhatWasWritten() throws Exception {
        run(ITEM, """
                Note written = notes.insert(new Note("b", null, 0));
                assertThat(written.version()).isEqualTo(1);
                assertThat(written.text()).isNull();
                """, RECORD);
        assertThat(dynamoDb.item("Note", Map.of("id", AttributeValue.fromS("b"))))
                .isEqualTo(Map.of("id", AttributeValue.fromS("b"), "version", AttributeValue.fromN("1")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@Model record Note(@HashKey String id, String text) {} | get",
                "@Model record Note(@HashKey String id, @NonNull String text) {} | required",
                "@Model record Note(@HashKey String id, @org.jetbrains.annotations.NotNull String text) {} | required",
                "@NullMarked @Model record Note(@HashKey String id, String text) {} | required",
                "@NullMarked @Model record Note(@HashKey String id, @Nullable String text) {} | get",
                "@NullMarked @Model record Note(@HashKey String id, @com.acme.Marks.Nullable String text) {} | get",
                "@NullUnmarked @Model record Note(@HashKey String id, String text) {} | get"
            })
    @DisplayName("M28 a constructor takes no null where JSpecify or the Kotlin compiler say so")
    void readsAnnotations(String source, String method) {
        Compilation compilation = Compilation.of(
                "import org.jspecify.annotations.*;\n" + source.replace("@Model record", "@Model\nrecord"),
                "class Marks { @interface Nullable {} }",
                "package org.jetbrains.annotations;\npublic @\ninterface NotNull {}");
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("NoteModel")).contains("values." + method + "(text)");
    }
}
