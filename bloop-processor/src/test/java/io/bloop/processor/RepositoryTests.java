package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.Engine;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.Type;
import io.bloop.type.Types;
import java.lang.reflect.Field;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compiles repositories and code that uses them, and runs that on a real table. */
@BothClients
class RepositoryTests {

    private static final String LINK = """
            @Model
            @GlobalSecondaryIndex(name = "byOwner", hashKey = "owner", rangeKey = "createdOn", projection = Projection.ALL)
            @GlobalSecondaryIndex(name = "slugsByTopic", hashKey = "topic", projection = Projection.KEYS)
            class Link extends BaseModel {
                @HashKey String slug;
                String owner;
                String topic;
                Instant createdOn;
                long clicks;
                Set<String> tags = new HashSet<>();

                static Link of(String slug, int day, long clicks, String... tags) {
                    Link link = new Link();
                    link.slug = slug;
                    link.owner = "ada";
                    link.topic = "t";
                    link.createdOn = Instant.parse("2026-11-0" + day + "T00:00:00Z");
                    link.clicks = clicks;
                    link.tags.addAll(List.of(tags));
                    return link;
                }

                String slug() { return slug; }
            }
            """;

    private static final String TITLE = "@ProjectionOf(Link.class)\nrecord Slug(String slug) {}";

    private static final String VISIT = """
            @Model
            record Visit(@HashKey String slug, @RangeKey Instant at, String browser) {}
            """;

    private static final String ORDER = """
            @Model
            @HashKey("CUSTOMER#{customer}")
            @RangeKey("{status}#{number:5}")
            record Order(String customer, String status, int number) {}
            """;

    private static final String IMPORTS = """
            package com.acme;

            import io.bloop.annotation.*;
            import io.bloop.engine.*;
            import io.bloop.model.Key;
            import io.bloop.query.Limit;
            import io.bloop.query.Page;
            import io.bloop.query.Results;
            import io.bloop.read.Consistency;
            import io.bloop.write.Update;
            import io.bloop.write.WriteOptions;
            import java.time.*;
            import java.util.*;
            import java.util.function.Consumer;
            import java.util.stream.Stream;
            import org.jspecify.annotations.Nullable;

            """;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private static Compilation compile(String repository) {
        return Compilation.of(LINK, TITLE, VISIT, ORDER, IMPORTS + repository);
    }

    private void run(String repository, String scenario) throws Exception {
        String source = IMPORTS + """
                import static com.acme.LinkModel.LINK;
                import static org.assertj.core.api.Assertions.assertThat;

                public class Scenario implements Consumer<Engine> {
                    @Override
                    public void accept(Engine engine) {
                        %s
                    }
                }
                """.formatted(scenario);
        Compilation compilation = Compilation.of(LINK, TITLE, VISIT, ORDER, IMPORTS + repository, source);
        assertThat(compilation.messages()).isEmpty();
        Consumer<Engine> loaded = compilation.scenario();
        loaded.accept(dynamoDb.engine());
    }

    @Test
    @DisplayName("E4 methods of a repository write objects, and read and write items by their keys")
    void writesAndFinds() throws Exception {
        run("""
                @BloopRepository(Link.class)
                interface Links {
                    Link save(Link link);
                    void save(Link link, WriteOptions<Link> options);
                    Link insert(Link link);
                    void replace(Link link);
                    Link delete(Link link);
                    List<Link> saveAll(Collection<Link> links);
                    void replaceAll(Iterable<Link> links);
                    long deleteAll(List<Link> links);
                    Optional<Link> find(String slug);
                    Optional<Slug> find(Key<Link> key, Consistency consistency);
                    boolean exists(String slug);
                    boolean delete(String slug);
                    void deleteByKey(String slug, WriteOptions<Link> options);
                    Update<Link> update(String slug);

                    default Link get(String slug) {
                        return find(slug).orElseThrow();
                    }
                }
                """, """
                Links links = new LinksImpl(engine);
                links.insert(Link.of("a", 1, 1));
                links.save(Link.of("b", 2, 2));
                links.save(Link.of("c", 3, 3), WriteOptions.none());
                links.replace(Link.of("d", 4, 4));
                assertThat(links.saveAll(List.of(Link.of("e", 5, 5), Link.of("f", 6, 6)))).hasSize(2);
                links.replaceAll(List.of(Link.of("g", 7, 7)));
                assertThat(links.get("c").clicks).isEqualTo(3);
                assertThat(links.find(LINK.key("a"), Consistency.STRONG)).contains(new Slug("a"));
                assertThat(links.exists("d")).isTrue();
                assertThat(links.delete("d")).isTrue();
                assertThat(links.exists("d")).isFalse();
                links.deleteByKey("e", WriteOptions.onlyIf(LINK.clicks.eq(5L)));
                links.delete(links.get("a"));
                links.update("b").add(LINK.clicks, 40L).run();
                assertThat(links.get("b").clicks).isEqualTo(42);
                assertThat(links.deleteAll(List.of(links.get("b"), links.get("c"), links.get("f")))).isEqualTo(3);
                assertThat(engine.template(LINK).count()).isEqualTo(1);
                """);
    }

    @Test
    @DisplayName("E9 the names of methods become queries of the key that serves them")
    void queriesByName() throws Exception {
        run("""
                @BloopRepository(Link.class)
                interface Links {
                    Optional<Link> findBySlug(String slug);
                    List<Link> findByOwner(String owner);
                    List<Link> findAllByOwnerAndCreatedOnBetween(String owner, Instant from, Instant to);
                    Page<Link> findByOwnerOrderByCreatedOnDesc(String owner, Limit limit, @Nullable String token);
                    Optional<Link> findFirstByOwnerOrderByCreatedOnDesc(String owner);
                    Stream<Slug> findByOwnerAndCreatedOnAfter(String owner, Instant moment);
                    Results<Link> findByOwnerAndTagsContaining(String owner, @Filter String tag, int limit);
                    List<Link> findByOwnerAndClicksIn(String owner, @Filter Set<Long> clicks);
                    List<Slug> findByTopic(String topic);
                    long countByTopic(String topic);
                    long countByOwnerAndCreatedOnLessThanEqual(String owner, Instant moment);
                    boolean existsByOwner(String owner);
                    @Scan List<Link> findByClicksGreaterThanEqual(long clicks);
                    @Scan @UseIndex("slugsByTopic") List<Slug> findAll();
                    @Scan long count();
                }
                """, """
                Links links = new LinksImpl(engine);
                for (int day = 1; day <= 4; day++) {
                    engine.template(LINK).save(Link.of("s" + day, day, day * 10, day % 2 == 0 ? "even" : "odd"));
                }
                Instant second = Instant.parse("2026-11-02T00:00:00Z");
                Instant third = Instant.parse("2026-11-03T00:00:00Z");
                assertThat(links.findBySlug("s1").orElseThrow().clicks).isEqualTo(10);
                assertThat(links.findByOwner("ada")).extracting(Link::slug).containsExactly("s1", "s2", "s3", "s4");
                assertThat(links.findAllByOwnerAndCreatedOnBetween("ada", second, third)).extracting(Link::slug).containsExactly("s2", "s3");
                Page<Link> page = links.findByOwnerOrderByCreatedOnDesc("ada", Limit.of(3), null);
                assertThat(page.items()).extracting(Link::slug).containsExactly("s4", "s3", "s2");
                Page<Link> rest = links.findByOwnerOrderByCreatedOnDesc("ada", Limit.of(3), page.next().orElseThrow());
                assertThat(rest.items()).extracting(Link::slug).containsExactly("s1");
                assertThat(links.findFirstByOwnerOrderByCreatedOnDesc("ada").orElseThrow().slug).isEqualTo("s4");
                assertThat(links.findByOwnerAndCreatedOnAfter("ada", third)).containsExactly(new Slug("s4"));
                assertThat(links.findByOwnerAndTagsContaining("ada", "even", 1).next().slug).isEqualTo("s2");
                assertThat(links.findByOwnerAndClicksIn("ada", Set.of(10L, 40L))).extracting(Link::slug).containsExactly("s1", "s4");
                assertThat(links.findByTopic("t")).hasSize(4);
                assertThat(links.countByTopic("t")).isEqualTo(4);
                assertThat(links.countByOwnerAndCreatedOnLessThanEqual("ada", second)).isEqualTo(2);
                assertThat(links.existsByOwner("ada")).isTrue();
                assertThat(links.existsByOwner("bob")).isFalse();
                assertThat(links.findByClicksGreaterThanEqual(30)).extracting(Link::slug).containsExactlyInAnyOrder("s3", "s4");
                assertThat(links.findAll()).hasSize(4);
                assertThat(links.count()).isEqualTo(4);
                """);
    }

    @Test
    @DisplayName("P6 parts of templates are keys of a repository")
    void queriesTemplates() throws Exception {
        run("""
                @BloopRepository(Order.class)
                interface Orders {
                    Order save(Order order);
                    Optional<Order> find(String customer, String status, int number);
                    List<Order> findByCustomerAndStatusAndNumberGreaterThan(String customer, String status, int number);
                    List<Order> findByCustomerAndStatusStartingWith(String customer, String beginning);
                    List<Order> findByCustomer(String customer);
                }
                """, """
                Orders orders = new OrdersImpl(engine);
                for (int number = 1; number <= 3; number++) {
                    orders.save(new Order("ada", number == 1 ? "open" : "paid", number));
                }
                assertThat(orders.find("ada", "paid", 2)).contains(new Order("ada", "paid", 2));
                assertThat(orders.findByCustomerAndStatusAndNumberGreaterThan("ada", "paid", 2)).containsExactly(new Order("ada", "paid", 3));
                assertThat(orders.findByCustomerAndStatusStartingWith("ada", "pa")).hasSize(2);
                assertThat(orders.findByCustomer("ada")).hasSize(3);
                """);
    }

    @Test
    @DisplayName("M22 methods of an interface that a repository extends are written too, with its types")
    void inheritsMethods() throws Exception {
        run("""
                @BloopRepository(Link.class)
                interface Links extends Crud<Link, String> {}

                interface Crud<T, K> {
                    T save(T object);
                    Optional<T> find(K slug);
                }
                """, """
                Links links = new LinksImpl(engine);
                links.save(Link.of("a", 1, 1));
                assertThat(links.find("a")).isPresent();
                """);
    }

    @Test
    void theImplementationReadsAsIfWrittenByHand() {
        Compilation compilation = compile("""
                @BloopRepository(Link.class)
                interface Links {
                    Optional<Link> find(String slug);
                    void delete(Link link);
                    Page<Slug> findByOwnerAndClicksGreaterThanOrderByCreatedOnDesc(
                            String owner, @Filter long clicks, Limit limit, @Nullable String token);
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("LinksImpl")).isEqualTo("""
                package com.acme;

                import io.bloop.engine.BloopTemplate;
                import io.bloop.engine.Engine;
                import io.bloop.query.Limit;
                import io.bloop.query.Page;
                import java.util.Optional;
                import javax.annotation.processing.Generated;

                /** Reads and writes objects of {@link Link} in the ways that {@link Links} declares. */
                @Generated("io.bloop.processor.ModelProcessor")
                @SuppressWarnings("NullAway") // parameters may be null where the interface says so
                final class LinksImpl implements Links {

                    private final BloopTemplate<Link> template;

                    /**
                     * Creates a repository.
                     *
                     * @param engine reads and writes
                     */
                    LinksImpl(Engine engine) {
                        this.template = engine.template(LinkModel.LINK);
                    }

                    @Override
                    public Optional<Link> find(String slug) {
                        return this.template.find(LinkModel.LINK.key(slug));
                    }

                    @Override
                    public void delete(Link link) {
                        this.template.delete(link);
                    }

                    @Override
                    public Page<Slug> findByOwnerAndClicksGreaterThanOrderByCreatedOnDesc(String owner, long clicks, Limit limit, String token) {
                        return this.template.query(LinkModel.LINK.byOwner)
                                .where(LinkModel.LINK.owner.eq(owner))
                                .filter(LinkModel.LINK.clicks.gt(clicks))
                                .descending()
                                .limit(limit.results())
                                .from(token)
                                .as(SlugProjection.SLUG)
                                .page();
                    }
                }
                """);
    }

    /** Compiles a repository of links with one method, and asserts what is said of the method. */
    private static void assertRefused(String method, String message) {
        assertThat(compile("@BloopRepository(Link.class)\ninterface Links { " + method + " }")
                        .messages())
                .singleElement()
                .asString()
                .endsWith(": The method " + message);
    }

    @Test
    @DisplayName("E9 a method that no key serves says what each key needs, and that @Scan reads the table")
    void refusesScans() {
        assertRefused(
                "List<Link> findByClicks(long clicks);",
                "findByClicks of Links fits no key of Link: the table needs 'slug' with equality; index 'byOwner' needs "
                        + "'owner' with equality; index 'slugsByTopic' needs 'topic' with equality. To read the whole table all "
                        + "the same, mark the method with @Scan.");
        assertRefused(
                "List<Link> findByOwnerAndClicks(String owner, long clicks);",
                "findByOwnerAndClicks of Links fits no key of Link: index 'byOwner' has no key 'clicks', so that DynamoDB "
                        + "would read all items of the key and leave out others: mark the parameter with @Filter to say so. To "
                        + "read the whole table all the same, mark the method with @Scan.");
        assertRefused(
                "List<Link> findAll();",
                "findAll of Links has no condition on a key, so that it would read the whole table. To read the whole table "
                        + "all the same, mark the method with @Scan.");
        assertRefused(
                "List<Link> findByOwnerGreaterThan(String owner);",
                "findByOwnerGreaterThan of Links fits no key of Link: the table needs 'slug' with equality; index 'byOwner' "
                        + "needs 'owner' with equality; index 'slugsByTopic' needs 'topic' with equality. To read the whole "
                        + "table all the same, mark the method with @Scan.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {part}#x     | String    | which other text follows
            {part:lower} | String    | whose letters the key has in one case
            {part:*}     | int       | a number without leading zeros
            {part}#x     | Duration  | which other text follows
            {part}#x     | @StoredWith(holder = io.bloop.type.CompatibleTypes.class, constant = "ENHANCED_INSTANT") Instant \
            | which other text follows
            """)
    @DisplayName("P6 E9 a part whose values are not in order in the key is compared by no order, and orders nothing")
    void refusesOrdersThatKeysDoNotKeep(String template, String type, String reason) {
        String model = """
                @Model
                @HashKey("OWNER#{owner}")
                @RangeKey("%s")
                record Item(String owner, %s part) {}
                """.formatted(template, type);
        String value = type.substring(type.lastIndexOf(' ') + 1);

        assertThat(ofItems(model, "List<Item> findByOwnerAndPartGreaterThan(String owner, " + value + " part);"))
                .singleElement()
                .asString()
                .endsWith(": The method findByOwnerAndPartGreaterThan of Items fits no key of Item: the table keeps no "
                        + "order of 'part', " + reason
                        + ": compare it with == or a beginning. To read the whole table all "
                        + "the same, mark the method with @Scan.");
        assertThat(ofItems(model, "List<Item> findByOwnerOrderByPart(String owner);"))
                .singleElement()
                .asString()
                .endsWith(
                        ": The method findByOwnerOrderByPart of Items fits no key of Item: the table keeps no order of "
                                + "'part', " + reason
                                + ": take OrderBy away. To read the whole table all the same, mark the "
                                + "method with @Scan.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {part}     | String
            {part}#x   | Instant
            {part:5}#x | int
            {part}#x   | Currency
            """)
    @DisplayName("P6 E9 a part whose values are in order in the key is compared by order, and orders results")
    void takesOrdersThatKeysKeep(String template, String type) {
        String model = """
                @Model
                @HashKey("OWNER#{owner}")
                @RangeKey("%s")
                record Item(String owner, %s part) {}
                """.formatted(template, type);

        assertThat(ofItems(
                        model,
                        "List<Item> findByOwnerAndPartGreaterThanOrderByPartDesc(String owner, " + type + " part);"))
                .isEmpty();
    }

    private static List<String> ofItems(String model, String method) {
        return Compilation.of(model, IMPORTS + "@BloopRepository(Item.class)\ninterface Items { " + method + " }")
                .messages();
    }

    @Test
    @DisplayName("P6 what is known of the texts of a type is what the type says")
    void knowsWhichTextsHaveOneWidth() throws IllegalAccessException {
        for (Field field : Types.class.getFields()) {
            if (field.get(null) instanceof Type<?> type) {
                assertThat(Scalars.hasOneWidth(field.getName()))
                        .as(field.getName())
                        .isEqualTo(type.hasOneWidth());
            }
        }
    }

    @Test
    @DisplayName("E9 a range key takes one condition, and an order is that of the range key")
    void refusesWrongRanges() {
        assertRefused(
                "List<Link> findByOwnerAndCreatedOnAfterAndCreatedOnBefore(String owner, Instant from, Instant to);",
                "findByOwnerAndCreatedOnAfterAndCreatedOnBefore of Links fits no key of Link: index 'byOwner' takes one "
                        + "condition on 'createdOn'. To read the whole table all the same, mark the method with @Scan.");
        assertRefused(
                "List<Link> findByOwnerOrderByClicksDesc(String owner);",
                "findByOwnerOrderByClicksDesc of Links fits no key of Link: index 'byOwner' is in the order of 'createdOn', "
                        + "not of 'clicks'. To read the whole table all the same, mark the method with @Scan.");
        assertRefused(
                "List<Link> findByOwnerAndCreatedOnNot(String owner, Instant moment);",
                "findByOwnerAndCreatedOnNot of Links fits no key of Link: index 'byOwner' has the key 'createdOn', which is "
                        + "compared with ==, <, <=, >, >=, between or a beginning. To read the whole table all the same, mark "
                        + "the method with @Scan.");
        assertThat(compile("@BloopRepository(Order.class)\ninterface Orders { "
                                + "List<Order> findByCustomerAndStatusGreaterThan(String customer, String status); }")
                        .messages())
                .singleElement()
                .asString()
                .endsWith(
                        ": The method findByCustomerAndStatusGreaterThan of Orders fits no key of Order: the table keeps no "
                                + "order of 'status', which other text follows: compare it with == or a beginning. To read the whole "
                                + "table all the same, mark the method with @Scan.");
        assertThat(compile("@BloopRepository(Order.class)\ninterface Orders { "
                                + "List<Order> findByCustomerAndNumber(String customer, int number); }")
                        .messages())
                .singleElement()
                .asString()
                .endsWith(
                        ": The method findByCustomerAndNumber of Orders fits no key of Order: the table takes a condition on "
                                + "'number' only after equality of 'status'. To read the whole table all the same, mark the method "
                                + "with @Scan.");
    }

    @Test
    @DisplayName("E10 a filter names no key that is queried, and nothing that the index does not project")
    void refusesWrongFilters() {
        assertRefused(
                "List<Link> findByOwnerAndCreatedOn(String owner, @Filter Instant createdOn);",
                "findByOwnerAndCreatedOn of Links fits no key of Link: index 'byOwner' has 'createdOn' as a key, and no filter "
                        + "can name a key that is queried. To read the whole table all the same, mark the method with @Scan.");
        assertRefused(
                "List<Slug> findByTopicAndClicks(String topic, @Filter long clicks);",
                "findByTopicAndClicks of Links fits no key of Link: index 'slugsByTopic' does not project 'clicks'. To read "
                        + "the whole table all the same, mark the method with @Scan.");
        assertRefused(
                "List<Link> findByTopic(String topic);",
                "findByTopic of Links fits no key of Link: index 'slugsByTopic' projects keys and has no whole objects: "
                        + "return a projection of what it has, or let it project all. To read the whole table all the same, mark "
                        + "the method with @Scan.");
    }

    @Test
    @DisplayName("M30 @Scan without a scan is an error, and an order in a scan is one")
    void refusesNeedlessScans() {
        assertRefused(
                "@Scan List<Link> findByOwner(String owner);",
                "findByOwner of Links is marked with @Scan, and index 'byOwner' serves it; take @Scan away.");
        assertRefused(
                "@Scan List<Link> findByClicksOrderByCreatedOn(long clicks);",
                "findByClicksOrderByCreatedOn of Links is marked with @Scan and asks for an order, which a scan does not "
                        + "have; take OrderBy away.");
        assertRefused(
                "@Scan void save(Link link);",
                "save of Links is no search, on which @Scan has no effect; take it away.");
    }

    @Test
    @DisplayName("M25 a name of no column is reported with the nearest")
    void refusesUnknownNames() {
        assertRefused(
                "List<Link> findByOwnrAndCreatedOnAfter(String owner, Instant moment);",
                "findByOwnrAndCreatedOnAfter of Links names 'ownr', and Link has no such column. Did you mean 'owner'?");
        assertRefused(
                "List<Link> findByOwnerOrderByCreated(String owner);",
                "findByOwnerOrderByCreated of Links orders by 'created', and Link has no such column. Did you mean "
                        + "'createdOn'?");
        assertRefused(
                "List<Link> findByOwnerOrSlug(String owner, String slug);",
                "findByOwnerOrSlug of Links joins conditions by 'or', which no key has; call two methods from a default "
                        + "method.");
        assertRefused(
                "@UseIndex(\"byOwnr\") List<Link> findByOwner(String owner);",
                "findByOwner of Links names the index 'byOwnr', and Link has no such index. Did you mean 'byOwner'?");
        assertRefused(
                "List<Link> newest(String owner);",
                "newest of Links is none that Bloop can write: begin its name with findBy, countBy or existsBy; call it find, "
                        + "exists, update, delete, save, insert, replace, saveAll, replaceAll or deleteAll; or make it a default "
                        + "method that calls others.");
    }

    @Test
    @DisplayName("M25 a parameter of the wrong type, or one too many or too few, is reported")
    void refusesWrongParameters() {
        assertRefused(
                "List<Link> findByOwnerAndCreatedOnAfter(String owner, long moment);",
                "findByOwnerAndCreatedOnAfter of Links takes 'moment' as long for the condition on 'createdOn'; declare it as "
                        + "Instant.");
        assertRefused(
                "List<Link> findByOwnerAndCreatedOnBetween(String owner, Instant from);",
                "findByOwnerAndCreatedOnBetween of Links has a condition on 'createdOn' and no parameter for it; add one of "
                        + "the type Instant.");
        assertRefused(
                "List<Link> findByOwner(String owner, String other);",
                "findByOwner of Links takes 'other', for which its name has no condition; after the conditions there may be "
                        + "'Limit limit', 'int limit' and 'String token'.");
        assertRefused(
                "List<Link> findByOwnerAndTagsGreaterThan(String owner, @Filter String tag);",
                "findByOwnerAndTagsGreaterThan of Links compares 'tags' by GreaterThan, which a column that is stored as a "
                        + "set does not have.");
        assertRefused(
                "Optional<Link> find(String id);",
                "find of Links takes 'String id', and the key of Link is 'String slug'; let it take these, by their names and "
                        + "in this order, or a Key<Link>.");
        assertThat(compile(
                                "@BloopRepository(Visit.class)\ninterface Visits { boolean exists(Instant at, String slug); }")
                        .messages())
                .singleElement()
                .asString()
                .endsWith(
                        ": The method exists of Visits takes 'Instant at', 'String slug', and the key of Visit is 'String "
                                + "slug', 'Instant at'; let it take these, by their names and in this order, or a Key<Visit>.");
        assertRefused(
                "void save(String slug);",
                "save of Links takes 'String slug'; let it take a Link, and perhaps WriteOptions<Link> after it.");
        assertRefused(
                "void saveAll(Link link);", "saveAll of Links takes 'Link link'; let it take a Collection<Link>.");
    }

    @Test
    @DisplayName("M25 a result that no call has is reported with those that there are")
    void refusesWrongResults() {
        assertRefused(
                "Set<Link> findByOwner(String owner);",
                "findByOwner of Links returns Set<Link>; let it return an Optional, a List, a Page, a Stream or Results of "
                        + "Link or of a projection of it.");
        assertRefused(
                "List<String> findByOwner(String owner);",
                "findByOwner of Links returns List<String>; let it return an Optional, a List, a Page, a Stream or Results of "
                        + "Link or of a projection of it.");
        assertRefused("int countByOwner(String owner);", "countByOwner of Links returns int; let it return long.");
        assertRefused(
                "Boolean existsByOwner(String owner);",
                "existsByOwner of Links returns Boolean; let it return boolean.");
        assertRefused(
                "Page<Link> findByOwner(String owner);",
                "findByOwner of Links returns a Page and has no limit, so that the page would hold everything; add the "
                        + "parameter 'Limit limit'.");
        assertRefused(
                "Optional<Link> findByOwner(String owner, Limit limit);",
                "findByOwner of Links returns one result, and has a limit or a token; take it away, or return a List or a "
                        + "Page.");
        assertRefused(
                "Link find(String slug);",
                "find of Links returns Link; let it return an Optional of Link or of a " + "projection of it.");
        assertRefused("void update(String slug);", "update of Links returns void; let it return Update<Link>.");
        assertRefused("long delete(String slug);", "delete of Links returns long; let it return boolean or nothing.");
        assertRefused("String save(Link link);", "save of Links returns String; let it return Link or nothing.");
    }

    @Test
    @DisplayName("M25 a repository of no model, or that is no interface, is reported, and nothing else is")
    void refusesOtherClasses() {
        assertThat(compile("@BloopRepository(String.class)\ninterface Links { Optional<Link> find(String slug); }")
                        .messages())
                .containsExactly(
                        "error at 18 .class): Links is a repository of String, which is no model; mark String with "
                                + "@Model, or name a model.");
        assertThat(compile("@BloopRepository(Link.class)\nabstract class Links {}")
                        .messages())
                .containsExactly(
                        "error at 19 class Links {}: Links is no interface, and @BloopRepository goes on one; make it "
                                + "an interface.");
        assertThat(compile("@BloopRepository(Link.class)\ninterface Links { List<Link> findByOwnr(String owner);\n"
                                + "static Links of(Engine engine) { return new LinksImpl(engine); } }")
                        .messages())
                .hasSize(1);
    }

    @Test
    @DisplayName("M30 annotations of repositories elsewhere are errors")
    void refusesAnnotationsElsewhere() {
        assertThat(compile(
                                "@SuppressWarnings(\"all\")\nclass Links { @Scan void scan() {} void filter(@Filter String one) {} }")
                        .messages())
                .containsExactlyInAnyOrder(
                        "error at 19 @Scan void scan() {} void filter(@Filter String one) {} }: 'scan' is marked with @Scan, and "
                                + "Links is no repository; mark it with @BloopRepository, or take the annotation away.",
                        "error at 19 @Filter String one) {} }: 'one' is marked with @Filter, and Links is no repository; mark it "
                                + "with @BloopRepository, or take the annotation away.");
    }
}
