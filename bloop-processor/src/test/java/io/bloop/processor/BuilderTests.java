package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.auto.value.processor.AutoValueBuilderProcessor;
import com.google.auto.value.processor.AutoValueProcessor;
import io.bloop.testing.LocalDynamoDb;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import org.immutables.processor.ProxyProcessor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Makes objects by builders, and of classes that AutoValue and Immutables write. */
class BuilderTests {

    private static final List<String> QUIET = List.of("-Xlint:none");

    /** A builder inside of the class, whose constructor takes what every object needs. */
    private static final String INNER = """
            @Model
            final class Note {
                @HashKey private final String id;
                private final String text;
                private final Page page;
                @Version private final long version;

                private Note(Builder builder) {
                    this.id = builder.id;
                    this.text = builder.text;
                    this.page = builder.page;
                    this.version = builder.version;
                }

                String getId() { return id; }
                String getText() { return text; }
                Page getPage() { return page; }
                long getVersion() { return version; }

                static Note make(String id, String text, Page page, long version) {
                    return new Builder(id).text(text).page(page).version(version).build();
                }

                static final class Builder {
                    private final String id;
                    private String text;
                    private Page page;
                    private long version;

                    Builder(String id) { this.id = id; }
                    private Builder(Note note) { this.id = note.id; }

                    Builder text(String text) { this.text = text; return this; }
                    Builder page(Page page) { this.page = page; return this; }
                    Builder version(long version) { this.version = version; return this; }
                    Note build() { return new Note(this); }
                }
            }
            """;

    /** A static method makes the builder, a class of its own with names of every style. */
    private static final String OUTER = """
            @Model
            final class Note {
                @HashKey private final String id;
                private final String text;
                private final Page page;
                @Version private final long version;

                Note(NoteMaker builder) {
                    this.id = builder.id;
                    this.text = builder.text;
                    this.page = builder.page;
                    this.version = builder.version;
                }

                String id() { return id; }
                String text() { return text; }
                Page page() { return page; }
                long version() { return version; }

                static NoteMaker newBuilder() { return new NoteMaker(); }
                static NoteMaker copyOf(Note note) { return new NoteMaker().withId(note.id); }

                static Note make(String id, String text, Page page, long version) {
                    NoteMaker builder = newBuilder().withId(id).withText(text).setPage(page);
                    builder.setVersion(version);
                    return builder.finish();
                }
            }

            class NoteMaker {
                String id;
                String text;
                Page page;
                long version;

                NoteMaker withId(String id) { this.id = id; return this; }
                NoteMaker withText(CharSequence text) { this.text = text == null ? null : text.toString(); return this; }
                NoteMaker setPage(Page page) { this.page = page; return this; }
                void setVersion(long version) { this.version = version; }
                Note finish() { return new Note(this); }
            }
            """;

    private static final String AUTO_VALUE = """
            @Model
            @com.google.auto.value.AutoValue
            abstract class Note {
                @HashKey abstract String id();
                @org.jspecify.annotations.Nullable abstract String text();
                @org.jspecify.annotations.Nullable abstract Page page();
                @Version abstract long version();

                static Note make(
                        String id,
                        @org.jspecify.annotations.Nullable String text,
                        @org.jspecify.annotations.Nullable Page page,
                        long version) {
                    return new AutoValue_Note(id, text, page, version);
                }
            }
            """;

    /** Getters of beans, a superclass and an interface with properties, and a method that makes a builder of an object. */
    private static final String AUTO_VALUE_BUILDER = """
            @Model
            @com.google.auto.value.AutoValue
            abstract class Note extends Titled implements Paged {
                @HashKey abstract String getId();
                abstract Optional<String> getSubject();
                @Override public abstract String toString();
                abstract Builder toBuilder();

                static Builder builder() { return new AutoValue_Note.Builder(); }

                static Note make(String id, String text, Page page, long version) {
                    return builder().setId(id).setText(text).setPage(page).setVersion(version).build();
                }

                @com.google.auto.value.AutoValue.Builder
                abstract static class Builder {
                    abstract Builder setId(String id);
                    abstract Builder setSubject(String subject);
                    abstract Builder setText(String text);
                    abstract Builder setPage(Page page);
                    abstract Builder setVersion(long version);
                    abstract Note autoBuild();
                    Note build() { return autoBuild(); }
                }
            }

            abstract class Titled {
                @org.jspecify.annotations.Nullable abstract String getText();
                @Version abstract long getVersion();
            }

            interface Paged {
                @org.jspecify.annotations.Nullable Page getPage();
            }
            """;

    private static final String IMMUTABLES = """
            @Model
            @org.immutables.value.Value.Immutable
            interface Note {
                @HashKey String id();
                @org.jspecify.annotations.Nullable String text();
                Optional<String> subject();
                Set<String> tags();
                @org.jspecify.annotations.Nullable Page page();
                @Version long version();

                static Note make(String id, String text, Page page, long version) {
                    return ImmutableNote.builder().id(id).text(text).page(page).version(version).build();
                }
            }
            """;

    /** A method of the user's for the builder, a superclass, and getters of beans. */
    private static final String IMMUTABLES_EXTENDED = """
            @Model
            @org.immutables.value.Value.Immutable
            abstract class Note extends Titled {
                @HashKey abstract String getId();
                @Version abstract long getVersion();

                static ImmutableNote.Builder builder() { return ImmutableNote.builder(); }

                static Note make(String id, String text, Page page, long version) {
                    return builder().id(id).text(text).page(page).version(version).build();
                }
            }

            ---
            abstract class Titled {
                @org.jspecify.annotations.Nullable abstract String getText();
                @org.jspecify.annotations.Nullable abstract Page getPage();
            }
            """;

    /** A static method in place of the builder, under a name that a style gives. */
    private static final String IMMUTABLES_STYLE = """
            @Model
            @org.immutables.value.Value.Immutable(builder = false)
            @Compact
            interface Note {
                @HashKey String getId();
                @org.jspecify.annotations.Nullable String getText();
                @org.jspecify.annotations.Nullable Page getPage();
                @Version long getVersion();

                static Note make(String i, String t, Page p, long v) {
                    return NoteValue.of(i, t, p, v);
                }
            }

            @org.immutables.value.Value.Style(get = "get*", typeImmutable = "*Value", allParameters = true)
            @interface Compact {}
            """;

    /** A class of properties that neither library knows. */
    private static final String MARKED = """
            @Model
            interface Note {
                @HashKey String id();
                String text();
                Page page();
                @Version long version();

                @BloopCreator
                static Note make(String id, String text, Page page, long version) {
                    return new Note() {
                        @Override public String id() { return id; }
                        @Override public String text() { return text; }
                        @Override public Page page() { return page; }
                        @Override public long version() { return version; }
                    };
                }
            }
            """;

    private static final String MARKED_BUILDER = OUTER.replace(
                    "static NoteMaker copyOf",
                    "@BloopCreator static NoteMaker start() { return newBuilder(); }\n    " + "static NoteMaker copyOf")
            .replace("static NoteMaker newBuilder()", "private static NoteMaker newBuilder()");

    private static final String PAGE_BUILDER = """
            @Document
            final class Page {
                private final int number;
                private final List<String> lines;

                private Page(Builder builder) {
                    this.number = builder.number;
                    this.lines = builder.lines;
                }

                static Page of(int number, List<String> lines) { return new Builder().number(number).lines(lines).build(); }

                int number() { return number; }
                List<String> lines() { return lines; }

                static class Builder {
                    private int number;
                    private List<String> lines;

                    Builder number(int number) { this.number = number; return this; }
                    Builder lines(List<String> lines) { this.lines = lines; return this; }
                    Page build() { return new Page(this); }
                }
            }
            """;

    private static final String PAGE_AUTO_VALUE = """
            @Document
            @com.google.auto.value.AutoValue
            abstract class Page {
                abstract int number();
                abstract List<String> lines();

                static Page of(int number, List<String> lines) { return new AutoValue_Page(number, lines); }
            }
            """;

    private static final String PAGE_IMMUTABLES = """
            @Document
            @org.immutables.value.Value.Immutable
            interface Page {
                int number();
                List<String> lines();

                static Page of(int number, List<String> lines) {
                    return ImmutablePage.builder().number(number).lines(lines).build();
                }
            }
            """;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    /** Compiles with the processors of AutoValue and Immutables before or after the library's. */
    private static Compilation compile(boolean othersFirst, String... sources) {
        List<Processor> processors = new ArrayList<>(List.of(
                new AutoValueProcessor(), new AutoValueBuilderProcessor(), new ProxyProcessor(), new ModelProcessor()));
        if (!othersFirst) {
            Collections.reverse(processors);
        }
        // Immutables looks for each class in the file of its name
        String[] files = Stream.of(sources)
                .flatMap(source -> Stream.of(source.split("---\n")))
                .toArray(String[]::new);
        return Compilation.with(processors, QUIET, files);
    }

    static Stream<Arguments> classes() {
        return Stream.of(
                        Arguments.of(Named.of("a builder inside", INNER), Named.of("by a builder", PAGE_BUILDER)),
                        Arguments.of(Named.of("a builder outside", OUTER), Named.of("AutoValue", PAGE_AUTO_VALUE)),
                        Arguments.of(
                                Named.of("a marked builder", MARKED_BUILDER), Named.of("Immutables", PAGE_IMMUTABLES)),
                        Arguments.of(Named.of("a marked method", MARKED), Named.of("by a builder", PAGE_BUILDER)),
                        Arguments.of(Named.of("AutoValue", AUTO_VALUE), Named.of("AutoValue", PAGE_AUTO_VALUE)),
                        Arguments.of(
                                Named.of("AutoValue with a builder", AUTO_VALUE_BUILDER),
                                Named.of("Immutables", PAGE_IMMUTABLES)),
                        Arguments.of(Named.of("Immutables", IMMUTABLES), Named.of("Immutables", PAGE_IMMUTABLES)),
                        Arguments.of(
                                Named.of("Immutables, extended", IMMUTABLES_EXTENDED),
                                Named.of("AutoValue", PAGE_AUTO_VALUE)),
                        Arguments.of(
                                Named.of("Immutables with a style", IMMUTABLES_STYLE),
                                Named.of("Immutables", PAGE_IMMUTABLES)))
                .flatMap(sources -> Stream.of(true, false)
                        .map(othersFirst -> Arguments.of(sources.get()[0], sources.get()[1], othersFirst)));
    }

    @ParameterizedTest
    @MethodSource("classes")
    @DisplayName("M27 objects are made by builders and of classes that others write, whichever processor runs first")
    void isMade(String note, String page, boolean othersFirst) throws Exception {
        CreationScenario.run(compile(othersFirst, note, page, CreationScenario.SCENARIO), dynamoDb);
    }

    /** Loads an item that has nothing but its key. */
    private static final String BARE = """
            package com.acme;

            import static com.acme.NoteModel.NOTE;
            import static org.assertj.core.api.Assertions.*;

            import io.bloop.engine.*;
            import io.bloop.type.MappingFailed;
            import java.util.*;
            import java.util.function.Consumer;

            public class Scenario implements Consumer<Engine> {
                @Override
                public void accept(Engine engine) {
                    engine.bind(List.of(NOTE));
                    BloopTemplate<Note> notes = engine.template(NOTE);
                    notes.update("a").set(NOTE.text, "x").run();
                    Note bare = notes.find("a").orElseThrow();
                    assertThat(bare.subject()).isEmpty();
                    assertThat(bare.tags()).isEmpty();
                    assertThat(NOTE.column("title").get(bare)).isEqualTo(Note.TITLE);
                    notes.update("a").set(NOTE.subject, "s").set(NOTE.title, "t").run();
                    Note full = notes.find("a").orElseThrow();
                    assertThat(full.subject()).hasValue("s");
                    assertThat(NOTE.column("title").get(full)).isEqualTo("t");
                    notes.update("a").remove(NOTE.text).run();
                    assertThatThrownBy(() -> notes.find("a"))
                            .isInstanceOfSatisfying(MappingFailed.class, ex -> {
                                assertThat(ex.column()).isEqualTo("text");
                                assertThat(ex.key()).contains("a");
                            });
                }
            }
            """;

    private static final String BARE_IMMUTABLES = """
            @Model
            @org.immutables.value.Value.Immutable
            interface Note {
                String TITLE = "untitled";

                @HashKey String id();
                String text();
                Optional<String> subject();
                Set<String> tags();
                @org.immutables.value.Value.Default default String title() { return TITLE; }
            }
            """;

    private static final String BARE_AUTO_VALUE = """
            @Model
            @com.google.auto.value.AutoValue
            abstract class Note {
                static final String TITLE = "untitled";

                @HashKey abstract String id();
                abstract String text();
                abstract Optional<String> subject();
                abstract Set<String> tags();
                @Default(TITLE) abstract String title();

                static Builder builder() { return new AutoValue_Note.Builder(); }

                @com.google.auto.value.AutoValue.Builder
                interface Builder {
                    Builder id(String id);
                    Builder text(String text);
                    Builder subject(String subject);
                    Builder tags(Set<String> tags);
                    Builder title(String title);
                    Note build();
                }
            }
            """;

    static Stream<Arguments> bare() {
        return Stream.of(Named.of("Immutables", BARE_IMMUTABLES), Named.of("AutoValue", BARE_AUTO_VALUE))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("bare")
    @DisplayName(
            "M28 a builder is given no value of an absent attribute where the class has its own, and none that is null")
    void absentAttributes(String note) throws Exception {
        Compilation compilation = compile(true, note, BARE);
        assertThat(compilation.messages()).isEmpty();
        CreationScenario.accept(compilation, dynamoDb.engine());
    }

    @Test
    @DisplayName("M27 the calls of a builder are a chain, and those that depend on the item stand alone")
    void theCallsOfABuilder() {
        assertThat(compile(true, BARE_IMMUTABLES).source("NoteModel")).contains("""
                        var builder = ImmutableNote.builder()
                                .id(values.required(id))
                                .text(values.required(text))
                                .subject(Optional.ofNullable(values.get(subject)))
                                .tags(values.required(tags));
                        if (values.get(title) != null) {
                            builder.title(values.required(title));
                        }
                        return builder.build();
                """.indent(0));
        assertThat(compile(true, BARE_AUTO_VALUE).source("NoteModel")).contains("""
                        Optional.ofNullable(values.get(subject)).ifPresent(builder::subject);
                """.indent(0));
    }

    @Test
    @DisplayName("M29 what Immutables derives is a column where it is marked as computed, and else none")
    void derivedProperties() {
        Compilation compilation = compile(true, """
                @Model
                @org.immutables.value.Value.Immutable
                interface Note {
                    @HashKey String id();
                    @Computed(from = "id") @org.immutables.value.Value.Derived default String initial() {
                        return id().substring(0, 1);
                    }
                    @org.immutables.value.Value.Derived default int length() { return id().length(); }
                    @org.immutables.value.Value.Lazy default int twice() { return length() * 2; }
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("NoteModel"))
                .contains(
                        "initial = column(\"initial\", STRING).computedFrom(\"id\");",
                        "return ImmutableNote.builder().id(")
                .doesNotContain("length", "twice");
    }

    @Test
    @DisplayName("T8 documents of classes that others write are subtypes of an abstract document")
    void subtypesThatOthersWrite() throws Exception {
        Compilation compilation = compile(
                false,
                "@Model\nrecord Note(@HashKey String id, List<Page> pages) {}",
                "@Document(subtypes = {Blank.class, Printed.class})\ninterface Page {}",
                "@Document\n@com.google.auto.value.AutoValue\nabstract class Blank implements Page { abstract int size();"
                        + " static Blank of(int size) { return new AutoValue_Blank(size); } }",
                "@Document\n@org.immutables.value.Value.Immutable\ninterface Printed extends Page { String text(); }",
                """
                package com.acme;

                import static com.acme.NoteModel.NOTE;
                import static org.assertj.core.api.Assertions.assertThat;

                import io.bloop.engine.*;
                import java.util.*;
                import java.util.function.Consumer;

                public class Scenario implements Consumer<Engine> {
                    @Override
                    public void accept(Engine engine) {
                        engine.bind(List.of(NOTE));
                        BloopTemplate<Note> notes = engine.template(NOTE);
                        Note note = new Note("a", List.of(Blank.of(3), ImmutablePrinted.builder().text("x").build()));
                        notes.save(note);
                        assertThat(notes.find("a")).hasValue(note);
                        notes.save(note);
                        assertThat(notes.find("a")).hasValue(note);
                    }
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        CreationScenario.accept(compilation, dynamoDb.engine());
    }

    static Stream<Arguments> mistakes() {
        String lacking = """
                @Model
                class Note {
                    @HashKey private final String id;
                    private final long size;
                    private Note(Builder builder) { this.id = builder.id; this.size = builder.size; }
                    String id() { return id; }
                    long size() { return size; }
                    static Builder builder() { return new Builder(); }
                    static class Builder {
                        private String id;
                        private long size;
                        Builder id(String id) { this.id = id; return this; }
                        METHOD
                        Note build() { return new Note(this); }
                    }
                }
                """;
        String remedy =
                ". Add one without parameters, or one whose parameters have the names and types of the columns, not "
                        + "private and without exceptions; give a builder a method for each of them and build(); or make it a "
                        + "record.";
        String fit = "Builder size(long size) { this.size = size; return this; }";
        String autoValue = """
                @Model
                @com.google.auto.value.AutoValue
                abstract class Note {
                    @HashKey abstract String id();
                    abstract long size();
                    METHOD
                }
                """;
        String marked = """
                @Model
                interface Note {
                    @HashKey String id();
                    long size();
                    MARK
                    static Note of(String id, long size) {
                        return new Note() {
                            @Override public String id() { return id; }
                            @Override public long size() { return size; }
                        };
                    }
                    METHOD
                }
                """;
        String half = "@BloopCreator static Note of(String id) { return of(id, 0); }";
        return Stream.of(
                Arguments.of(
                        lacking.replace("METHOD", ""),
                        "Note has no constructor or builder that NoteModel could call: Note(Builder) is private, builder() "
                                + "makes a Builder without a method for long size, Builder() makes a Builder without a method "
                                + "for long size"
                                + remedy,
                        lacking.replace("METHOD", fit)),
                Arguments.of(
                        lacking.replace("METHOD", "Builder size(int size) { this.size = size; return this; }"),
                        "Note has no constructor or builder that NoteModel could call: Note(Builder) is private, builder() "
                                + "makes a Builder without a method for long size (Builder.size(int) takes no long), Builder() "
                                + "makes a Builder without a method for long size (Builder.size(int) takes no long)"
                                + remedy,
                        lacking.replace("METHOD", fit)),
                Arguments.of(
                        lacking.replace("METHOD", fit).replace("Note build()", "private Note build()"),
                        "Note has no constructor or builder that NoteModel could call: Note(Builder) is private, builder() "
                                + "makes a Builder of which build() is private, Builder() makes a Builder of which build() is "
                                + "private"
                                + remedy,
                        lacking.replace("METHOD", fit)),
                Arguments.of(
                        lacking.replace("METHOD", fit).replace("Note build()", "Object finish()"),
                        "Note has no constructor or builder that NoteModel could call: Note(Builder) is private, builder() "
                                + "makes a Builder without a method build() that returns a Note, Builder() makes a Builder "
                                + "without a method build() that returns a Note"
                                + remedy,
                        lacking.replace("METHOD", fit)),
                Arguments.of(
                        autoValue.replace("METHOD", "static Note of(String id) { return new AutoValue_Note(id, 0); }"),
                        "Note has no static method that NoteModel could call: of(String) leaves out [size], which nothing "
                                + "else can set. Add a static method whose parameters have the names and types of the columns,"
                                + " or a builder() with a method for each of them and build(), not private and without "
                                + "exceptions.",
                        autoValue.replace(
                                "METHOD",
                                "static Note of(String id, long size) { return new AutoValue_Note(id, size); }")),
                Arguments.of(
                        autoValue.replace("METHOD", ""),
                        "Note has no static method that NoteModel could call. Add a static method whose parameters have the "
                                + "names and types of the columns, or a builder() with a method for each of them and build(), "
                                + "not private and without exceptions.",
                        autoValue.replace("METHOD", """
                                static Builder builder() { return new AutoValue_Note.Builder(); }
                                @com.google.auto.value.AutoValue.Builder
                                interface Builder { Builder id(String id); Builder size(long size); Note build(); }
                                """)),
                Arguments.of(
                        autoValue.replace("METHOD", """
                                static Note of(String id, long size) { return new AutoValue_Note(id, size); }
                                static Note from(long size, String id) { return new AutoValue_Note(id, size); }
                                """),
                        "The static methods of(String, long) and from(long, String) fit alike; mark the one to take with "
                                + "@BloopCreator.",
                        autoValue.replace("METHOD", """
                                @BloopCreator static Note of(String id, long size) { return new AutoValue_Note(id, size); }
                                static Note from(long size, String id) { return new AutoValue_Note(id, size); }
                                """)),
                Arguments.of(
                        marked.replace("MARK", "").replace("METHOD", half),
                        "Column 'size' is a getter that nothing gives a value: what is marked with @BloopCreator does not take"
                                + " it; let it take 'size', or leave it out with @Ignored.",
                        marked.replace("MARK", "@BloopCreator").replace("METHOD", "")),
                Arguments.of(
                        marked.replace("MARK", "").replace("METHOD", half),
                        "Column 'size' is a getter that nothing gives a value: what is marked with @BloopCreator does not take"
                                + " it; let it take 'size', or leave it out with @Ignored.",
                        marked.replace("MARK", "")
                                .replace("METHOD", half)
                                .replace("    long size();", "@Ignored long size();")),
                Arguments.of(
                        lacking.replace("METHOD", "")
                                .replace("static Builder builder", "@BloopCreator static Builder builder"),
                        "builder() is marked with @BloopCreator and makes a Builder without a method for long size; add what is"
                                + " missing, or mark another.",
                        lacking.replace("METHOD", fit)
                                .replace("static Builder builder", "@BloopCreator static Builder builder")));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    @DisplayName("M27 a builder that does not fit is named with what it lacks, and what the message says helps")
    void saysWhatIsLacking(String source, String message, String mended) {
        assertThat(compile(true, source).messages()).singleElement().asString().endsWith(": " + message);
        assertThat(compile(true, mended).messages()).isEmpty();
    }

    @Test
    @DisplayName("M27 the class that Immutables writes is found under each of the names that it may have")
    void namesOfWrittenClasses() {
        Compilation compilation = compile(
                true,
                "@Model\n@org.immutables.value.Value.Immutable\nabstract class AbstractVisit { @HashKey abstract String id(); }",
                """
                @org.immutables.value.Value.Enclosing
                class Shop {
                    @Model
                    @org.immutables.value.Value.Immutable
                    interface Item { @HashKey String id(); }
                }
                """,
                """
                @org.immutables.value.Value.Style(typeImmutable = "Given*")
                class House {
                    @Model
                    @org.immutables.value.Value.Immutable
                    interface Room { @HashKey String id(); }
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("AbstractVisitModel")).contains("ImmutableVisit.builder()");
        assertThat(compilation.source("ShopItemModel")).contains("ImmutableShop.Item.builder()");
        assertThat(compilation.source("HouseRoomModel")).contains("GivenRoom.builder()");
    }

    @Test
    @DisplayName("M27 an inherited getter out of reach is told to be made public")
    void aGetterOutOfReach() {
        String titled = "package com.other;\npublic abstract class Titled {\n    protected abstract String title();\n}";
        String note = "@Model\n@com.google.auto.value.AutoValue\nabstract class Note extends com.other.Titled {"
                + " @HashKey abstract String id();"
                + " static Note of(String id, String title) { return new AutoValue_Note(title, id); } }";
        assertThat(compile(true, titled, note).messages())
                .containsExactly(
                        "error at 3 title();: Column 'title' is a getter that NoteModel cannot call; make it public.");
        assertThat(compile(true, titled.replace("protected", "public"), note).messages())
                .isEmpty();
    }

    @Test
    @DisplayName("M27 what Immutables is to write, and does not since it is no processor, is an error")
    void saysThatImmutablesIsMissing() {
        String source = "@Model\n@org.immutables.value.Value.Immutable\ninterface Note { @HashKey String id(); MORE }";
        assertThat(Compilation.with(List.of(new ModelProcessor()), QUIET, source.replace("MORE", ""))
                        .messages())
                .singleElement()
                .asString()
                .endsWith(
                        ": Note is marked with @Value.Immutable, and there is no ImmutableNote; add Immutables to the "
                                + "annotation processors, or mark a static method that makes its builder with @BloopCreator.");
        assertThat(compile(true, source.replace("MORE", "")).messages()).isEmpty();
        String named = "\n@org.immutables.value.Value.Style(typeImmutable = \"*Value\")\n@interface Compact {}";
        assertThat(compile(
                                false,
                                source.replace(
                                                "MORE",
                                                "@BloopCreator static NoteValue.Builder builder() "
                                                        + "{ return NoteValue.builder(); }")
                                        .replace("interface Note", "@Compact\ninterface Note")
                                        .concat(named))
                        .messages())
                .isEmpty();
    }
}
