package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.Engine;
import io.bloop.testing.LocalDynamoDb;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is done with the objects of a class Note, however they are made. */
final class CreationScenario {

    static final String PAGE = """
            @Document
            final class Page {
                private final int number;
                private final List<String> lines;

                Page(int number, List<String> lines) {
                    this.number = number;
                    this.lines = lines;
                }

                static Page of(int number, List<String> lines) { return new Page(number, lines); }

                int number() { return number; }
                List<String> lines() { return lines; }
            }
            """;

    static final String SCENARIO = """
            package com.acme;

            import static com.acme.NoteModel.NOTE;
            import static org.assertj.core.api.Assertions.*;

            import io.bloop.engine.*;
            import io.bloop.request.ConstraintViolation;
            import java.util.List;
            import java.util.function.Consumer;

            public class Scenario implements Consumer<Engine> {
                @Override
                public void accept(Engine engine) {
                    engine.bind(List.of(NOTE));
                    BloopTemplate<Note> notes = engine.template(NOTE);
                    Note inserted = notes.insert(Note.make("a", "x", Page.of(7, List.of("one")), 0));
                    assertThat(NOTE.version.get(inserted)).isEqualTo(1);

                    Note found = notes.find("a").orElseThrow();
                    assertThat(NOTE.id.get(found)).isEqualTo("a");
                    assertThat(NOTE.text.get(found)).isEqualTo("x");
                    assertThat(page(found).number()).isEqualTo(7);
                    assertThat(page(found).lines()).containsExactly("one");
                    assertThat(NOTE.version.get(found)).isEqualTo(1);

                    Note saved = notes.save(Note.make("a", "y", null, 1));
                    assertThat(NOTE.version.get(saved)).isEqualTo(2);
                    assertThat(NOTE.text.get(saved)).isEqualTo("y");
                    assertThatThrownBy(() -> notes.save(Note.make("a", "z", null, 1)))
                            .isInstanceOf(ConstraintViolation.class);

                    engine.writeTransaction(tx -> tx.save(Note.make("b", "of its model", null, 0)));
                    assertThat(notes.find("b").map(NOTE.text::get)).hasValue("of its model");

                    notes.replace(Note.make("a", null, null, 2));
                    Note bare = notes.find("a").orElseThrow();
                    assertThat(NOTE.text.get(bare)).isNull();
                    assertThat(page(bare)).isNull();
                    assertThat(NOTE.version.get(bare)).isEqualTo(3);
                }

                private static Page page(Note note) {
                    return (Page) NOTE.column("page").get(note);
                }
            }
            """;

    private CreationScenario() {}

    /** Runs the scenario that was compiled. */
    static void run(Compilation compilation, LocalDynamoDb dynamoDb) throws Exception {
        assertThat(compilation.messages()).isEmpty();
        accept(compilation, dynamoDb.engine());
        assertThat(dynamoDb.item("Note", Map.of("id", AttributeValue.fromS("a"))))
                .isEqualTo(Map.of("id", AttributeValue.fromS("a"), "version", AttributeValue.fromN("3")));
    }

    /** Runs the class Scenario that was compiled. */
    static void accept(Compilation compilation, Engine engine) throws Exception {
        Consumer<Engine> scenario = compilation.scenario();
        scenario.accept(engine);
    }
}
