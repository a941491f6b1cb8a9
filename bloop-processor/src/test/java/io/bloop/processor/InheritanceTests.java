package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InheritanceTests {

    private static final String OWNED = """
            @GlobalSecondaryIndex(name = "byOwner", hashKey = "owner", projection = Projection.ALL)
            interface Owned {
                String owner();
            }
            """;

    private static final String SOLD = """
            @GlobalSecondaryIndex(name = "byOwner", hashKey = "owner", projection = Projection.KEYS)
            interface Sold {
                String owner();
            }
            """;

    @Test
    @DisplayName("M22 an index of a mix-in names a column that only the model has")
    void anIndexOfAMixIn() {
        Compilation compilation = Compilation.of(
                "@Model\nrecord Link(@HashKey String slug, String owner) implements Owned {}",
                "@Model\nrecord Visit(@HashKey String id, @Column(\"o\") String owner) implements Owned {}",
                OWNED);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel")).contains("GlobalSecondaryIndex<Link> byOwner");
        assertThat(compilation.source("VisitModel")).contains("GlobalSecondaryIndex<Visit> byOwner");
    }

    @Test
    @DisplayName("M22 an index of a mix-in names a column that the model lacks")
    void anIndexOfAMixInWithoutItsColumn() {
        assertThat(Compilation.of("@Model\nrecord Link(@HashKey String slug, String ownr) implements Owned {}", """
                                @GlobalSecondaryIndex(name = "byOwner", hashKey = "owner", projection = Projection.ALL)
                                interface Owned {}
                                """)
                        .messages())
                .containsExactly("error at 1 \"owner\", projection = Projection.ALL): Index 'byOwner' has the hash key "
                        + "'owner', and Link has no such column. Did you mean 'ownr'?");
    }

    @Test
    @DisplayName("M23 two parents that each have a hash key are an error, naming both")
    void twoParentsWithAHashKey() {
        assertThat(Compilation.of(
                                "@Model\nclass Link extends Base implements Keyed { String id; public String id() { return id; } }",
                                "abstract class Base { @HashKey String slug; }",
                                "interface Keyed { @HashKey String id(); }")
                        .messages())
                .containsExactly("error at 1 @HashKey String id(); }: Columns [slug of Base, id of Keyed] are all hash "
                        + "keys; keep one.");
    }

    @Test
    @DisplayName("M23 two parents that each have a range key are an error, naming both")
    void twoParentsWithARangeKey() {
        assertThat(Compilation.of(
                                "@Model\nrecord Link(@HashKey String slug, String a, String b) implements A, B {}",
                                "interface A { @RangeKey String a(); }",
                                "interface B { @RangeKey String b(); }")
                        .messages())
                .containsExactly(
                        "error at 1 @RangeKey String b(); }: Columns [a of A, b of B] are all range keys; keep one.");
    }

    @Test
    @DisplayName("M23 two parents that store columns under one name are an error, naming both")
    void twoParentsWithOneStoredName() {
        assertThat(Compilation.of(
                                "@Model\nrecord Link(@HashKey String slug, String a, String b) implements A, B {}",
                                "interface A { @Column(\"x\") String a(); }",
                                "interface B { @Column(\"x\") String b(); }")
                        .messages())
                .containsExactly("error at 1 \"x\") String b(); }: 'x' is the stored name of both column 'a' of A and "
                        + "column 'b' of B; rename one.");
    }

    @Test
    @DisplayName("M23 two parents whose indexes of one name differ are an error, naming both")
    void twoParentsWithIndexesOfOneName() {
        assertThat(Compilation.of(
                                "@Model\nrecord Link(@HashKey String slug, String owner) implements Owned, Sold {}",
                                OWNED,
                                SOLD)
                        .messages())
                .containsExactly(
                        "error at 2 record Link(@HashKey String slug, String owner) implements Owned, Sold {}: "
                                + "Index 'byOwner' is declared by both Owned and Sold, in two ways; declare the one that is "
                                + "meant on Link itself.");
    }

    @Test
    @DisplayName("M24 a model overrides an inherited index by its name")
    void anIndexIsOverridden() {
        Compilation compilation = Compilation.of("""
                @Model
                @GlobalSecondaryIndex(name = "byOwner", hashKey = {"owner", "slug"}, projection = Projection.KEYS)
                record Link(@HashKey String slug, String owner) implements Owned, Sold {}
                """, OWNED, SOLD);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel"))
                .containsOnlyOnce("byOwner =")
                .contains("globalIndex(\"byOwner\", IndexProjection.KEYS).hashKey(owner, slug);");
    }

    @Test
    @DisplayName("M24 a model overrides an inherited key by its name")
    void aKeyIsOverridden() {
        Compilation compilation = Compilation.of(
                "@Model\nclass Link extends Base { @HashKey UUID owner; String slug; }",
                "@Model\nabstract class Base { String owner; @HashKey @Column(\"s\") String slug; }");
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel")).contains("""
                            public final StringColumn<Link, UUID> owner = column("owner", UUID).hashKey();
                            public final StringColumn<Link, String> slug = column("slug", STRING);
                        """);
    }

    @Test
    @DisplayName("M8 settings of a table are not inherited")
    void settingsAreNotInherited() {
        Compilation compilation = Compilation.of(
                "@Model\nclass Link extends Base { String note; }",
                "@Model(\"base\")\n@Table(name = \"bases\", readUnits = 5)\nclass Base { @HashKey String slug; }");
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel")).contains("""
                            private LinkModel() {
                                super(Link.class);
                            }
                        """);
    }
}
