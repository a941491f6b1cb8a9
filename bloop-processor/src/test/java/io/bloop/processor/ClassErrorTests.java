package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class ClassErrorTests {

    @Test
    void anInnerClass() {
        assertThat(Compilation.of("""
                                class Outer {
                                    @Model class Link { @HashKey String slug; }
                                }
                                """).messages())
                .containsExactly(
                        "error at 2 class Link { @HashKey String slug; }: Link is an inner class, which nobody can "
                                + "make without its Outer; make it static.");
    }

    @Test
    void aPrivateClass() {
        assertThat(Compilation.of("""
                                class Outer {
                                    @Model private static class Link { @HashKey String slug; }
                                }
                                """).messages())
                .containsExactly("error at 2 class Link { @HashKey String slug; }: Link is private, so that "
                        + "OuterLinkModel cannot reach it; make it package-private or public.");
    }

    @Test
    void aClassInsideAPrivateOne() {
        assertThat(Compilation.of("""
                                class Outer {
                                    private static class Middle { @Model record Link(@HashKey String slug) {} }
                                }
                                """).messages())
                .containsExactly(
                        "error at 2 record Link(@HashKey String slug) {} }: Link is inside Middle, which is private, "
                                + "so that OuterMiddleLinkModel cannot reach it; make it package-private or public.");
    }

    @Test
    void aClassWithoutSimpleConstructor() {
        assertThat(Compilation.of("""
                                @Model
                                class Link {
                                    @HashKey String slug;
                                    Link(String other) {}
                                    private Link() {}
                                }
                                """).messages())
                .containsExactly(
                        "error at 2 class Link {: Link has no constructor that LinkModel could call: Link(String) "
                                + "takes 'other', which is no column, Link() is private. "
                                + "Add one without parameters, or one whose parameters have the names and types of the columns, "
                                + "not private and without exceptions; or make it a record.");
    }

    @Test
    void aGenericClass() {
        assertThat(Compilation.of("@Model\nclass Link<T> {\n    @HashKey String slug;\n}\n")
                        .messages())
                .containsExactly(
                        "error at 2 class Link<T> {: Link has type parameters, and a model is one class; make it "
                                + "abstract, and extend it with the types that they stand for.");
    }

    @Test
    void anEnum() {
        assertThat(Compilation.of("@Model\nenum Link { A }\n").messages())
                .containsExactly("error at 2 enum Link { A }: Link is an enum; @Model goes on a class, a record, or an "
                        + "interface of getters.");
    }

    @Test
    @DisplayName("M25 a definition of the name that is to be written")
    void aDefinitionThatExists() {
        assertThat(Compilation.of("@Model\nclass Link {\n    @HashKey String slug;\n}\n", "class LinkModel {}")
                        .messages())
                .containsExactly(
                        "error at 2 class Link {: LinkModel, the definition of Link, exists already; rename one of "
                                + "the two, or take @Model away.");
    }

    @Test
    @DisplayName("M5 equals without hashCode is a warning")
    void equalityWithoutHashCodeIsAWarning() {
        assertThat(Compilation.with(List.of(new ModelProcessor()), List.of("-Xlint:-overrides"), """
                                @Model
                                class Link {
                                    @HashKey String slug;
                                    @Override public boolean equals(Object other) { return this == other; }
                                }
                                """)
                        .messages())
                .containsExactly(
                        "warning at 4 equals(Object other) { return this == other; }: Link overrides equals without "
                                + "hashCode, so that sets and maps lose its objects; override both or neither.");
    }

    @Test
    @DisplayName("M25 all mistakes of a model are told at once")
    void allMistakesOfAModelAreToldAtOnce() {
        assertThat(Compilation.of("""
                                @Model
                                @Table(readUnits = -1)
                                @LocalSecondaryIndex(name = "byX", rangeKey = "nobody", projection = Projection.KEYS)
                                class Link {
                                    private String slug;
                                    Thread thread;
                                    Link(String other) {}
                                }
                                """).messages())
                .containsExactly(
                        "error at 4 class Link {: Link has no constructor that LinkModel could call: Link(String) "
                                + "takes 'other', which is no column. "
                                + "Add one without parameters, or one whose parameters have the names and types of the columns, "
                                + "not private and without exceptions; or make it a record.",
                        "error at 5 slug;: Column 'slug' is private, and Link lacks getSlug(); add "
                                + "what is missing, make the field package-private, or leave it out with @Ignored.",
                        "error at 6 thread;: Column 'thread' has the type Thread, which has no stored form; "
                                + "declare static final StringType<Thread> THREAD = "
                                + "StringType.of(Thread.class, value -> ..., text -> ...); in a class, and "
                                + "name it on Link with @StoredWith(holder = ThatClass.class, constant = "
                                + "\"THREAD\"), or leave the member out with @Ignored.",
                        "error at 3 \"nobody\", projection = Projection.KEYS): Index 'byX' has the range key "
                                + "'nobody', and "
                                + "Link has no such column. Known: slug, thread.",
                        "error at 1 @Model: No column is the hash key; mark one with @HashKey.",
                        "error at 3 @LocalSecondaryIndex(name = \"byX\", rangeKey = \"nobody\", projection = "
                                + "Projection.KEYS): Index 'byX' is local, which needs a table with a range key; "
                                + "mark one "
                                + "with @RangeKey, or use a global index.",
                        "error at 2 -1): The table has units below 1 (read -1, write null); the least is 1.");
    }
}
