package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MemberTests {

    @Test
    void privateFieldsGoThroughAccessorsOfEitherStyle() {
        Compilation compilation = Compilation.of("""
                @Model
                class Link {
                    @HashKey private String slug;
                    private boolean pinned;
                    private boolean isActive;
                    private long clicks;

                    public String getSlug() { return slug; }
                    public void setSlug(String slug) { this.slug = slug; }
                    boolean isPinned() { return pinned; }
                    void setPinned(boolean pinned) { this.pinned = pinned; }
                    boolean isActive() { return isActive; }
                    void setActive(boolean active) { this.isActive = active; }
                    long clicks() { return clicks; }
                    Link clicks(long clicks) { this.clicks = clicks; return this; }
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel"))
                .contains(
                        "case 0 -> object.getSlug();",
                        "case 1 -> object.isPinned();",
                        "case 2 -> object.isActive();",
                        "case 3 -> object.clicks();",
                        "case 0 -> object.setSlug((String) value);",
                        "case 1 -> object.setPinned((Boolean) value);",
                        "case 2 -> object.setActive((Boolean) value);",
                        "case 3 -> object.clicks((Long) value);");
    }

    @Test
    @DisplayName("M22 columns and indexes of superclasses come first and take their type arguments")
    void columnsOfSuperclassesComeFirstAndTakeTheirTypeArguments() {
        Compilation compilation = Compilation.of("""
                @Model
                class Link extends Owned<UUID> {
                    @RangeKey String slug;
                }
                """, """
                @Model
                @GlobalSecondaryIndex(name = "bySlug", hashKey = "slug", projection = Projection.KEYS)
                abstract class Owned<K> extends Timed {
                    @HashKey K owner;
                    List<K> readers;
                }
                """, """
                class Timed extends BaseModel {
                    Instant createdOn;
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel")).contains("""
                            public final StringColumn<Link, Instant> createdOn = column("createdOn", INSTANT);
                            public final StringColumn<Link, UUID> owner = column("owner", UUID).hashKey();
                            public final ListColumn<Link, UUID> readers = column("readers", listOf(UUID));
                            public final StringColumn<Link, String> slug = column("slug", STRING).rangeKey();

                            public final GlobalSecondaryIndex<Link> bySlug = globalIndex("bySlug", IndexProjection.KEYS).hashKey(slug);
                        """);
        assertThat(compilation.wrote("OwnedModel")).isFalse();
    }

    @Test
    @DisplayName("M24 a model overrides an inherited column by its name, also a key, and hides one")
    void aSubclassOverridesAColumnByItsName() {
        Compilation compilation = Compilation.of("""
                @Model
                class Link extends Base {
                    @HashKey @Column("o") String owner;
                    @Ignored String extra;
                }
                """, """
                class Base {
                    @RangeKey String owner;
                    String extra;
                    String slug;
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel")).contains("""
                            public final StringColumn<Link, String> owner = column("owner", STRING).storedAs("o").hashKey();
                            public final StringColumn<Link, String> slug = column("slug", STRING);

                        """);
    }

    @Test
    @DisplayName("M24 an overridden getter hides an inherited column")
    void anOverriddenGetterHidesAnInheritedColumn() {
        Compilation compilation = Compilation.of("""
                @Model
                class Link extends Base {
                    @HashKey String slug;
                    @Ignored @Override String getExtra() { return ""; }
                }
                """, """
                class Base {
                    String extra;
                    String getExtra() { return extra; }
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel")).doesNotContain("extra");
    }

    @Test
    @DisplayName("M22 interfaces lend their annotations to members of the same name")
    void interfacesLendTheirAnnotationsToMembersOfTheSameName() {
        Compilation compilation = Compilation.of("""
                @Model
                record Link(String slug, Instant expiresOn, String owner) implements Keyed, Expiring {}
                """, """
                interface Keyed {
                    @HashKey @Column("s") String slug();
                }
                """, """
                @GlobalSecondaryIndex(name = "byOwner", hashKey = "owner", projection = Projection.ALL)
                interface Expiring {
                    @Ttl Instant expiresOn();
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel")).contains("""
                            public final StringColumn<Link, String> slug = column("slug", STRING).storedAs("s").hashKey();
                            public final NumberColumn<Link, Instant> expiresOn = column("expiresOn", TIMESTAMP);
                            public final StringColumn<Link, String> owner = column("owner", STRING);

                            public final GlobalSecondaryIndex<Link> byOwner = globalIndex("byOwner", IndexProjection.ALL).hashKey(owner);

                            private LinkModel() {
                                super(Link.class);
                                table(table -> table.ttl(expiresOn));
                            }
                        """);
    }

    @Test
    void aMarkedGetterWithoutMember() {
        Compilation compilation = Compilation.of("""
                @Model
                class Link implements Keyed {
                    @HashKey String slug;
                    public String getOwner() { return ""; }
                }
                """, """
                interface Keyed {
                    @Column("o") String getOwner();
                }
                """);
        assertThat(compilation.messages())
                .containsExactly(
                        "error at 2 @Column(\"o\") String getOwner();: The method getOwner of Keyed is marked with "
                                + "@Column(\"o\"), and Link has no member of which it is the getter; add the "
                                + "member, or take "
                                + "the annotation away.");
    }

    @Test
    @DisplayName("M23 two interfaces that disagree, naming both")
    void twoInterfacesThatDisagree() {
        Compilation compilation = Compilation.of(
                """
                @Model
                record Link(@HashKey String slug) implements A, B {}
                """, "interface A { @Column(\"a\") String slug(); }", "interface B { @Column(\"b\") String slug(); }");
        assertThat(compilation.messages())
                .containsExactly(
                        "error at 2 record Link(@HashKey String slug) implements A, B {}: Column 'slug' is given "
                                + "@Column(\"a\") by A and @Column(\"b\") by B; put the one that is meant on the "
                                + "member "
                                + "itself.");
    }

    @Test
    void theMembersOwnAnnotationWinsOverThoseOfInterfaces() {
        Compilation compilation = Compilation.of(
                """
                @Model
                record Link(@HashKey @Column("c") String slug) implements A, B {}
                """, "interface A { @Column(\"a\") String slug(); }", "interface B { @Column(\"b\") String slug(); }");
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel")).contains(".storedAs(\"c\")");
    }

    @Test
    @DisplayName("M7 an abstract model is checked and not written")
    void anAbstractModelIsCheckedAndNotWritten() {
        Compilation compilation = Compilation.of("""
                @Model
                abstract class Owned {
                    Thread owner;
                    @HashKey String a;
                    @HashKey String b;
                }
                """);
        assertThat(compilation.messages())
                .containsExactly(
                        "error at 3 owner;: Column 'owner' has the type Thread, which has no stored form; "
                                + "declare static final StringType<Thread> THREAD = "
                                + "StringType.of(Thread.class, value -> ..., text -> ...); in a class, and "
                                + "name it on Owned with @StoredWith(holder = ThatClass.class, constant = "
                                + "\"THREAD\"), or leave the member out with @Ignored.",
                        "error at 5 @HashKey String b;: Columns [a, b] are all hash keys; keep one.");
        assertThat(compilation.wrote("OwnedModel")).isFalse();
    }

    @Test
    void aMistakeOfACompiledSuperclassIsReportedOnTheModel() {
        Compilation base = Compilation.of("public class Base { Thread owner; String extra; }");
        Compilation compilation = Compilation.with(
                List.of(new ModelProcessor()),
                List.of("-cp", base.output() + File.pathSeparator + System.getProperty("java.class.path")),
                """
                @Model
                class Link extends Base {
                    @HashKey String slug;
                }
                """);
        assertThat(compilation.messages())
                .containsExactly(
                        "error at 2 class Link extends Base {: Column 'owner' has the type Thread, which has "
                                + "no stored form; declare static final StringType<Thread> THREAD = "
                                + "StringType.of(Thread.class, value -> ..., text -> ...); in a class, and name it on Link with "
                                + "@StoredWith(holder = ThatClass.class, constant = \"THREAD\"), or leave the member out with @Ignored.");
    }

    @Test
    void aMistakeOfASharedSuperclassIsToldOnce() {
        Compilation compilation = Compilation.of(
                "@Model\nclass Link extends Base { @HashKey String slug; }",
                "@Model\nclass Visit extends Base { @HashKey String slug; }",
                "class Base { Thread owner; }");
        assertThat(compilation.messages()).hasSize(1);
    }
}
