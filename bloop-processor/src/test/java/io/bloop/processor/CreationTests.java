package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Makes objects by constructors and static methods that take their values. */
class CreationTests {

    private static final List<String> QUIET = List.of("-Xlint:none");

    private static final String IMMUTABLE = """
            @Model
            final class Note {
                @HashKey private final String id;
                private final String text;
                private final Page page;
                @Version private final long version;

                Note(String id, String text, Page page, long version) {
                    this.id = id;
                    this.text = text;
                    this.page = page;
                    this.version = version;
                }

                String getId() { return id; }
                String getText() { return text; }
                Page getPage() { return page; }
                long getVersion() { return version; }

                static Note make(String id, String text, Page page, long version) {
                    return new Note(id, text, page, version);
                }
            }
            """;

    private static final String OTHER_ORDER = """
            @Model
            final class Note {
                @HashKey final String id;
                final String text;
                final Page page;
                @Version final long version;

                Note() { this(0, null, null, "none"); }
                Note(String id) { this(0, null, null, id); }
                Note(long version, Page page, String text, String id) {
                    this.id = id;
                    this.text = text;
                    this.page = page;
                    this.version = version;
                }

                static Note make(String id, String text, Page page, long version) {
                    return new Note(version, page, text, id);
                }
            }
            """;

    private static final String PARTLY = """
            @Model
            class Note {
                @HashKey final String id;
                String text = "initial";
                private Page page;
                @Version long version;

                Note(String id) { this.id = id; }

                Page getPage() { return page; }
                void setPage(Page page) { this.page = page; }

                static Note make(String id, String text, Page page, long version) {
                    Note note = new Note(id);
                    note.text = text;
                    note.page = page;
                    note.version = version;
                    return note;
                }
            }
            """;

    private static final String TRACKED = """
            @Model
            class Note extends BaseModel {
                @HashKey private final String id;
                private String text;
                private Page page;
                @Version private long version;

                Note(String id, String text) {
                    this.id = id;
                    this.text = text;
                }

                String getId() { return id; }
                String getText() { return text; }
                Page getPage() { return page; }
                void setPage(Page page) { this.page = page; }
                long getVersion() { return version; }
                void setVersion(long version) { this.version = version; }

                static Note make(String id, String text, Page page, long version) {
                    Note note = new Note(id, text);
                    note.page = page;
                    note.version = version;
                    return note;
                }
            }
            """;

    private static final String METHOD = """
            @Model
            final class Note {
                @HashKey final String id;
                final String text;
                final Page page;
                @Version final long version;

                private Note(String id, String text, Page page, long version) {
                    this.id = id;
                    this.text = text;
                    this.page = page;
                    this.version = version;
                }

                @BloopCreator
                static Note make(String id, String text, Page page, long version) {
                    return new Note(id, text, page, version);
                }
            }
            """;

    private static final String MARKED = """
            @Model
            final class Note {
                @HashKey final String id;
                final String text;
                final Page page;
                @Version final long version;

                Note(String text, String id, Page page, long version) {
                    throw new IllegalStateException("not this one");
                }

                @BloopCreator
                Note(String id, String text, long version, Page page) {
                    this.id = id;
                    this.text = text;
                    this.page = page;
                    this.version = version;
                }

                static Note make(String id, String text, Page page, long version) {
                    return new Note(id, text, version, page);
                }
            }
            """;

    private static final String VALUE = """
            @Model
            @lombok.Value
            class Note {
                @HashKey String id;
                String text;
                Page page;
                @Version long version;

                static Note make(String id, String text, Page page, long version) {
                    return new Note(id, text, page, version);
                }
            }
            """;

    private static final String BUILDER = """
            @Model
            @lombok.Builder(toBuilder = true)
            @lombok.Getter
            class Note {
                @HashKey private final String id;
                private final String text;
                private final Page page;
                @Version private final long version;

                static Note make(String id, String text, Page page, long version) {
                    return builder().id(id).text(text).page(page).version(version).build();
                }
            }
            """;

    private static final String SUPER_BUILDER = """
            @Model
            @lombok.experimental.SuperBuilder
            @lombok.Getter
            class Note extends Titled {
                @HashKey private final String id;
                private final Page page;
                @Version private final long version;

                static Note make(String id, String text, Page page, long version) {
                    return builder().id(id).text(text).page(page).version(version).build();
                }
            }

            @lombok.experimental.SuperBuilder
            @lombok.Getter
            class Titled {
                private final String text;
            }
            """;

    private static final String ALL_ARGUMENTS = """
            @Model
            @lombok.AllArgsConstructor
            class Note {
                @HashKey final String id;
                String text;
                Page page;
                @Version long version;

                static Note make(String id, String text, Page page, long version) {
                    return new Note(id, text, page, version);
                }
            }
            """;

    private static final String REQUIRED_ARGUMENTS = """
            @Model
            @lombok.RequiredArgsConstructor
            @lombok.Data
            class Note {
                @HashKey private final String id;
                private String text;
                private Page page;
                @Version private long version;

                static Note make(String id, String text, Page page, long version) {
                    Note note = new Note(id);
                    note.setText(text);
                    note.setPage(page);
                    note.setVersion(version);
                    return note;
                }
            }
            """;

    private static final String DATA = """
            @Model
            @lombok.Data
            class Note {
                @lombok.NonNull @HashKey String id;
                String text;
                Page page;
                @Version long version;

                static Note make(String id, String text, Page page, long version) {
                    Note note = new Note(id);
                    note.setText(text);
                    note.setPage(page);
                    note.setVersion(version);
                    return note;
                }
            }
            """;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    static Stream<Arguments> classes() {
        return Stream.of(
                Arguments.of(Named.of("immutable by hand", IMMUTABLE)),
                Arguments.of(Named.of("with several constructors, in another order", OTHER_ORDER)),
                Arguments.of(Named.of("with a constructor of some columns", PARTLY)),
                Arguments.of(Named.of("tracked", TRACKED)),
                Arguments.of(Named.of("made by a static method", METHOD)),
                Arguments.of(Named.of("with a marked constructor", MARKED)));
    }

    @ParameterizedTest
    @MethodSource("classes")
    @DisplayName("M27 an object is made by a constructor or a static method that takes its columns")
    void isMadeWithItsValues(String source) throws Exception {
        CreationScenario.run(Compilation.of(source, CreationScenario.PAGE, CreationScenario.SCENARIO), dynamoDb);
    }

    static Stream<Arguments> lombok() {
        return Stream.of(
                        Named.of("@Value", VALUE),
                        Named.of("@Builder", BUILDER),
                        Named.of("@SuperBuilder", SUPER_BUILDER),
                        Named.of("@AllArgsConstructor", ALL_ARGUMENTS),
                        Named.of("@RequiredArgsConstructor", REQUIRED_ARGUMENTS),
                        Named.of("@Data", DATA))
                .flatMap(source -> Stream.of(Arguments.of(source, true), Arguments.of(source, false)));
    }

    @ParameterizedTest
    @MethodSource("lombok")
    @DisplayName("M27 an object is made by the constructor that Lombok writes, whichever processor runs first")
    void isMadeByTheConstructorOfLombok(String source, boolean lombokFirst) throws Exception {
        CreationScenario.run(
                Compilation.withLombok(lombokFirst, source, CreationScenario.PAGE, CreationScenario.SCENARIO),
                dynamoDb);
    }

    @Test
    @DisplayName("M27 constructors that do not fit are named with what keeps each of them from it")
    void saysWhyNoConstructorFits() {
        assertThat(Compilation.of("""
                                @Model
                                class Note {
                                    @HashKey final String id;
                                    final String text;
                                    final long size;
                                    private Note() { this("", "", 0); }
                                    Note(String id, String text) { this(id, text, 0); }
                                    Note(String id, int text) { this(id, "", text); }
                                    Note(String id, String content, long size) {
                                        this.id = id;
                                        this.text = content;
                                        this.size = size;
                                    }
                                    Note(String id, String text, Long size) throws Exception { this(id, text, (long) size); }
                                }
                                """).messages())
                .contains(
                        "error at 2 class Note {: Note has no constructor that NoteModel could call: Note() is private, "
                                + "Note(String, String) leaves out [size], which nothing else can set, Note(String, int) takes "
                                + "'text' as int, which is a String, Note(String, String, long) takes 'content', which is no "
                                + "column, Note(String, String, Long) declares exceptions. Add one without parameters, or one "
                                + "whose parameters have the names and types of the columns, not private and without exceptions; "
                                + "or make it a record.");
    }

    @Test
    @DisplayName("M27 of two constructors that fit alike one has to be marked")
    void wantsAMark() {
        assertThat(Compilation.of("""
                                @Model
                                class Note {
                                    @HashKey final String id;
                                    String text;
                                    String title;
                                    Note(String id, String text) { this.id = id; this.text = text; }
                                    Note(String title, String id, int... more) { this.id = id; }
                                    Note(Object id, String title) { this.id = (String) id; this.title = title; }
                                }
                                """).messages())
                .containsExactly(
                        "error at 8 Note(Object id, String title) { this.id = (String) id; this.title = title; }: "
                                + "The constructors Note(String, String) and Note(Object, String) fit alike; mark the one to take "
                                + "with @BloopCreator.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static Note of(String id, String other) { return new Note(id); }#of(String, String) is marked with "
                        + "@BloopCreator and takes 'other', which is no column",
                "Note of(String id) { return new Note(id); }#of(String) is marked with @BloopCreator and is not static",
                "static String of(String id) { return id; }#of(String) is marked with @BloopCreator and does not return a "
                        + "Note",
                "private static Note of(String id) { return new Note(id); }#of(String) is marked with @BloopCreator and "
                        + "is private"
            })
    @DisplayName("M27 M30 a mark on what cannot make objects of columns is an error")
    void refusesAMarkThatDoesNotFit(String methodAndProblem) {
        String[] parts = methodAndProblem.split("#");
        assertThat(Compilation.with(List.of(new ModelProcessor()), QUIET, """
                                @Model
                                class Note {
                                    @HashKey final String id;
                                    Note(String id) { this.id = id; }
                                    @BloopCreator
                                    %s
                                }
                                """.formatted(parts[0]))
                        .messages())
                .singleElement()
                .asString()
                .endsWith(": " + parts[1] + "; its parameters have to have the names and types of columns.");
    }

    @Test
    @DisplayName("M27 a class has one mark")
    void refusesTwoMarks() {
        assertThat(Compilation.of("""
                                @Model
                                class Note {
                                    @HashKey final String id;
                                    @BloopCreator Note(String id) { this.id = id; }
                                    @BloopCreator static Note of(String id) { return new Note(id); }
                                }
                                """).messages())
                .singleElement()
                .asString()
                .endsWith("Note has 2 constructors or static methods that are marked with @BloopCreator; keep one.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Model\nrecord Note(@HashKey String id) { @BloopCreator Note {} }#Note is a record, which is made by its own "
                        + "constructor; take @BloopCreator away.",
                "class Note { @BloopCreator Note(String id) {} }#is no model; mark it with @Model, make it abstract if models "
                        + "extend it, or take the annotation away.",
                "abstract class Note { @BloopCreator Note(String id) {} }#Note is no model, and what @BloopCreator marks is "
                        + "never inherited; put it on the models that extend Note."
            })
    @DisplayName("M30 a mark where nothing is made is an error")
    void refusesAMarkWithoutEffect(String sourceAndProblem) {
        String[] parts = sourceAndProblem.split("#");
        assertThat(Compilation.with(List.of(new ModelProcessor()), QUIET, parts[0])
                        .messages())
                .singleElement()
                .asString()
                .endsWith(parts[1]);
    }

    @Test
    @DisplayName("M27 what Lombok is to write, and does not since it is no processor, is an error")
    void saysThatLombokIsMissing() {
        assertThat(Compilation.with(List.of(new ModelProcessor()), QUIET, """
                                @Model
                                @lombok.Value
                                class Note { @HashKey String id; }
                                """).messages())
                .containsExactly(
                        "error at 3 class Note { @HashKey String id; }: Note is marked with @Value of Lombok, which "
                                + "has not run; add Lombok to the annotation processors, or take the annotation away.");
    }

    @ParameterizedTest
    @CsvSource({
        "'@lombok.NoArgsConstructor(access = lombok.AccessLevel.PRIVATE)', Note() is private",
        "@lombok.Data(staticConstructor = \"of\"), Note() is private"
    })
    @DisplayName("M27 a constructor that Lombok takes away is not called, whichever processor runs first")
    void callsNoConstructorThatLombokTakesAway(String annotation, String problem) throws Exception {
        for (boolean lombokFirst : new boolean[] {true, false}) {
            assertThat(Compilation.withLombok(lombokFirst, """
                                    @Model
                                    %s
                                    class Note { @lombok.NonNull @HashKey String id = "a"; }
                                    """.formatted(annotation))
                            .messages())
                    // on some JDKs, Lombok warns that it passes over the initialiser
                    .filteredOn(message -> message.startsWith("error"))
                    .containsExactly(
                            "error at 3 class Note { @lombok.NonNull @HashKey String id = \"a\"; }: Note has no "
                                    + "constructor that NoteModel could call: " + problem
                                    + ". Add one without parameters, or one "
                                    + "whose parameters have the names and types of the columns, not private and without "
                                    + "exceptions; or make it a record.");
        }
    }
}
