package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.Engine;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Loads items into objects that are there already, of classes whose constructors take values. */
class LoadInPlaceTests {

    private static final String FIELDS = """
            @Model
            class Note extends BaseModel {
                @HashKey String id;
                String text;
                int count;

                Note(String id, String text, int count) {
                    this.id = id;
                    this.text = text;
                    this.count = count;
                }

                static Note make(String id, String text, int count) { return new Note(id, text, count); }
            }
            """;

    private static final String SETTERS = """
            @Model
            class Note extends BaseModel {
                @HashKey private String id;
                private String text;
                private int count;

                Note(String id, String text) {
                    this.id = id;
                    this.text = text;
                }

                String getId() { return id; }
                void setId(String id) { this.id = id; }
                String getText() { return text; }
                void setText(String text) { this.text = text; }
                int getCount() { return count; }
                void setCount(int count) { this.count = count; }

                static Note make(String id, String text, int count) {
                    Note note = new Note(id, text);
                    note.count = count;
                    return note;
                }
            }
            """;

    private static final String METHOD = """
            @Model
            class Note extends BaseModel {
                @HashKey String id;
                String text;
                int count;

                @BloopCreator
                static Note make(String id, String text, int count) {
                    Note note = new Note();
                    note.id = id;
                    note.text = text;
                    note.count = count;
                    return note;
                }
            }
            """;

    private static final String LOMBOK = """
            @Model
            @lombok.Getter
            @lombok.Setter
            @lombok.AllArgsConstructor
            class Note extends BaseModel {
                @HashKey private String id;
                private String text;
                private int count;

                static Note make(String id, String text, int count) { return new Note(id, text, count); }
            }
            """;

    private static final String UNTRACKED = """
            @Model
            @lombok.Data
            @lombok.AllArgsConstructor
            class Note {
                @HashKey private String id;
                private String text;
                private int count;

                static Note make(String id, String text, int count) { return new Note(id, text, count); }
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
                public void accept(Engine engine, Runnable changeItem) {
                    engine.bind(List.of(NOTE));
                    BloopTemplate<Note> notes = engine.template(NOTE);
                    Note note = notes.insert(Note.make("a", "old", 1));
                    changeItem.run();

                    Note loaded = notes.load(note);
                    assertThat(loaded).isSameAs(note);
                    assertThat(NOTE.id.get(note)).isEqualTo("a");
                    assertThat(NOTE.text.get(note)).isEqualTo("new");
                    assertThat(NOTE.count.get(note)).isEqualTo(2);
                    notes.save(note);
                }
            }
            """;

    private static final Map<String, AttributeValue> CHANGED = Map.of(
            "id", AttributeValue.fromS("a"), "text", AttributeValue.fromS("new"), "count", AttributeValue.fromN("2"));

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    static Stream<Arguments> tracked() {
        return Stream.of(
                Arguments.of(Named.of("made by a constructor of all columns", FIELDS)),
                Arguments.of(Named.of("made by a constructor of some columns", SETTERS)),
                Arguments.of(Named.of("made by a static method", METHOD)));
    }

    @ParameterizedTest
    @MethodSource("tracked")
    @DisplayName("M27 an object that is loaded in place takes the values of the columns that its constructor takes")
    void loadsInPlace(String source) throws Exception {
        assertThat(operations(Compilation.of(source, SCENARIO))).endsWith("PutItem", "GetItem");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("M27 an object of Lombok's constructor and setters that is loaded in place takes all values")
    void loadsInPlaceWithLombok(boolean lombokFirst) throws Exception {
        assertThat(operations(Compilation.withLombok(lombokFirst, LOMBOK, SCENARIO)))
                .endsWith("PutItem", "GetItem");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("M27 an object that remembers nothing takes all values as well, and saves them")
    void loadsInPlaceWhatIsNotTracked(boolean lombokFirst) throws Exception {
        operations(Compilation.withLombok(lombokFirst, UNTRACKED, SCENARIO));
    }

    /** Runs the scenario, and returns what it sent. */
    private List<String> operations(Compilation compilation) throws Exception {
        assertThat(compilation.messages()).isEmpty();
        BiConsumer<Engine, Runnable> scenario = compilation.scenario(Runnable.class);
        InterceptedClient client = dynamoDb.intercept();
        scenario.accept(dynamoDb.engineBuilder(client.client()).build(), () -> dynamoDb.put("Note", CHANGED));
        assertThat(dynamoDb.item("Note", Map.of("id", AttributeValue.fromS("a"))))
                .isEqualTo(CHANGED);
        return client.operations();
    }
}
