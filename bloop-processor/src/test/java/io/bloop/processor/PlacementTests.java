package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.annotation.Column;
import io.bloop.annotation.GlobalSecondaryIndex;
import io.bloop.annotation.LocalSecondaryIndex;
import io.bloop.annotation.Model;
import io.bloop.annotation.Table;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Puts each annotation everywhere: it changes what is generated, or is an error where it stands. */
class PlacementTests {

    private static final List<String> OPTIONS = List.of("-Xlint:none", "-Xmaxerrs", "10000");

    /** An annotation with the type of a member that it fits. */
    private record Mark(String text, String type) {

        String name() {
            return text.replaceAll("\\(.*", "");
        }
    }

    private static final List<Mark> ON_TYPES = List.of(
            new Mark("@Table(billing = Table.Billing.ON_DEMAND)", ""),
            new Mark(
                    "@GlobalSecondaryIndex(name = \"byOwner\", hashKey = \"owner\", projection = Projection.KEYS)", ""),
            new Mark(
                    "@LocalSecondaryIndex(name = \"byOwner\", rangeKey = \"owner\", projection = Projection.KEYS)", ""),
            new Mark("@StoredWith(holder = Money.class, constant = \"CENTS\")", ""),
            new Mark("@Discriminator(attribute = \"kind\")", ""),
            new Mark("@HashKey(\"A#{owner}\")", ""),
            new Mark("@RangeKey(\"A#{owner}\")", ""),
            new Mark("@Ignored", ""));

    private static final String MONEY = """
            @StoredWith(holder = Money.class, constant = "TEXT")
            class Money {
                static final NumberType<Money> CENTS = NumberType.of(Money.class, m -> "0", t -> new Money());
                static final StringType<Money> TEXT = StringType.of(Money.class, m -> "0", t -> new Money());
            }
            """;

    private static final String MODEL =
            "class Link { @HashKey String slug; @RangeKey String at; String owner; Money price; }\n";
    private static final String RECORD =
            "record Link(@HashKey String slug, @RangeKey String at, String owner, Money price) %s {}\n";
    private static final String CHILD =
            "@Model class Link extends Base { @HashKey String slug; @RangeKey String at; String owner; Money price; }\n";

    /** The places for annotations of types; * marks those where models of another compilation may use them. */
    private static final Map<String, String> TYPES = new LinkedHashMap<>();

    static {
        TYPES.put("model", "@Model\n%s\n" + MODEL);
        TYPES.put("model that is a record", "@Model\n%s\n" + RECORD.formatted(""));
        TYPES.put("abstract model", "@Model\n%s\nabstract class Base {}\n" + CHILD);
        TYPES.put(
                "model that is an interface",
                "@Model\n%s\ninterface Base {}\n@Model " + RECORD.formatted("implements Base"));
        TYPES.put("document", "@Document\n%s\nclass Link { String owner; Money price; }\n");
        TYPES.put("document that is a record", "@Document\n%s\nrecord Link(String owner, Money price) {}\n");
        TYPES.put(
                "abstract document",
                "@Document\n%s\nabstract class Base {}\n@Document class Link extends Base { Money price; }\n");
        TYPES.put("class", "%s\nclass Link { String owner; Money price; }\n");
        TYPES.put("final class", "%s\nfinal class Link { String owner; Money price; }\n");
        TYPES.put("record", "%s\nrecord Link(String owner, Money price) {}\n");
        TYPES.put("superclass of a model", "%s\nclass Base {}\n" + CHILD);
        TYPES.put("abstract superclass of a model", "%s\nabstract class Base {}\n" + CHILD);
        TYPES.put("abstract class *", "%s\nabstract class Base {}\n");
        TYPES.put("interface of a model", "%s\ninterface Base {}\n@Model " + RECORD.formatted("implements Base"));
        TYPES.put("interface *", "%s\ninterface Base {}\n");
        TYPES.put(
                "enum",
                "%s\nenum State { A }\n@Model class Link { @HashKey String slug; @RangeKey String at; State state; String owner; Money price; }\n");
        TYPES.put("annotation", "%s\n@interface Base {}\n");
        TYPES.put("nested class", "class Outer {\n%s\nstatic class Link { String owner; }\n}\n");
    }

    private static final List<Mark> ON_MEMBERS = List.of(
            new Mark("@HashKey", "String"),
            new Mark("@RangeKey", "String"),
            new Mark("@Column(\"other\")", "String"),
            new Mark("@Version", "long"),
            new Mark("@Created", "Instant"),
            new Mark("@Modified", "Instant"),
            new Mark("@CreatedBy", "String"),
            new Mark("@ModifiedBy", "String"),
            new Mark("@Ttl", "Instant"),
            new Mark("@Timestamp", "Instant"),
            new Mark("@Ignored", "Instant"),
            new Mark("@StoredWith(holder = Money.class, constant = \"CENTS\")", "Money"),
            new Mark("@Default(\"none\")", "String"),
            new Mark("@KeyOnly", "String"));

    private static final String KEY = "KEY String slug;";

    /** The places for annotations of members; * as above. */
    private static final Map<String, String> MEMBERS = new LinkedHashMap<>();

    static {
        MEMBERS.put("field", "@Model class Link { KEY String slug;\n%s TYPE x;\n}\n");
        MEMBERS.put("static field", "@Model class Link { KEY String slug;\n%s static TYPE x;\n}\n");
        MEMBERS.put("transient field", "@Model class Link { KEY String slug;\n%s transient TYPE x;\n}\n");
        MEMBERS.put(
                "getter",
                "@Model class Link { KEY String slug; private TYPE x;\n%s TYPE getX() { return x; }\nvoid setX(TYPE x) {} }\n");
        MEMBERS.put(
                "getter beside an open field",
                "@Model class Link { KEY String slug; TYPE x;\n%s TYPE x() { return x; }\n}\n");
        MEMBERS.put("setter", "@Model class Link { KEY String slug; TYPE x;\n%s void setX(TYPE x) {}\n}\n");
        MEMBERS.put(
                "setter named as the field", "@Model class Link { KEY String slug; TYPE x;\n%s void x(TYPE x) {}\n}\n");
        MEMBERS.put(
                "static method",
                "@Model class Link { KEY String slug; TYPE x;\n%s static TYPE x() { throw new AssertionError(); }\n}\n");
        MEMBERS.put("method without value", "@Model class Link { KEY String slug; TYPE x;\n%s void x() {}\n}\n");
        MEMBERS.put(
                "getter of nothing",
                "@Model class Link { KEY String slug;\n%s TYPE x() { throw new AssertionError(); }\n}\n");
        MEMBERS.put("component", "@Model record Link(KEY String slug,\n%s TYPE x) {}\n");
        MEMBERS.put(
                "accessor of a component",
                "@Model record Link(KEY String slug, TYPE x) {\n%s public TYPE x() { return x; }\n}\n");
        MEMBERS.put("static field of a record", "@Model record Link(KEY String slug) {\n%s static TYPE x;\n}\n");
        MEMBERS.put(
                "field of an abstract model",
                "@Model abstract class Base {\n%s TYPE x;\n}\n@Model class Link extends Base { KEY String slug; }\n");
        MEMBERS.put(
                "setter of an abstract model",
                "@Model abstract class Base {\n%s void setX(TYPE x) {}\n}\n@Model class Link extends Base { KEY String slug; TYPE x; }\n");
        MEMBERS.put(
                "field of a superclass",
                "class Base {\n%s TYPE x;\n}\n@Model class Link extends Base { KEY String slug; }\n");
        MEMBERS.put(
                "field of an abstract superclass",
                "abstract class Base {\n%s TYPE x;\n}\n@Model class Link extends Base { KEY String slug; }\n");
        MEMBERS.put(
                "static field of a superclass",
                "abstract class Base {\n%s static TYPE x;\n}\n@Model class Link extends Base { KEY String slug; }\n");
        MEMBERS.put(
                "getter of a superclass",
                "abstract class Base {\n%s abstract TYPE getX();\n}\n@Model class Link extends Base { KEY String slug; TYPE x; TYPE getX() { return x; } }\n");
        MEMBERS.put(
                "getter of a model that overrides",
                "abstract class Base { TYPE x; TYPE getX() { return x; } }\n@Model class Link extends Base { KEY String slug;\n%s TYPE getX() { return x; }\n}\n");
        MEMBERS.put(
                "getter of an interface",
                "interface Base {\n%s TYPE x();\n}\n@Model record Link(KEY String slug, TYPE x) implements Base {}\n");
        MEMBERS.put(
                "constant of an interface",
                "interface Base {\n%s TYPE x = null;\n}\n@Model record Link(KEY String slug) implements Base {}\n");
        MEMBERS.put(
                "static method of an interface",
                "interface Base {\n%s static TYPE x() { throw new AssertionError(); }\n}\n@Model record Link(KEY String slug, TYPE x) implements Base {}\n");
        MEMBERS.put(
                "setter of an interface",
                "interface Base {\n%s void setX(TYPE x);\n}\n@Model class Link implements Base { KEY String slug; TYPE x; public void setX(TYPE x) {} }\n");
        MEMBERS.put("field of an abstract class *", "abstract class Base {\n%s TYPE x;\n}\n");
        MEMBERS.put(
                "getter of an abstract class *",
                "abstract class Base {\n%s TYPE x() { throw new AssertionError(); }\n}\n");
        MEMBERS.put("static field of an abstract class", "abstract class Base {\n%s static TYPE x;\n}\n");
        MEMBERS.put("transient field of an abstract class", "abstract class Base {\n%s transient TYPE x;\n}\n");
        MEMBERS.put("setter of an abstract class", "abstract class Base {\n%s void setX(TYPE x) {}\n}\n");
        MEMBERS.put("getter of another interface *", "interface Base {\n%s TYPE x();\n}\n");
        MEMBERS.put("constant of another interface", "interface Base {\n%s TYPE x = null;\n}\n");
        MEMBERS.put("field of a class", "class Link {\n%s TYPE x;\n}\n");
        MEMBERS.put("getter of a class", "class Link { TYPE x;\n%s TYPE getX() { return x; }\n}\n");
        MEMBERS.put("field of a nested class", "class Outer { static class Link {\n%s TYPE x;\n} }\n");
        MEMBERS.put("component of a record", "record Link(\n%s TYPE x) {}\n");
        MEMBERS.put("field of an enum", "enum Link { A;\n%s TYPE x;\n}\n");
        MEMBERS.put("constant of an enum", "enum Link {\n%s A;\n}\n");
        MEMBERS.put("getter of an enum", "enum Link { A;\n%s TYPE x() { throw new AssertionError(); }\n}\n");
        MEMBERS.put("constant of an annotation", "@interface Link {\n%s TYPE x = null;\n}\n");
        MEMBERS.put("field of a document", "@Document class Link {\n%s TYPE x;\n}\n");
        MEMBERS.put(
                "getter of a document",
                "@Document class Link { private TYPE x;\n%s TYPE getX() { return x; }\nvoid setX(TYPE x) {} }\n");
        MEMBERS.put("setter of a document", "@Document class Link { TYPE x;\n%s void setX(TYPE x) {}\n}\n");
        MEMBERS.put("component of a document", "@Document record Link(\n%s TYPE x) {}\n");
        MEMBERS.put("static field of a document", "@Document class Link {\n%s static TYPE x;\n}\n");
    }

    /** The annotations of fields that cannot have any effect on a field that is no column: but they say just that. */
    private static final Set<String> SAYING_SO = Set.of("@Ignored on static field", "@Ignored on transient field");

    private static String cell(int number, String source) {
        return "package com.acme.c" + number
                + "; import io.bloop.annotation.*; import io.bloop.type.*; import java.time.*;\n" + "class Cell"
                + number + " {}\n" + source + MONEY;
    }

    private static List<String> failures(Map<String, String> places, List<Mark> marks) {
        List<String> names = new ArrayList<>();
        List<String> with = new ArrayList<>();
        List<String> without = new ArrayList<>();
        places.forEach((place, template) -> marks.forEach(mark -> {
            String key = mark.name().equals("@HashKey") ? "" : "@HashKey";
            String source = template.replace("KEY", key).replace("TYPE", mark.type());
            String value = mark.type().equals("long") ? "= 0" : "= null";
            names.add(mark.name() + " on " + place);
            with.add(cell(names.size(), source.formatted(mark.text()).replace("= null", value)));
            without.add(cell(names.size(), source.formatted("").replace("= null", value)));
        }));
        Compilation marked = Compilation.with(List.of(new ModelProcessor()), OPTIONS, with.toArray(String[]::new));
        Compilation unmarked = Compilation.with(List.of(new ModelProcessor()), OPTIONS, without.toArray(String[]::new));
        List<String> failures = new ArrayList<>();
        for (int i = 1; i <= names.size(); i++) {
            String name = names.get(i - 1);
            String mark = name.substring(0, name.indexOf(' '));
            List<String> messages = withoutFiles(marked.messages("Cell" + i));
            boolean isReported =
                    messages.stream().anyMatch(message -> message.matches("(?s)error at \\d+ " + mark + "\\b.*"));
            boolean isEffective = messages.isEmpty() && !marked.sources("c" + i).equals(unmarked.sources("c" + i));
            boolean isForOthers = name.endsWith("*") && messages.isEmpty();
            if (!isReported && !isEffective && !isForOthers && !isSaidAnyway(name)) {
                failures.add(name + ": " + messages);
            }
        }
        assertThat(names).hasSize(places.size() * marks.size());
        return failures;
    }

    private static boolean isSaidAnyway(String name) {
        return SAYING_SO.stream().anyMatch(name::startsWith)
                || name.startsWith("@Ignored on constant of an") && name.endsWith("interface");
    }

    /** Leaves out that several classes are in one file, of which newer JDKs always warn. */
    private static List<String> told(Compilation compilation) {
        return withoutFiles(compilation.messages());
    }

    private static List<String> withoutFiles(List<String> messages) {
        return messages.stream()
                .filter(message -> !message.contains("should not be accessed from outside its own source file"))
                .toList();
    }

    @Test
    @DisplayName("M30 each annotation of a class has an effect, or is an error, wherever it stands")
    void annotationsOfClasses() {
        assertThat(failures(TYPES, ON_TYPES)).isEmpty();
    }

    @Test
    @DisplayName("M30 each annotation of a member has an effect, or is an error, wherever it stands")
    void annotationsOfMembers() {
        assertThat(failures(MEMBERS, ON_MEMBERS)).isEmpty();
    }

    private static final String BASE = """
            @Model(%s)
            @Table(%s)
            @GlobalSecondaryIndex(name = "global", %s)
            @LocalSecondaryIndex(name = "local", %s)
            class Link { @HashKey String slug; @RangeKey String at; String owner; @Column(%s) String note; }
            """;

    private static final String KEYS_ONLY = "projection = Projection.KEYS";

    /** Returns the arguments of the annotations, in their order in the source. */
    private static List<String> arguments() {
        return new ArrayList<>(
                List.of("", "", "hashKey = \"owner\", " + KEYS_ONLY, "rangeKey = \"owner\", " + KEYS_ONLY, ""));
    }

    /** Returns each attribute that can be left out, with a value and how the annotation has to be for it. */
    private static Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("0 value", "\"named\"");
        attributes.put("1 name", "name = \"links\"");
        attributes.put("1 billing", "billing = Table.Billing.ON_DEMAND");
        attributes.put("1 stream", "stream = Table.Stream.KEYS");
        attributes.put("1 backups", "backups = Table.Switch.ON");
        attributes.put("1 encryption", "encryption = Table.Switch.ON");
        attributes.put("1 encryptionKey", "encryptionKey = \"alias/links\"");
        attributes.put("1 tableClass", "tableClass = Table.TableClass.STANDARD");
        attributes.put("1 deletionProtection", "deletionProtection = Table.Switch.OFF");
        attributes.put("1 tags", "tags = @Table.Tag(key = \"a\", value = \"b\")");
        for (String units : List.of(
                "readUnits",
                "writeUnits",
                "maximumReadUnits",
                "maximumWriteUnits",
                "warmReadUnits",
                "warmWriteUnits")) {
            attributes.put("1 " + units, units + " = 5");
            String other = units.equals("readUnits")
                    ? ", writeUnits = 6"
                    : units.equals("writeUnits") ? ", readUnits = 6" : "";
            attributes.put("2 " + units, "projection = Projection.KEYS, " + units + " = 5" + other);
        }
        attributes.put("2 storedAs", "projection = Projection.KEYS, storedAs = \"other\"");
        attributes.put("2 rangeKey", "projection = Projection.KEYS, rangeKey = \"at\"");
        attributes.put("2 hashKeyStoredAs", KEYS_ONLY + ", hashKey = \"{owner}#\", hashKeyStoredAs = \"x\"");
        attributes.put("2 rangeKeyStoredAs", KEYS_ONLY + ", rangeKey = \"{owner}#\", rangeKeyStoredAs = \"x\"");
        attributes.put("3 rangeKeyStoredAs", KEYS_ONLY + ", rangeKey = \"{owner}#\", rangeKeyStoredAs = \"x\"");
        attributes.put("2 include", "projection = Projection.INCLUDE, include = \"note\"");
        attributes.put("3 storedAs", "projection = Projection.KEYS, storedAs = \"other\"");
        attributes.put("3 include", "projection = Projection.INCLUDE, include = \"note\"");
        attributes.put("3 strict", "projection = Projection.KEYS, strict = false");
        attributes.put("4 value", "\"n\"");
        return attributes;
    }

    @Test
    @DisplayName("M30 each attribute of each annotation has an effect where it may be given")
    void attributesOfAnnotations() {
        List<Class<? extends Annotation>> annotations =
                List.of(Model.class, Table.class, GlobalSecondaryIndex.class, LocalSecondaryIndex.class, Column.class);
        Map<String, String> attributes = attributes();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < annotations.size(); i++) {
            for (Method attribute : annotations.get(i).getDeclaredMethods()) {
                if (attribute.getDefaultValue() != null) {
                    all.add(i + " " + attribute.getName());
                }
            }
        }
        // only a supertype names models, and no class is one: SupertypeTests
        assertThat(all.remove("0 models")).isTrue();
        assertThat(attributes.keySet()).containsExactlyInAnyOrderElementsOf(all);
        List<String> sources = new ArrayList<>();
        attributes.forEach((attribute, value) -> {
            List<String> arguments = arguments();
            String key = attribute.startsWith("2") && !value.contains("hashKey =")
                    ? "hashKey = \"owner\", "
                    : attribute.startsWith("3") && !value.contains("rangeKey =") ? "rangeKey = \"owner\", " : "";
            arguments.set(attribute.charAt(0) - '0', key + value);
            sources.add(cell(sources.size() + 1, BASE.formatted(arguments.toArray())));
        });
        sources.add(cell(sources.size() + 1, BASE.formatted(arguments().toArray())));

        Compilation compilation =
                Compilation.with(List.of(new ModelProcessor()), OPTIONS, sources.toArray(String[]::new));

        assertThat(told(compilation)).isEmpty();
        String without = body(compilation, sources.size());
        List<String> names = List.copyOf(attributes.keySet());
        for (int i = 0; i < names.size(); i++) {
            assertThat(body(compilation, i + 1)).as(names.get(i)).isNotEqualTo(without);
        }
    }

    private static String body(Compilation compilation, int cell) {
        String source = compilation.sources("c" + cell);
        return source.substring(source.indexOf("class LinkModel"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            value = {
                "@Model @Table(name = \"links\") abstract class Base {} => @Table(name = \"links\") abstract class Base {}: Base is "
                        + "marked with @Table, which is never inherited, and is abstract, so that it has no table; put it on "
                        + "the models that extend Base. To make a supertype of Base, name the table, and seal the type or name "
                        + "its models with @Model(models = ...).",
                "@Model @Table interface Base {} => @Table interface Base {}: Base is marked with @Table, which is never "
                        + "inherited, and is abstract, so that it has no table; put it on the models that implement Base. To make a "
                        + "supertype of Base, name the table, and seal the type or name its models with @Model(models = ...).",
                "@Table interface Base {} => @Table interface Base {}: Base is marked with @Table, which is never inherited, "
                        + "and is no model with a table; put it on the models that implement Base.",
                "@Model(\"base\") abstract class Base {} => \"base\") abstract class Base {}: Base is abstract, and a model's name "
                        + "is never inherited; leave it out.",
                "@Document @Table class Store {} => @Table class Store {}: Store is marked with @Table, which only a model can "
                        + "be; take it away, or mark Store with @Model rather than @Document.",
                "@Table class Link {} => @Table class Link {}: Link is marked with @Table and is no model; mark it with "
                        + "@Model, make it abstract if models extend it, or take the annotation away.",
                "class Link { @HashKey String slug; @Column(\"o\") String owner; } => @HashKey String slug; @Column(\"o\") String "
                        + "owner; }: 'slug' is marked with @HashKey, and Link is no model; mark it with @Model, make it "
                        + "abstract if models extend it, or take the annotation away.",
                "record Link(@HashKey String slug) {} => @HashKey String slug) {}: 'slug' is marked with @HashKey, and Link is "
                        + "no model; mark it with @Model, or take the annotation away.",
                "enum State { @Column(\"a\") A } => @Column(\"a\") A }: 'A' is marked with @Column, and State is an enum, which "
                        + "has no columns; take the annotation away.",
                "@Model class Link { @HashKey String slug; @Column(\"o\") void setSlug(String slug) {} } => @Column(\"o\") void "
                        + "setSlug(String slug) {} }: The method setSlug of Link is marked with @Column(\"o\") and is no "
                        + "getter; put the annotation on the field or its getter.",
                "@Model class Link { @HashKey @Column(\"a\") String slug; @Column(\"b\") String slug() { return slug; } } => "
                        + "@Column(\"b\") String slug() { return slug; } }: Column 'slug' is given @Column(\"a\") by the field "
                        + "and @Column(\"b\") by the getter slug of Link; keep one.",
                "@Model class Link { @HashKey String slug; @Ignored String a; @Column(\"b\") String a() { return a; } } => "
                        + "@Column(\"b\") String a() { return a; } }: 'a' is @Ignored and so no column, and is marked with "
                        + "@Column(\"b\"); take one of the two away.",
                "@Model @StoredWith(holder = Money.class, constant = \"CENTS\") class Link { @HashKey String slug; } => "
                        + "@StoredWith(holder = Money.class, constant = \"CENTS\") class Link { @HashKey String slug; }: Link "
                        + "stores each Money with Money.CENTS, and has no column of that type that takes it from there; "
                        + "take the annotation away.",
                "@Model @GlobalSecondaryIndex(name = \"byA\", hashKey = \"a\", projection = Projection.INCLUDE, include = {\"b\", "
                        + "\"a\", \"b\"}) class Link { @HashKey String slug; String a, b; } => \"a\", \"b\"}) class Link { @HashKey "
                        + "String slug; String a, b; }: Index 'byA' includes 'a', a key, and projects all keys anyway; leave "
                        + "it out. && \"b\"}) class Link { @HashKey String slug; String a, b; }: Index 'byA' includes 'b' twice; "
                        + "keep it once.",
                "@Model @LocalSecondaryIndex(name = \"byA\", rangeKey = \"a\", projection = Projection.ALL, strict = false) class "
                        + "Link { @HashKey String slug; @RangeKey String at; String a; } => false) class Link { @HashKey String "
                        + "slug; @RangeKey String at; String a; }: Index 'byA' projects all columns, so that no query reads "
                        + "the table for others; leave strict out.",
                "@Model @Table(billing = Table.Billing.ON_DEMAND) @GlobalSecondaryIndex(name = \"byA\", hashKey = \"a\", projection "
                        + "= Projection.ALL, readUnits = 5, writeUnits = 5) class Link { @HashKey String slug; String a; } => 5, "
                        + "writeUnits = 5) class Link { @HashKey String slug; String a; }: Index 'byA' has units, and the table "
                        + "is billed on demand; leave the units out.",
                "@Model @Table(billing = Table.Billing.PROVISIONED) @GlobalSecondaryIndex(name = \"byA\", hashKey = \"a\", "
                        + "projection = Projection.ALL, maximumReadUnits = 5) class Link { @HashKey String slug; String a; } => "
                        + "5) class Link { @HashKey String slug; String a; }: Index 'byA' has a maximum on demand, and the "
                        + "table is billed as provisioned; leave the maximum out."
            })
    @DisplayName("M30 an annotation without effect is an error that says why, and what to do")
    void whatTheMessagesSay(String source, String messages) {
        assertThat(told(Compilation.with(List.of(new ModelProcessor()), OPTIONS, cell(1, source + "\n"))))
                .containsExactlyElementsOf(Stream.of(messages.split(" && "))
                        .map(message -> "error at 3 " + message)
                        .toList());
    }

    @Test
    @DisplayName("M24 a getter of a model overrides the annotation of an inherited field")
    void aGetterOfAModelOverridesAnInheritedField() {
        Compilation compilation = Compilation.of(
                "@Model\nclass Link extends Base { @HashKey String slug; @Override @Column(\"b\") String getNote() { return note; } }",
                "class Base { @Column(\"a\") String note; String getNote() { return note; } }");

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel")).contains("note = column(\"note\", STRING).storedAs(\"b\");");
    }

    @Test
    @DisplayName(
            "M24 a field that a superclass leaves out stays left out, and an annotation of the model says nothing there")
    void anAnnotationOfAnIgnoredFieldOfASuperclass() {
        assertThat(Compilation.of(
                                "@Model\nclass Link extends Base { @HashKey String slug; @Override @Column(\"b\") String getNote() { return note; } }",
                                "class Base { @Ignored String note; String getNote() { return note; } }")
                        .messages())
                .containsExactly(
                        "error at 2 @Column(\"b\") String getNote() { return note; } }: 'note' is @Ignored and so "
                                + "no column, and is marked with @Column(\"b\"); take one of the two away.");
    }
}
