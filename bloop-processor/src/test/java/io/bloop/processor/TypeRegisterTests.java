package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TypeRegisterTests {

    private static final String MONEY = """
            class Money {
                static final StringType<Money> TEXT = StringType.of(Money.class, m -> "", t -> new Money());
                static final NumberType<Money> CENTS = NumberType.of(Money.class, m -> "0", t -> new Money());
                static final BinaryType<Long> RAW = BinaryType.of(Long.class, m -> null, t -> null);
                static final ListType<String> NAMES = Types.listOf(Types.STRING);
                static final StringType<Instant> MOMENT = StringType.of(Instant.class, m -> "", t -> null);
            }
            """;

    private static final String MARKED = "@StoredWith(holder = Money.class, constant = \"CENTS\")\n" + MONEY;

    @Test
    @DisplayName("T2 a type on its own class is for every column of that class")
    void aTypeOnItsOwnClass() {
        Compilation compilation = Compilation.of(
                "@Model\nrecord Link(@HashKey String slug, Money price, List<Money> bids, Set<Money> steps) {}",
                MARKED);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel"))
                .contains(
                        "NumberColumn<Link, Money> price = column(\"price\", Money.CENTS);",
                        "ListColumn<Link, Money> bids = column(\"bids\", listOf(Money.CENTS));",
                        "SetColumn<Link, Money> steps = column(\"steps\", setOf(Money.CENTS));");
    }

    @Test
    @DisplayName("T2 a type on a model is for all its columns of the Java type")
    void aTypeOnAModel() {
        Compilation compilation = Compilation.of("""
                @Model
                @StoredWith(holder = Money.class, constant = "TEXT")
                @StoredWith(holder = Money.class, constant = "MOMENT")
                class Link {
                    @HashKey String slug;
                    Money price;
                    Instant at;
                    @Timestamp Instant seen;
                    @Ttl Instant expires;
                    @StoredWith(holder = Money.class, constant = "CENTS") Money bid;
                }
                """, MARKED);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel"))
                .contains(
                        "StringColumn<Link, Money> price = column(\"price\", Money.TEXT);",
                        "StringColumn<Link, Instant> at = column(\"at\", Money.MOMENT);",
                        "NumberColumn<Link, Instant> seen = column(\"seen\", TIMESTAMP);",
                        "NumberColumn<Link, Instant> expires = column(\"expires\", TIMESTAMP);",
                        "NumberColumn<Link, Money> bid = column(\"bid\", Money.CENTS);");
    }

    @Test
    @DisplayName("T2 models share types by an interface, and the nearest type wins")
    void modelsShareTypesByAnInterface() {
        Compilation compilation = Compilation.of(
                "@Model\nrecord Link(@HashKey String slug, Money price, List<String> names) implements Shared {}",
                "@Model\n@StoredWith(holder = Money.class, constant = \"CENTS\")\n"
                        + "record Visit(@HashKey String slug, Money price) implements Shared {}",
                "@Document\nrecord Item(Money price) implements Shared {}",
                "@StoredWith(holder = Money.class, constant = \"TEXT\")\n"
                        + "@StoredWith(holder = Money.class, constant = \"NAMES\")\ninterface Shared {}",
                MONEY);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel"))
                .contains("column(\"price\", Money.TEXT);", "column(\"names\", Money.NAMES);");
        assertThat(compilation.source("VisitModel")).contains("column(\"price\", Money.CENTS);");
        assertThat(compilation.source("ItemDocument")).contains("member(\"price\", Money.TEXT)");
    }

    @Test
    @DisplayName("T2 a primitive takes the type of its box")
    void aPrimitiveTakesTheTypeOfItsBox() {
        Compilation compilation = Compilation.of("""
                @Model
                @StoredWith(holder = Hex.class, constant = "HEX")
                record Link(@HashKey String slug, long color) {}
                """, """
                class Hex {
                    static final StringType<Long> HEX = StringType.of(Long.class, Long::toHexString, text -> Long.parseLong(text, 16));
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel"))
                .contains("StringColumn<Link, Long> color = column(\"color\", Hex.HEX.orElse(0L));");
    }

    @Test
    @DisplayName("T2 a hand-written document type stands beside generated ones")
    void aHandWrittenDocumentType() {
        Compilation compilation = Compilation.of("@Model\nrecord Link(@HashKey String slug, Shop shop) {}", """
                @StoredWith(holder = ShopType.class, constant = "SHOP")
                class Shop { String name; }
                """, """
                class ShopType extends DocumentType<Shop> {
                    static final ShopType SHOP = new ShopType();
                    ShopType() { super(Shop.class); member("name", Types.STRING).getter(s -> s.name).setter((s, v) -> s.name = v); }
                    @Override protected Shop create(MemberValues<Shop> values) { return new Shop(); }
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinkModel"))
                .contains("public final DocumentColumn<Link, Shop> shop = column(\"shop\", ShopType.SHOP);");
    }

    @Test
    @DisplayName("M25 two types of a class for one Java type")
    void twoTypesForOneJavaType() {
        assertThat(Compilation.of("""
                                @Model
                                @StoredWith(holder = Money.class, constant = "TEXT")
                                @StoredWith(holder = Money.class, constant = "CENTS")
                                record Link(@HashKey String slug, Money price) {}
                                """, MONEY).messages())
                .containsExactly("error at 3 \"CENTS\"): Link stores each Money with both Money.TEXT and Money.CENTS; "
                        + "keep one.");
    }

    @Test
    @DisplayName("M25 a type of a class that is missing")
    void aTypeThatIsMissing() {
        assertThat(Compilation.of("""
                                @Model
                                @StoredWith(holder = Money.class, constant = "CENT")
                                record Link(@HashKey String slug) {}
                                """, MONEY).messages())
                .containsExactly("error at 2 \"CENT\"): Link is stored with Money.CENT, which is no static field that "
                        + "LinkModel can reach and that holds a StringType, NumberType or the like. Did you mean "
                        + "'CENTS'?");
    }

    @Test
    @DisplayName("M25 a primitive with a type that has no value for the absent attribute")
    void aPrimitiveStoredAsBinary() {
        assertThat(Compilation.of("""
                                @Model
                                @StoredWith(holder = Money.class, constant = "RAW")
                                class Link {
                                    @HashKey String slug;
                                    long price;
                                }
                                """, MONEY).messages())
                .containsExactly(
                        "error at 5 price;: Column 'price' is a long, for which a BinaryType has no value where "
                                + "the attribute is absent; declare it as Long.");
    }

    @Test
    @DisplayName("M25 a member has one type of its own")
    void aMemberHasOneTypeOfItsOwn() {
        assertThat(Compilation.of("""
                                @Model
                                class Link {
                                    @HashKey String slug;
                                    @StoredWith(holder = Money.class, constant = "TEXT")
                                    @StoredWith(holder = Money.class, constant = "CENTS")
                                    Money price;
                                }
                                """, MONEY).messages())
                .hasSize(1)
                .first()
                .asString()
                .contains("is not applicable to element price");
    }
}
