package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GeneratedSourceTests {

    private static String golden(String name) throws IOException {
        try (var in = GeneratedSourceTests.class.getResourceAsStream(name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theDefinitionOfAClassReadsAsIfWrittenByHand() throws IOException {
        Compilation compilation = Compilation.of("""
            @Model
            @GlobalSecondaryIndex(name = "byOwner", hashKey = "owner", rangeKey = "createdOn", projection = Projection.ALL)
            @GlobalSecondaryIndex(
                    name = "targetsByOwner",
                    storedAs = "t_by_o",
                    hashKey = "owner",
                    projection = Projection.INCLUDE,
                    include = {"target", "tags"})
            public class Link extends BaseModel {
                @HashKey String slug;
                @Column("u") URI target;
                String owner;
                Instant createdOn = Instant.now();
                @Ttl Instant expiresOn;
                long clicks;
                Set<String> tags = new HashSet<>();
            }
            """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel")).isEqualTo(golden("LinkModel"));
    }

    @Test
    void theDefinitionOfARecordReadsAsIfWrittenByHand() throws IOException {
        Compilation compilation = Compilation.of("""
            @Model("visit")
            @Table(
                    name = "page-visits",
                    readUnits = 5,
                    stream = {Table.Stream.NEW, Table.Stream.OLD},
                    backups = Table.Switch.ON,
                    encryption = Table.Switch.OFF)
            @LocalSecondaryIndex(name = "byLength", rangeKey = "seconds", projection = Projection.KEYS, strict = false)
            record PageVisit(
                    @HashKey String slug,
                    @RangeKey Instant at,
                    int seconds,
                    Boolean finished,
                    byte[] cookie,
                    Map<String, List<DayOfWeek>> returns,
                    @Ignored String referrer) {}
            """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("PageVisitModel")).isEqualTo(golden("PageVisitModel"));
    }

    @Test
    void theTypeOfADocumentReadsAsIfWrittenByHand() throws IOException {
        Compilation compilation =
                Compilation.of("""
                    @Document
                    public class Store {
                        String name;
                        @Column("floor.no") int floor;
                        Boolean open;
                        Set<String> tags = new HashSet<>();
                        Item special;
                        List<Item> items = new ArrayList<>();
                        Map<String, List<Item>> shelves = new HashMap<>();
                        Store mainStore;
                        List<Store> branches = new ArrayList<>();
                    }
                    """, "@Document\npublic record Item(String name, int count, @Ignored String note) {}");
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("StoreDocument")).isEqualTo(golden("StoreDocument"));
        assertThat(compilation.source("ItemDocument")).isEqualTo(golden("ItemDocument"));
    }

    @Test
    void columnsOfDocumentsAreTheirPaths() {
        Compilation compilation = Compilation.of("""
            @Model
            record Receipt(
                    @HashKey String id,
                    @Column("i") Item first,
                    List<Item> items,
                    Map<String, List<Item>> shelves) {}
            """, "@Document\nrecord Item(String name) {}");
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("ReceiptModel")).contains("""
                public final ItemDocument.Place<Receipt> first =
                        new ItemDocument.Place<>(column("first", ItemDocument.ITEM).storedAs("i"));
                public final ElementsPath<Receipt, Item, ItemDocument.Place<Receipt>> items =
                        new ElementsPath<>(column("items", listOf(ItemDocument.ITEM)), ItemDocument.places());
                public final MembersPath<Receipt, String, List<Item>, ElementsPath<Receipt, Item, ItemDocument.Place<Receipt>>> shelves =
                        new MembersPath<>(
                                column("shelves", mapOf(listOf(ItemDocument.ITEM))),
                                list -> ElementsPath.in(list, ItemDocument.places()));
            """);
    }

    @Test
    void aModelInsideAnotherClassIsNamedAfterBoth() {
        Compilation compilation = Compilation.of("""
            public class Shop {
                @Model public static class Order { @HashKey String id; Status status; enum Status { OPEN } }
            }
            """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("ShopOrderModel"))
                .contains(
                        "public final class ShopOrderModel extends ModelDefinition<Shop.Order> {",
                        "public static final ShopOrderModel ORDER = new ShopOrderModel();",
                        "status = column(\"status\", enumOf(Shop.Order.Status.class));");
    }

    @Test
    void constantsAreInUpperSnakeCase() {
        Compilation compilation = Compilation.of(
                "@Model record UserProfile(@HashKey String id) {}".replace("@Model ", "@Model\n"),
                "@Model\nrecord HTTPRequest(@HashKey String id) {}",
                "@Model\nrecord Route53Zone(@HashKey String id) {}");
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("UserProfileModel")).contains(" USER_PROFILE = ");
        assertThat(compilation.source("HTTPRequestModel")).contains(" HTTP_REQUEST = ");
        assertThat(compilation.source("Route53ZoneModel")).contains(" ROUTE53_ZONE = ");
    }

    @Test
    void namesThatTheDefinitionItselfUsesAreFree() {
        Compilation compilation = Compilation.of(
                """
                @Model
                @GlobalSecondaryIndex(name = "get", hashKey = "value", projection = Projection.INCLUDE, include = {"table", "set"})
                public class Key {
                    @HashKey String key;
                    @RangeKey String column;
                    @Ttl long table;
                    String columns, name, value, values, object, type, set, create, index;
                    Instant STRING, INSTANT;
                    Values list;
                    enum Values { A }
                }
                """,
                """
                @Model
                record Uuid(@HashKey String values, @RangeKey UUID value, URI URI, String key, long column) {}
                """,
                """
                @Document
                class Place {
                    String member, values, object, value, get, set, create, NAME, M;
                    Member type;
                    List<Place> places;
                    String STRING;
                    enum Member { A }
                }
                """,
                "@Document\nrecord M(Place values, @Column(\"x y\") Path path) {}",
                "@Document\nclass Path {}",
                "class Object {}",
                "class String2 {}");
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("KeyModel")).contains("io.bloop.model.Key<Key> key(String key, String column)");
        assertThat(compilation.source("UuidModel")).contains("values.get(this.values)");
    }

    @Test
    void aDeprecatedMemberBringsNoWarning() {
        Compilation compilation = Compilation.of("""
            @Model
            class Link {
                @HashKey String slug;
                @Deprecated(forRemoval = true) String old;
            }
            """);
        assertThat(compilation.messages()).isEmpty();
    }

    @Test
    void annotationsOnTypesAreLeftOut() {
        Compilation compilation = Compilation.of("""
            @Model
            record Link(
                    @HashKey String slug,
                    @org.jspecify.annotations.Nullable String owner,
                    List<@org.jspecify.annotations.Nullable String> notes,
                    byte @org.jspecify.annotations.Nullable [] icon,
                    @StoredWith(holder = Money.class, constant = "LIST") List<@org.jspecify.annotations.Nullable Money> prices) {}
            """, """
            class Money {
                static final ListType<Money> LIST = Types.listOf(StringType.of(Money.class, m -> "", t -> new Money()));
            }
            """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel"))
                .contains("public final ListColumn<Link, Money> prices = column(\"prices\", Money.LIST);");
    }

    @Test
    void aStoredTypeOfAPrimitiveHasAValueForTheAbsentAttribute() {
        Compilation compilation = Compilation.of("""
            @Model
            class Link {
                @HashKey String slug;
                @StoredWith(holder = Hex.class, constant = "HEX") long color;
            }
            """, """
            class Hex {
                static final StringType<Long> HEX = StringType.of(Long.class, Long::toHexString, text -> Long.parseLong(text, 16));
            }
            """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel"))
                .contains("public final StringColumn<Link, Long> color = column(\"color\", Hex.HEX.orElse(0L));");
    }

    @Test
    void aLongChainOfCallsIsBroken() {
        Compilation compilation = Compilation.of("""
            @Model
            @GlobalSecondaryIndex(
                    name = "byEverythingThatThereIs",
                    storedAs = "by-everything-that-there-is",
                    hashKey = {"a", "b"},
                    rangeKey = {"c", "d"},
                    projection = Projection.INCLUDE,
                    include = {"aRatherLongNameOfAColumn", "anotherRatherLongNameOfAColumn"},
                    readUnits = 5,
                    writeUnits = 6)
            class Link {
                @HashKey String a;
                String b, c, d, aRatherLongNameOfAColumn, anotherRatherLongNameOfAColumn;
            }
            """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel")).contains("""
                public final GlobalSecondaryIndex<Link> byEverythingThatThereIs =
                        globalIndex("byEverythingThatThereIs", IndexProjection.of(aRatherLongNameOfAColumn, anotherRatherLongNameOfAColumn))
                                .storedAs("by-everything-that-there-is")
                                .hashKey(a, b)
                                .rangeKey(c, d)
                                .units(5L, 6L);
            """);
    }
}
