package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.Engine;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Compiles projections and code that uses them, and runs that on a real table. */
@BothClients
class ProjectionTests {

    private static final String LINK = """
            @Model
            @GlobalSecondaryIndex(name = "byOwner", hashKey = "owner", rangeKey = "createdOn", projection = Projection.ALL)
            class Link extends BaseModel {
                @HashKey String slug;
                @Column("u") URI target;
                String owner;
                Instant createdOn;
                long clicks;
                Integer rank;
                @Default("1") Integer weight;
                Set<String> tags = new HashSet<>();
                Optional<String> title = Optional.empty();
                Place place;
                List<Place> stops = new ArrayList<>();
            }
            """;

    private static final String PLACE = """
            @Document
            class Place {
                String city;
                @Column("no") int number;
                Point point;
                Place within;
            }
            """;

    private static final String POINT = "@Document\nrecord Point(double x, double y) {}";

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private void run(String projection, String scenario) throws Exception {
        String source = """
                package com.acme;

                import static com.acme.LinkModel.LINK;
                import static com.acme.CardProjection.CARD;
                import static org.assertj.core.api.Assertions.assertThat;

                import io.bloop.engine.*;
                import io.bloop.query.*;
                import java.net.URI;
                import java.time.Instant;
                import java.util.*;
                import java.util.function.Consumer;

                public class Scenario implements Consumer<Engine> {
                    @Override
                    public void accept(Engine engine) {
                        BloopTemplate<Link> links = engine.template(LINK);
                        Link link = new Link();
                        link.slug = "a";
                        link.target = URI.create("https://example.com/");
                        link.owner = "me";
                        link.createdOn = Instant.EPOCH;
                        link.clicks = 7;
                        link.tags.add("docs");
                        link.title = Optional.of("A");
                        link.place = new Place();
                        link.place.city = "Oslo";
                        link.place.number = 3;
                        link.place.point = new Point(1, 2);
                        link.place.within = new Place();
                        link.place.within.city = "Norway";
                        links.save(link);
                        Link bare = new Link();
                        bare.slug = "b";
                        bare.owner = "me";
                        bare.createdOn = Instant.EPOCH.plusSeconds(1);
                        links.save(bare);
                        %s
                    }
                }
                """.formatted(scenario);
        Compilation compilation = Compilation.of(LINK, PLACE, POINT, projection, source);
        assertThat(compilation.messages()).isEmpty();
        Consumer<Engine> loaded = compilation.scenario();
        loaded.accept(dynamoDb.engine());
    }

    private static Compilation compile(String projection) {
        return Compilation.of(LINK, PLACE, POINT, projection);
    }

    @Test
    @DisplayName("E11 a record is a projection of the columns that its components name")
    void aRecordIsRead() throws Exception {
        run("@ProjectionOf(Link.class)\nrecord Card(String slug, URI target, long clicks, Set<String> tags) {}", """
                Query<Link> mine = links.query(LINK.byOwner).where(LINK.owner.eq("me"));
                assertThat(mine.as(CARD).all()).containsExactly(
                        new Card("a", URI.create("https://example.com/"), 7, Set.of("docs")),
                        new Card("b", null, 0, Set.of()));
                assertThat(links.as(CARD).find("b")).contains(new Card("b", null, 0, Set.of()));
                Page<Card> page = mine.limit(1).as(CARD).page();
                assertThat(mine.from(page.next().orElseThrow()).as(CARD).one().slug()).isEqualTo("b");
                """);
    }

    @Test
    @DisplayName("E11 an interface is a projection of what its getters name, whichever way they are named")
    void anInterfaceIsRead() throws Exception {
        run("""
                @ProjectionOf(Link.class)
                interface Card {
                    String slug();
                    long getClicks();
                    Optional<String> getTitle();
                    default String text() { return slug() + " " + getClicks(); }
                }
                """, """
                Card card = links.as(CARD).find("a").orElseThrow();
                assertThat(card.text()).isEqualTo("a 7");
                assertThat(card.getTitle()).contains("A");
                assertThat(card).hasToString("Row[slug=a, clicks=7, title=Optional[A]]").isEqualTo(links.as(CARD).find("a").get());
                """);
    }

    @Test
    @DisplayName("E11 a class is a projection of what its constructor takes")
    void aClassIsRead() throws Exception {
        run("""
                @ProjectionOf(Link.class)
                class Card {
                    final String text;
                    Card(String slug, @From("clicks") long number) { text = slug + " " + number; }
                }
                """, """
                assertThat(links.as(CARD).find("a").orElseThrow().text).isEqualTo("a 7");
                """);
    }

    @Test
    @DisplayName("E11 a member of a projection names another column, or a place in a document")
    void membersNamePlaces() throws Exception {
        run("""
                @ProjectionOf(Link.class)
                record Card(
                        @From("slug") String id,
                        @From("place.city") String city,
                        @From("place.number") int number,
                        @From("place.point.x") Double x,
                        @From("place.within.city") Optional<String> country) {}
                """, """
                assertThat(links.as(CARD).find("a")).contains(new Card("a", "Oslo", 3, 1.0, Optional.of("Norway")));
                assertThat(links.as(CARD).find("b")).contains(new Card("b", null, 0, null, Optional.empty()));
                assertThat(links.query(LINK.byOwner).where(LINK.owner.eq("me")).as(CARD).first())
                        .contains(new Card("a", "Oslo", 3, 1.0, Optional.of("Norway")));
                """);
    }

    @Test
    @DisplayName("E11 a document and a place in it can be asked for together")
    void placesMayOverlap() throws Exception {
        run("""
                @ProjectionOf(Link.class)
                record Card(Place place, @From("place.city") String city, @From("place.point") Point point,
                        @From("place.point.y") double y) {}
                """, """
                Card card = links.as(CARD).find("a").orElseThrow();
                assertThat(card.place().number).isEqualTo(3);
                assertThat(List.of(card.city(), card.point(), card.y())).containsExactly("Oslo", new Point(1, 2), 2.0);
                """);
    }

    @Test
    @DisplayName("E11 an element of a list, by hand, is the one at its index in the table")
    void elementsKeepTheirPlaces() throws Exception {
        run("@ProjectionOf(Link.class)\nrecord Card(String slug) {}", """
                Place first = new Place();
                first.city = "Oslo";
                Place second = new Place();
                second.city = "Bergen";
                link.stops.addAll(List.of(first, second));
                links.save(link);
                var stop = new io.bloop.model.ProjectionDefinition<Link, String>(String.class, LINK, List.of(LINK.stops.at(1).city)) {
                    @Override
                    public String create(io.bloop.model.Values<Link> values) {
                        return values.required(LINK.stops.at(1).city) + values.get(LINK.stops.at(1).city, "none");
                    }
                };
                assertThat(links.as(stop).find("a")).contains("BergenBergen");
                assertThat(links.query().where(LINK.slug.eq("a")).as(stop).one()).isEqualTo("BergenBergen");
                try {
                    links.as(stop).find("b");
                    throw new AssertionError("read");
                } catch (io.bloop.type.MappingFailed ex) {
                    assertThat(ex).hasMessageStartingWith("Cannot read Link.stops[1].city of Link(slug=S \\"b\\"): nothing is stored");
                }
                """);
    }

    @Test
    @DisplayName("M28 an absent attribute reads as in an object of the model, and a member that refuses null says so")
    void absentValues() throws Exception {
        run("""
                @org.jspecify.annotations.NullMarked
                @ProjectionOf(Link.class)
                record Card(String slug, URI target, int weight) {}
                """, """
                assertThat(links.as(CARD).find("a").orElseThrow().weight()).isEqualTo(1);
                try {
                    links.as(CARD).find("b");
                    throw new AssertionError("read");
                } catch (io.bloop.type.MappingFailed ex) {
                    assertThat(ex).hasMessage("Cannot read Link.target of Link(slug=S \\"b\\"): nothing is stored for target, "
                            + "which cannot be null; make it nullable, or give it a value for that with @Default.");
                }
                """);
    }

    @Test
    void theProjectionReadsAsIfWrittenByHand() {
        Compilation compilation = compile(
                "@ProjectionOf(Link.class)\nrecord Card(String slug, @From(\"place.city\") String city, long clicks) {}");
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("CardProjection")).isEqualTo("""
                package com.acme;

                import io.bloop.model.ProjectionDefinition;
                import io.bloop.model.Values;
                import java.util.List;
                import javax.annotation.processing.Generated;

                /** What bloop reads of {@link Link} into {@link Card}. */
                @Generated("io.bloop.processor.ModelProcessor")
                @SuppressWarnings("NullAway") // an absent attribute is null, whatever the member says
                final class CardProjection extends ProjectionDefinition<Link, Card> {

                    /** The projection to {@link Card}, of which there is one. */
                    public static final CardProjection CARD = new CardProjection();

                    private CardProjection() {
                        super(Card.class, LinkModel.LINK, List.of(
                                LinkModel.LINK.slug,
                                LinkModel.LINK.place.city,
                                LinkModel.LINK.clicks));
                    }

                    @Override
                    public Card create(Values<Link> values) {
                        return new Card(
                                values.get(LinkModel.LINK.slug),
                                values.get(LinkModel.LINK.place.city),
                                values.get(LinkModel.LINK.clicks, 0L));
                    }
                }
                """);
    }

    private static void assertRefused(String projection, String... messages) {
        assertThat(compile(projection).messages()).containsExactly(messages);
    }

    @Test
    @DisplayName("M25 a member that is no column is reported with the nearest one")
    void unknownMembers() {
        assertRefused(
                "@ProjectionOf(Link.class)\nrecord Card(String slug, long click) {}",
                "error at 2 click) {}: Member 'click' has the value of 'click', and Link has no column 'click'. "
                        + "Did you mean 'clicks'?");
        assertRefused(
                "@ProjectionOf(Link.class)\nrecord Card(@From(\"place.town\") String city) {}",
                "error at 2 \"place.town\") String city) {}: Member 'city' has the value of 'place.town', and Place has no "
                        + "member 'town'. Known: city, number, point, within.");
        assertRefused(
                "@ProjectionOf(Link.class)\ninterface Card { String getSlugs(); }",
                "error at 2 getSlugs(); }: Member 'slugs' has the value of 'slugs', and Link has no column 'slugs'. "
                        + "Did you mean 'slug'?");
    }

    @Test
    @DisplayName("M25 a place inside of a list or a text is reported")
    void placesThatAreNone() {
        assertRefused(
                "@ProjectionOf(Link.class)\nrecord Card(@From(\"stops.city\") String city) {}",
                "error at 2 \"stops.city\") String city) {}: Member 'city' has the value of 'stops.city', and 'stops' of Link "
                        + "is a List<Place>, inside of which no member can be named; name the whole of it.");
    }

    @Test
    @DisplayName("M25 a member of another type than the column is reported with the right one")
    void wrongTypes() {
        assertRefused(
                "@ProjectionOf(Link.class)\nrecord Card(int clicks, String target, int rank, long weight) {}",
                "error at 2 clicks, String target, int rank, long weight) {}: Member 'clicks' has the type int, and Link.clicks "
                        + "the type long; declare it as long.",
                "error at 2 target, int rank, long weight) {}: Member 'target' has the type String, and Link.target the type "
                        + "URI; declare it as URI.",
                "error at 2 rank, long weight) {}: Member 'rank' has the type int, and Link.rank the type Integer, which is "
                        + "null where the attribute is absent; declare it as Integer.");
    }

    @Test
    @DisplayName("M25 a projection of something else than a model with a table is reported")
    void otherModels() {
        assertRefused(
                "@ProjectionOf(Place.class)\nrecord Card(String city) {}",
                "error at 1 .class): Card is a projection of Place, which is no model; mark "
                        + "Place with @Model, or name a model.");
        assertThat(Compilation.of(
                                "@Model\nabstract class Base {}",
                                "@ProjectionOf(Base.class)\nrecord Card(String city) {}")
                        .messages())
                .containsExactly("error at 1 .class): Card is a projection of Base, which is abstract and "
                        + "has no table; name a model that extends it.");
    }

    @Test
    @DisplayName("M25 a class of which no object can be made is no projection")
    void shapesThatAreNone() {
        assertRefused(
                "@ProjectionOf(Link.class)\nrecord Card() {}",
                "error at 2 record Card() {}: Card is a projection without members; give it one for each column that it is "
                        + "to have.");
        assertRefused(
                "@ProjectionOf(Link.class)\nclass Card { Card(String slug) {} Card(long clicks) {} }",
                "error at 2 class Card { Card(String slug) {} Card(long clicks) {} }: Card has 2 constructors that could take "
                        + "its members; make it a record or an interface, or mark one with @BloopCreator.");
        assertRefused(
                "@ProjectionOf(Link.class)\nabstract class Card {}",
                "error at 2 class Card {}: Card is an abstract class, of which there are no objects; make it a "
                        + "record or an interface.");
        assertRefused(
                "@ProjectionOf(Link.class)\ninterface Card { String slug(int at); }",
                "error at 2 slug(int at); }: The method slug of Card is no getter, and a projection has nothing else; make it a "
                        + "default method, or take it away.");
        assertRefused(
                "@ProjectionOf(Link.class)\nenum Card { A }",
                "error at 2 enum Card { A }: Card is an enum; @ProjectionOf goes on a class, a record, or an interface of "
                        + "getters.");
    }

    @Test
    @DisplayName("M25 code that uses a projection with mistakes has no others")
    void mistakesAreTheOnlyOnes() {
        assertThat(Compilation.of(
                                LINK,
                                PLACE,
                                POINT,
                                "@ProjectionOf(Link.class)\nrecord Card(String slog) {}",
                                "class Use { Object card(io.bloop.engine.BloopTemplate<Link> links) { "
                                        + "return links.as(CardProjection.CARD).find(\"a\").map(Card::slog); } }")
                        .messages())
                .containsExactly(
                        "error at 2 slog) {}: Member 'slog' has the value of 'slog', and Link has no column 'slog'. "
                                + "Did you mean 'slug'?");
    }

    @Test
    @DisplayName("M30 @From on something that is no member of a projection is an error")
    void fromElsewhere() {
        assertThat(Compilation.of("@Model\nclass Note { @HashKey String id; @From(\"id\") String other; }")
                        .messages())
                .containsExactly(
                        "error at 2 @From(\"id\") String other; }: 'other' is marked with @From, and Note is no "
                                + "projection; mark it with @ProjectionOf, or take the annotation away.");
    }
}
