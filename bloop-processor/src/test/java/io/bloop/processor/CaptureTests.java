package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.Engine;
import io.bloop.testing.LocalDynamoDb;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gives classes, fields and members of the application the names that generated source uses. */
class CaptureTests {

    /** All that the source of a definition and a type can consist of; names are whole, since they may be hidden. */
    private static final String MODEL = """
            package com.acme;

            @io.bloop.annotation.Model("everything")
            @io.bloop.annotation.Table(
                    name = "everything",
                    billing = io.bloop.annotation.Table.Billing.ON_DEMAND,
                    stream = {io.bloop.annotation.Table.Stream.NEW, io.bloop.annotation.Table.Stream.OLD},
                    tableClass = io.bloop.annotation.Table.TableClass.STANDARD,
                    deletionProtection = io.bloop.annotation.Table.Switch.OFF,
                    tags = @io.bloop.annotation.Table.Tag(key = "a", value = "b"))
            @io.bloop.annotation.GlobalSecondaryIndex(
                    name = "byOwner", hashKey = "owner", projection = io.bloop.annotation.Projection.ALL)
            @io.bloop.annotation.GlobalSecondaryIndex(
                    name = "byRank",
                    hashKey = "rank",
                    projection = io.bloop.annotation.Projection.INCLUDE,
                    include = {"owner", "tags"})
            @io.bloop.annotation.LocalSecondaryIndex(
                    name = "byState",
                    rangeKey = "owner",
                    projection = io.bloop.annotation.Projection.KEYS,
                    strict = false)
            public class Everything extends io.bloop.model.BaseModel {
                public enum State { FRESH, STALE }

                @io.bloop.annotation.HashKey java.lang.String slug;
                @io.bloop.annotation.RangeKey java.time.Instant at;
                java.lang.String owner;
                java.net.URI target;
                java.util.UUID uuid;
                java.lang.Integer rank;
                int primitive;
                boolean pinned;
                java.lang.Boolean finished;
                State state;
                byte[] icon;
                java.lang.Object anything;
                java.util.Set<java.lang.String> tags;
                java.util.List<java.lang.Long> numbers;
                java.util.Map<java.lang.String, java.util.List<java.lang.Integer>> counts;
                com.acme.Detail detail;
                java.util.List<com.acme.Detail> details;
                java.util.Map<java.lang.String, java.util.List<com.acme.Detail>> shelves;
                @io.bloop.annotation.Ttl java.time.Instant ends;
                @io.bloop.annotation.StoredWith(holder = com.acme.Money.class, constant = "MONEY") com.acme.Money price;
                @io.bloop.annotation.StoredWith(holder = com.acme.Money.Cents.class, constant = "CENTS")
                java.lang.Long cents;
                @io.bloop.annotation.Version long version;
                @io.bloop.annotation.Created java.time.Instant created;
                @java.lang.Deprecated java.lang.String old;
                @io.bloop.annotation.Default("STALE") State byDefault;
                @io.bloop.annotation.Default("2024-05-01") java.time.LocalDate day;
                @io.bloop.annotation.Default("1.5") java.math.BigDecimal amount;
                %s
            }
            """;

    private static final String RECORD = """
            package com.acme;

            @io.bloop.annotation.Model
            record Visit(
                    @io.bloop.annotation.HashKey java.lang.String slug,
                    int seconds,
                    java.util.Set<java.lang.Integer> pages,
                    com.acme.Detail detail,
                    @io.bloop.annotation.Default("STALE") Everything.State byDefault
                    %s) {}
            """;

    private static final String DOCUMENT = """
            package com.acme;

            @io.bloop.annotation.Document
            class Detail {
                java.lang.String name;
                java.lang.Object anything;
                int count;
                java.util.Set<java.lang.String> tags;
                java.util.List<java.lang.Integer> sizes;
                @io.bloop.annotation.Default("STALE") Everything.State state;
                @io.bloop.annotation.Default("PT5M") java.time.Duration after;
                com.acme.Detail next;
                java.util.List<com.acme.Detail> parts;
                java.util.Map<java.lang.String, java.util.List<com.acme.Detail>> shelves;
                %s
            }
            """;

    /** Has fields of the names of its classes, which hide those in expressions. */
    private static final String MONEY = """
            package com.acme;

            class Money {
                int Cents;
                static final int com = 1;
                static final io.bloop.type.StringType<Money> MONEY =
                        io.bloop.type.StringType.of(Money.class, money -> "", text -> new Money());

                enum Currency {
                    Euro;
                    static class Euro {
                        static final io.bloop.type.NumberType<java.lang.Long> EURO = io.bloop.type.Types.LONG;
                    }
                }

                static class Cents {
                    static final io.bloop.type.NumberType<java.lang.Long> CENTS = io.bloop.type.Types.LONG;
                }
            }
            """;

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_]\\w*");

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private static Compilation compile(String members, String components, String... more) {
        List<String> sources = new ArrayList<>(
                List.of(MODEL.formatted(members), RECORD.formatted(components), DOCUMENT.formatted(members), MONEY));
        sources.addAll(List.of(more));
        return Compilation.of(sources.toArray(String[]::new));
    }

    /** Returns one source of classes with nothing in them. */
    private static String classes(Set<String> names) {
        return "package com.acme;\nclass Shadows {} "
                + names.stream().map(name -> "class " + name + " {}").collect(Collectors.joining(" "));
    }

    private static Set<String> typesOfTheJdk(String... packages) throws IOException {
        FileSystem modules = FileSystems.getFileSystem(URI.create("jrt:/"));
        Set<String> found = new TreeSet<>();
        for (String one : packages) {
            try (Stream<Path> files = Files.list(modules.getPath("modules", "java.base", one.replace('.', '/')))) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.endsWith(".class") && !file.contains("-"))
                        .flatMap(file ->
                                Stream.of(file.substring(0, file.length() - 6).split("\\$")))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Set<String> typesOfTheLibrary() throws Exception {
        Path core = Path.of(
                Engine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(core)) {
            return classFiles(core.resolve("io/bloop"));
        }
        try (FileSystem jar = FileSystems.newFileSystem(core)) {
            return classFiles(jar.getPath("io/bloop"));
        }
    }

    private static Set<String> classFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("-"))
                    .flatMap(file ->
                            Stream.of(file.substring(0, file.length() - 6).split("\\$")))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Returns the names of all types of the JDK and the library that generated source could use. */
    private static Set<String> types() throws Exception {
        Set<String> names = typesOfTheJdk(
                "java.lang", "java.util", "java.util.function", "java.time", "java.net", "java.nio", "java.math");
        names.addAll(typesOfTheLibrary());
        names.addAll(List.of("Generated", "Nullable", "NonNull", "NullMarked"));
        names.removeIf(name -> !SourceVersion.isName(name));
        names.removeAll(own());
        return names;
    }

    private static Set<String> own() {
        return Set.of(
                "Everything", "EverythingModel", "Visit", "VisitModel", "Detail", "DetailDocument", "Money", "Shadows");
    }

    /** Returns all that generated source names in any way. */
    private static Set<String> identifiers() {
        Compilation compilation = compile("", "");
        Set<String> found = new TreeSet<>();
        for (String name : List.of("EverythingModel", "VisitModel", "DetailDocument")) {
            Matcher matcher =
                    IDENTIFIER.matcher(compilation.source(name).replaceAll("\"[^\"]*\"|//.*|(?s:/\\*.*?\\*/)", ""));
            while (matcher.find()) {
                found.add(matcher.group());
            }
        }
        found.removeIf(name -> !SourceVersion.isName(name));
        return found;
    }

    @Test
    @DisplayName("M25 no class of the package is taken for one of the JDK or of the library")
    void noClassOfThePackageIsTakenForAnother() throws Exception {
        Set<String> types = types();
        assertThat(types).contains("Override", "String", "List", "Object", "Column", "Values", "Nullable", "Kept");

        assertThat(compile("", "", classes(types)).messages()).isEmpty();
    }

    @Test
    @DisplayName("M25 no class of the package is taken for anything that generated source names")
    void noClassOfThePackageIsTakenForAnyName() {
        Set<String> names = identifiers();
        names.removeAll(own());
        // the models themselves begin with these
        names.removeAll(List.of("java", "io", "com"));

        assertThat(compile("", "", classes(names)).messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "javax", "io", "org", "com", "acme", "lang"})
    @DisplayName("M25 a class that has the name of a package hides none of the classes there")
    void aClassHidesNoPackage(String name) {
        String imported = """
                package com.acme;

                import io.bloop.annotation.Document;
                import io.bloop.annotation.HashKey;
                import io.bloop.annotation.Model;
                import java.net.URI;
                import java.util.List;

                @Model
                record Small(@HashKey String slug, URI target, Long Override, List<Item> items, Key key) {}

                @Document
                record Item(Object anything, Small2 small, Key key) {}

                @Document
                record Small2(String name) {}

                @Document
                record Key(String name) {}
                """;
        Compilation compilation = Compilation.with(
                List.of(new ModelProcessor()),
                List.of("-Xlint:-auxiliaryclass"),
                imported,
                "package com.acme;\nclass " + name + " {}");

        assertThat(compilation.messages()).isEmpty();
    }

    @Test
    @DisplayName("M25 no member is taken for anything that generated source names")
    void noMemberIsTakenForAnyName() {
        Set<String> names = identifiers();
        names.addAll(List.of("MONEY", "CENTS", "Money", "list2", "map", "map2"));
        // these are members already, or the constant of the generated class itself
        Matcher members = Pattern.compile("(\\w+)( \\w+\\(.*\\))?[;,\\n]").matcher(MODEL + RECORD + DOCUMENT);
        while (members.find()) {
            names.remove(members.group(1));
        }
        names.removeAll(List.of("byOwner", "byRank", "byState", "EVERYTHING", "VISIT", "DETAIL", "key"));
        assertThat(names)
                .contains("IndexProjection", "Types", "STRING", "listOf", "DetailDocument", "ElementsPath", "table");

        assertThat(compile(members(names), components(names)).messages()).isEmpty();
    }

    private static String members(Set<String> names) {
        return names.stream().map(name -> "java.lang.String " + name + ";").collect(Collectors.joining(" "));
    }

    private static String components(Set<String> names) {
        return names.stream().map(name -> ", java.lang.String " + name).collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "STRING",
                "Types",
                "STRING Types",
                "STRING Types io",
                "IndexProjection",
                "IndexProjection io",
                "Money com"
            })
    @DisplayName("M25 members that hide a class, its package and its constants alike hide nothing")
    void membersThatHideAClassAndItsPackage(String names) {
        Set<String> members = new TreeSet<>(Set.of(names.split(" ")));

        assertThat(compile(members(members), components(members)).messages()).isEmpty();
        assertThat(compile(members(members), components(members), classes(Set.of("Types", "IndexProjection")))
                        .messages())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"listOf", "setOf", "mapOf", "enumOf", "member", "DetailDocument", "Place", "M", "STRING"})
    @DisplayName("M25 a member whose path is a method hides no other method")
    void aMemberWhosePathIsAMethodHidesNoOther(String name) {
        String source = DOCUMENT.formatted("com.acme.Detail " + name + ";");

        assertThat(Compilation.of(MODEL.formatted(""), RECORD.formatted(""), MONEY, source)
                        .messages())
                .isEmpty();
    }

    @Test
    @DisplayName(
            "M25 a constant of a nested class is found where a field or an enum constant has the name of that class")
    void aConstantOfANestedClassIsFound() {
        Compilation compilation = Compilation.of(MONEY, """
                @Model
                class Link {
                    @HashKey String slug;
                    @StoredWith(holder = Money.Cents.class, constant = "CENTS") Long cents;
                    @StoredWith(holder = Money.Currency.Euro.class, constant = "EURO") long euro;
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel"))
                .contains(
                        "column(\"cents\", ((Money.Cents) null).CENTS);",
                        "column(\"euro\", ((Money.Currency.Euro) null).EURO.orElse(0L));");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STRING", "INTEGER", "Types", "listOf", "LONG", "first", "last"})
    @DisplayName("M25 a constant that is imported is not taken for the class of that name, whichever stands first")
    void aConstantIsNotTakenForAClass(String name) {
        Compilation compilation = Compilation.with(
                List.of(new ModelProcessor()), List.of("-Xlint:-auxiliaryclass"), """
                package com.acme;

                import io.bloop.annotation.*;

                @Model
                class Link {
                    @Default("LOUD") NAME first;
                    @HashKey String slug;
                    int count;
                    java.util.List<String> words;
                    @StoredWith(holder = NAME.class, constant = "AS_NUMBER") Long size;
                    @Default("LOUD") NAME last;
                    Page page;
                }

                @Document
                class Page {
                    int count;
                    String text;
                    @Default("LOUD") NAME last;
                }

                enum NAME {
                    QUIET, LOUD;
                    static final io.bloop.type.NumberType<Long> AS_NUMBER = io.bloop.type.Types.LONG;
                }
                """.replace("NAME", name));
        assertThat(compilation.messages()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STRING", "INTEGER", "Types", "listOf", "text", "Note", "values"})
    @DisplayName("M27 M25 a class that a static method of it makes may have the name of a member or a constant")
    void aClassWithAStaticMethodMayHaveAnyName(String name) {
        Compilation compilation = Compilation.with(
                List.of(new ModelProcessor()), List.of("-Xlint:-auxiliaryclass"), """
                package com.acme;

                import io.bloop.annotation.*;

                @Model
                @Document
                class NAME {
                    @HashKey final String text;
                    final int count;
                    final java.util.List<String> words;

                    private NAME(String text, int count, java.util.List<String> words) {
                        this.text = text;
                        this.count = count;
                        this.words = words;
                    }

                    @BloopCreator
                    static NAME make(String text, int count, java.util.List<String> words) {
                        return new NAME(text, count, words);
                    }
                }
                """.replace("NAME", name));
        assertThat(compilation.messages()).isEmpty();
    }

    @Test
    @DisplayName("M25 a model and a document may have the name of any type of the JDK and of the library")
    void aModelMayHaveAnyName() throws Exception {
        Set<String> names = new TreeSet<>(types());
        // the generated classes of these have names that are taken
        names.removeIf(
                name -> names.contains(name.replaceAll("(Model|Document)$", "")) && name.matches(".*(Model|Document)"));
        names.retainAll(Stream.concat(
                        typesOfTheJdk("java.lang").stream().filter(name -> name.length() < 10),
                        Stream.of(
                                "Place",
                                "M",
                                "Types",
                                "Key",
                                "Values",
                                "Member",
                                "Path",
                                "Nullable",
                                "Generated",
                                "List",
                                "ModelDefinition",
                                "DocumentType",
                                "StringColumn",
                                "Column",
                                "SuppressWarnings",
                                "IndexOutOfBoundsException",
                                "IndexProjection",
                                "Table",
                                "Model",
                                "Document"))
                .toList());
        assertThat(names).contains("Override", "String", "Object", "Long", "Record", "Types", "Model");
        String sources = names.stream().map(name -> """
                        @io.bloop.annotation.Model
                        @io.bloop.annotation.Document
                        class %s {
                            @io.bloop.annotation.HashKey java.lang.String id;
                            java.lang.Long number;
                            java.util.List<%s> list;
                            java.util.Map<java.lang.String, Boolean> map;
                        }
                        """.formatted(name, name)).collect(Collectors.joining());

        Compilation compilation = Compilation.with(
                List.of(new ModelProcessor()),
                List.of("-Xlint:-auxiliaryclass"),
                "package com.acme;\nclass Shadows {} " + sources);

        assertThat(compilation.messages()).isEmpty();
    }

    @Test
    @DisplayName("M25 classes of the unnamed package are told from those that are imported")
    void classesOfTheUnnamedPackage() {
        Compilation compilation = Compilation.unnamed("""
                import io.bloop.annotation.*;

                @Model
                class Key {
                    @HashKey java.lang.String slug;
                    String own;
                    java.util.List<List> lists;
                    Values values;
                    Override override;
                }

                @Document
                class String { java.lang.String name; }

                @Document
                record List(java.util.List<java.lang.String> names) {}

                @Document
                record Values(Key2 key) {}

                @Document
                record Key2(Object object) {}

                enum Override { A }
                """);

        assertThat(compilation.messages())
                .allMatch(message -> message.startsWith("warning") && message.contains("auxiliary class"));
    }

    @Test
    @DisplayName("M25 a class that cannot be named in the generated source is an error that says what hides it")
    void aClassThatCannotBeNamed() {
        assertThat(Compilation.unnamed("""
                        import io.bloop.annotation.*;

                        @Document
                        class Place {
                            java.lang.String name;
                        }
                        """).messages())
                .containsExactly(
                        "error at 4 class Place {: PlaceDocument has to name Place, which a class of the unnamed "
                                + "package hides; rename that class, or move Place to another package.");
    }

    @Test
    @DisplayName("M25 what is compiled among classes of the same names still reads and writes")
    void whatIsCompiledAmongThemWorks() throws Exception {
        String scenario = """
                package com.acme;

                public class Scenario implements java.util.function.Consumer<io.bloop.engine.Engine> {
                    @java.lang.Override
                    public void accept(io.bloop.engine.Engine engine) {
                        io.bloop.engine.BloopTemplate<Everything> all = engine.template(EverythingModel.EVERYTHING);
                        Everything one = new Everything();
                        one.slug = "a";
                        one.at = java.time.Instant.EPOCH;
                        one.cents = 7L;
                        one.detail = new Detail();
                        one.detail.name = "inside";
                        one.state = Everything.State.STALE;
                        all.insert(one);
                        Everything found = all.find("a", java.time.Instant.EPOCH).orElseThrow();
                        org.assertj.core.api.Assertions.assertThat(found.cents).isEqualTo(7L);
                        org.assertj.core.api.Assertions.assertThat(found.detail.name).isEqualTo("inside");
                        org.assertj.core.api.Assertions.assertThat(found.state).isEqualTo(Everything.State.STALE);
                    }
                }
                """;
        Compilation compilation = compile("", "", classes(types()), scenario);
        assertThat(compilation.messages()).isEmpty();
        Consumer<Engine> loaded = compilation.scenario();
        loaded.accept(dynamoDb.engine());
    }
}
