package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.Engine;
import io.bloop.testing.LocalDynamoDb;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Calls the constructor or the static method that was chosen, and no other. */
class CreationCallTests {

    private static final String SCENARIO = """
            package com.acme;

            import static com.acme.NoteModel.NOTE;
            import static org.assertj.core.api.Assertions.assertThat;

            import io.bloop.engine.*;
            import java.util.List;
            import java.util.function.Consumer;

            public class Scenario implements Consumer<Engine> {
                @Override
                public void accept(Engine engine) {
                    engine.bind(List.of(NOTE));
                    BloopTemplate<Note> notes = engine.template(NOTE);
                    %s
                }
            }
            """;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private void run(String scenario, String... sources) throws Exception {
        String[] all = Arrays.copyOf(sources, sources.length + 1);
        all[sources.length] = SCENARIO.formatted(scenario);
        Compilation compilation = Compilation.of(all);
        assertThat(compilation.messages()).isEmpty();
        Consumer<Engine> loaded = compilation.scenario();
        loaded.accept(dynamoDb.engine());
    }

    private Map<String, AttributeValue> stored() {
        return dynamoDb.item("Note", Map.of("id", AttributeValue.fromS("a")));
    }

    @Test
    @DisplayName("M27 a parameter may be a wider number than its column, of a model or of a document")
    void takesWiderNumbers() throws Exception {
        run("""
                notes.insert(new Note("a", 7L, 3, 1.5, 2, new Page(5L, (short) 6)));
                Note found = notes.find("a").orElseThrow();
                assertThat(found.count).isEqualTo(7);
                assertThat(found.small).isEqualTo((byte) 3);
                assertThat(found.rate).isEqualTo(1.5F);
                assertThat(found.boxed).isEqualTo(2);
                assertThat(found.page.number).isEqualTo(5);
                assertThat(found.page.lines).isEqualTo((byte) 6);
                """, """
                @Model
                final class Note {
                    @HashKey final String id;
                    final int count;
                    final byte small;
                    final float rate;
                    final int boxed;
                    final Page page;

                    Note(String id, long count, int small, double rate, Number boxed, Page page) {
                        this.id = id;
                        this.count = (int) count;
                        this.small = (byte) small;
                        this.rate = (float) rate;
                        this.boxed = boxed.intValue();
                        this.page = page;
                    }
                }
                """, """
                @Document
                final class Page {
                    final int number;
                    final byte lines;

                    Page(long number, short lines) {
                        this.number = (int) number;
                        this.lines = (byte) lines;
                    }
                }
                """);
        assertThat(stored())
                .containsEntry("count", AttributeValue.fromN("7"))
                .containsEntry("small", AttributeValue.fromN("3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // another has to be called by what is declared, and not by what is given
                "Note(Object id, long count, String text) { this((String) id, count, text, true); }"
                        + "Note(String id, int count, String text) { throw new IllegalStateException(\"not this one\"); }",
                "Note(String id, Integer count, String text) { this(id, (long) count, text, true); }"
                        + "Note(String id, int count, String text) { throw new IllegalStateException(\"not this one\"); }",
                "Note(String id, int count, @org.jspecify.annotations.Nullable String text) { this(id, (long) count, text, true); }"
                        + "Note(String id, Integer count, String text) { throw new IllegalStateException(\"not this one\"); }"
            })
    @DisplayName("M27 of overloads that are alike the one is called that was chosen")
    void callsTheOneThatWasChosen(String constructors) throws Exception {
        run("""
                notes.insert(new Note("a", 7L, "x", true));
                assertThat(notes.find("a").orElseThrow().count).isEqualTo(7);
                """, """
                @Model
                final class Note {
                    @HashKey final String id;
                    final int count;
                    final String text;

                    Note(String id, long count, String text, boolean isWhole) {
                        this.id = id;
                        this.count = (int) count;
                        this.text = text;
                    }

                    @BloopCreator %s
                }
                """.formatted(constructors));
        assertThat(stored()).containsEntry("count", AttributeValue.fromN("7"));
    }

    @Test
    @DisplayName("M27 a member that is left out is given as a null of its type where overloads are alike")
    void givesNullsOfTheirTypes() throws Exception {
        run("""
                notes.insert(new Note("a", new Thread("x"), new Page("one", 1, List.of())));
                Note found = notes.find("a").orElseThrow();
                assertThat(found.thread).isNull();
                assertThat(found.page.text()).isEqualTo("one");
                assertThat(found.page.cached()).isNull();
                """, """
                @Model
                final class Note {
                    @HashKey final String id;
                    @Ignored final Thread thread;
                    final Page page;

                    @BloopCreator
                    Note(String id, Thread thread, Page page) {
                        this.id = id;
                        this.thread = thread;
                        this.page = page;
                    }

                    Note(String id, String name, Page page) { throw new IllegalStateException("not this one"); }
                }
                """, """
                @Document
                record Page(String text, @Ignored int seen, @Ignored List<String> cached) {
                    Page(String text, int seen, String line) { this(text, seen, List.of(line)); }
                }
                """);
    }

    @Test
    @DisplayName("M27 a member that is left out is given to a static method as a null of its type")
    void givesNullsOfTheirTypesToMethods() throws Exception {
        run("""
                notes.insert(Note.make("a", new Thread("x")));
                assertThat(notes.find("a").orElseThrow().thread).isNull();
                """, """
                abstract class Base {
                    static Note make(String id, String name) { throw new IllegalStateException("not this one"); }
                }
                """, """
                @Model
                final class Note extends Base {
                    @HashKey final String id;
                    @Ignored final Thread thread;

                    private Note(String id, Thread thread) {
                        this.id = id;
                        this.thread = thread;
                    }

                    @BloopCreator
                    static Note make(String id, Thread thread) { return new Note(id, thread); }
                }
                """);
    }

    @Test
    @DisplayName("M27 a left out array that a constructor takes as its last arguments is null, and not a list of null")
    void givesNullsForVariableArguments() throws Exception {
        run("""
                notes.insert(new Note("a", "x", "y"));
                assertThat(notes.find("a").orElseThrow().names).isNull();
                """, """
                @Model
                final class Note {
                    @HashKey final String id;
                    @Ignored final String[] names;

                    Note(String id, String... names) {
                        this.id = id;
                        this.names = names;
                    }
                }
                """);
    }

    @Test
    @DisplayName("M27 a null is bare where no other constructor takes as many parameters")
    void givesBareNullsElsewhere() {
        assertThat(Compilation.of("""
                                @Model
                                final class Note {
                                    @HashKey final String id;
                                    @Ignored final Thread thread;
                                    Note(String id) { this(id, null); }
                                    Note(String id, Thread thread) {
                                        this.id = id;
                                        this.thread = thread;
                                    }
                                }
                                """).source("NoteModel")).contains("return new Note(values.get(id), null);");
    }

    @Test
    @DisplayName("M27 a member that is ignored at its getter, or at that of an interface, need not be taken")
    void leavesOutWhatIsIgnoredAtItsGetter() throws Exception {
        run("""
                notes.insert(new Note("a"));
                assertThat(notes.find("a").orElseThrow().getThread()).isNull();
                """, """
                interface Threaded {
                    @Ignored
                    Thread getOther();
                }
                """, """
                @Model
                class Note implements Threaded {
                    @HashKey final String id;
                    private final Thread thread = null;
                    private final Thread other = null;

                    Note(String id) { this.id = id; }

                    @Ignored
                    Thread getThread() { return thread; }

                    @Override
                    public Thread getOther() { return other; }
                }
                """);
        assertThat(stored()).isEqualTo(Map.of("id", AttributeValue.fromS("a")));
    }

    @Test
    @DisplayName("M27 a document that a getter with @Ignored leaves out does not make a path endless")
    void leadsBackThroughNothingThatIsIgnored() throws Exception {
        run("""
                Page page = new Page();
                page.chapter = new Chapter();
                page.chapter.title = "first";
                page.chapter.setPage(page);
                notes.insert(new Note("a", page));
                assertThat(notes.scan().filter(NOTE.page.chapter.title.eq("first")).count()).isEqualTo(1);
                """, """
                @Model
                record Note(@HashKey String id, Page page) {}
                """, """
                @Document
                class Page { Chapter chapter; }
                """, """
                @Document
                class Chapter {
                    String title;
                    private Page page;

                    @Ignored
                    Page getPage() { return page; }

                    void setPage(Page page) { this.page = page; }
                }
                """);
        assertThat(stored())
                .containsEntry(
                        "page",
                        AttributeValue.fromM(Map.of(
                                "chapter", AttributeValue.fromM(Map.of("title", AttributeValue.fromS("first"))))));
    }

    @Test
    @DisplayName("M30 what is wrong with annotations of members is told once where a constructor takes them")
    void tellsOnce() {
        assertThat(Compilation.of("""
                                @Model
                                class Note {
                                    @HashKey final String id;
                                    @Column("a") private final String text;
                                    Note(String id, String text) { this.id = id; this.text = text; }
                                    @Column("b") String getText() { return text; }
                                    @Ignored void nothing() {}
                                }
                                """).messages())
                .containsExactly(
                        "error at 7 @Ignored void nothing() {}: The method nothing of Note is marked with @Ignored and is "
                                + "no getter; put the annotation on the field or its getter.",
                        "error at 6 @Column(\"b\") String getText() { return text; }: Column 'text' is given "
                                + "@Column(\"a\") by the field and @Column(\"b\") by the getter getText of Note; keep one.");
    }
}
