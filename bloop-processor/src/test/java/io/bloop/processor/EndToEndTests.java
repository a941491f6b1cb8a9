package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.Engine;
import io.bloop.testing.LocalDynamoDb;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Compiles models and code that uses them, and runs that on a real table. */
class EndToEndTests {

    private static final String LINK = """
            @Model
            @GlobalSecondaryIndex(name = "byOwner", hashKey = "owner", rangeKey = "createdOn", projection = Projection.ALL)
            @GlobalSecondaryIndex(name = "slugsByOwner", hashKey = "owner", projection = Projection.KEYS)
            @Table(name = "links", billing = Table.Billing.ON_DEMAND)
            public class Link extends BaseModel {
                enum State { FRESH, STALE }

                @HashKey String slug;
                @Column("u") URI target;
                String owner;
                Instant createdOn = Instant.EPOCH;
                @Ttl Instant expiresOn;
                long clicks;
                int rank;
                boolean pinned;
                State state;
                Set<String> tags = new HashSet<>();
                Map<String, List<Integer>> counts = new HashMap<>();
                private byte[] icon;
                transient String cached;
                @Ignored Thread thread;

                byte[] icon() { return icon; }
                void icon(byte[] icon) { this.icon = icon; }
            }
            """;

    private static final String VISIT = """
            @Model
            @LocalSecondaryIndex(name = "byLength", rangeKey = "seconds", projection = Projection.ALL)
            record Visit(
                    @HashKey String slug,
                    @RangeKey Instant at,
                    int seconds,
                    Long bytes,
                    @Timestamp Instant left,
                    Set<Integer> pages,
                    @Ignored String values) {}
            """;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private void run(String scenario) throws Exception {
        String source = """
                package com.acme;

                import static com.acme.LinkModel.LINK;
                import static com.acme.VisitModel.VISIT;
                import static org.assertj.core.api.Assertions.assertThat;

                import io.bloop.engine.*;
                import java.net.URI;
                import java.time.Instant;
                import java.util.*;
                import java.util.function.Consumer;

                public class Scenario implements Consumer<Engine> {
                    @Override
                    public void accept(Engine engine) {
                        %s
                    }
                }
                """.formatted(scenario);
        Compilation compilation = Compilation.of(LINK, VISIT, source);
        assertThat(compilation.messages()).isEmpty();
        Consumer<Engine> loaded = compilation.scenario();
        loaded.accept(dynamoDb.engine());
    }

    @Test
    void aClassIsSavedAndLoaded() throws Exception {
        run("""
                BloopTemplate<Link> links = engine.template(LINK);
                Link link = new Link();
                link.slug = "a";
                link.target = URI.create("https://example.com/");
                link.owner = "me";
                link.expiresOn = Instant.ofEpochSecond(4_000_000_000L);
                link.clicks = 7;
                link.rank = 3;
                link.pinned = true;
                link.state = Link.State.STALE;
                link.tags.add("docs");
                link.counts.put("2024", List.of(1, 2));
                link.icon(new byte[] {1});
                link.cached = "no";
                links.insert(link);

                Link found = links.find(LINK.key("a")).orElseThrow();
                assertThat(found).usingRecursiveComparison().ignoringFields("cached", "baseline").isEqualTo(link);
                assertThat(found.cached).isNull();
                """);
    }

    @Test
    void aClassWithNothingSetLoadsAsNothing() throws Exception {
        run("""
                BloopTemplate<Link> links = engine.template(LINK);
                Link link = new Link();
                link.slug = "a";
                link.createdOn = null;
                links.insert(link);

                Link found = links.find("a").orElseThrow();
                assertThat(found.createdOn).isNull();
                assertThat(found.target).isNull();
                assertThat(found.clicks).isZero();
                assertThat(found.pinned).isFalse();
                assertThat(found.tags).isEmpty();
                assertThat(found.counts).isEmpty();
                assertThat(found.icon()).isNull();
                """);
    }

    @Test
    void aClassIsQueriedAndUpdatedThroughItsColumns() throws Exception {
        run("""
                BloopTemplate<Link> links = engine.template(LINK);
                for (int i = 0; i < 3; i++) {
                    Link link = new Link();
                    link.slug = "s" + i;
                    link.owner = "me";
                    link.createdOn = Instant.EPOCH.plusSeconds(i);
                    link.tags.add("docs");
                    links.insert(link);
                }
                List<Link> found = links.query(LINK.byOwner)
                        .where(LINK.owner.eq("me").and(LINK.createdOn.ge(Instant.EPOCH.plusSeconds(1))))
                        .filter(LINK.tags.contains("docs"))
                        .descending()
                        .all();
                assertThat(found).extracting(link -> link.slug).containsExactly("s2", "s1");
                long clicks = links.update("s1").add(LINK.clicks, 2L).returnNew().clicks;
                assertThat(clicks).isEqualTo(2);
                """);
    }

    @Test
    void aClassLoadedThroughAProjectionLosesNothing() throws Exception {
        run("""
                BloopTemplate<Link> links = engine.template(LINK);
                Link link = new Link();
                link.slug = "a";
                link.owner = "me";
                link.clicks = 5;
                link.tags.add("docs");
                links.insert(link);

                Link partial = links.query(LINK.slugsByOwner).where(LINK.owner.eq("me")).all().get(0);
                partial.pinned = true;
                links.save(partial);

                Link whole = links.find("a").orElseThrow();
                assertThat(whole.clicks).isEqualTo(5);
                assertThat(whole.pinned).isTrue();
                assertThat(whole.tags).containsExactly("docs");
                """);
    }

    @Test
    void aRecordIsSavedLoadedAndQueried() throws Exception {
        run("""
                BloopTemplate<Visit> visits = engine.template(VISIT);
                Instant at = Instant.parse("2024-05-06T07:08:09.123456Z");
                Instant left = Instant.parse("2024-05-06T07:09:00Z");
                Visit visit = new Visit("a", at, 51, 1024L, left, Set.of(1, 2), "ignored");
                visits.insert(visit);
                visits.insert(new Visit("a", left, 0, null, null, Set.of(), null));

                assertThat(visits.find(VISIT.key("a", at)))
                        .contains(new Visit("a", at, 51, 1024L, left, Set.of(1, 2), null));
                assertThat(visits.find(VISIT.key("a", left)))
                        .contains(new Visit("a", left, 0, null, null, Set.of(), null));
                assertThat(visits.query(VISIT.byLength)
                                .where(VISIT.slug.eq("a").and(VISIT.seconds.gt(10)))
                                .all())
                        .extracting(Visit::at)
                        .containsExactly(at);
                """);
    }

    private static final String ACCOUNT = """
            @Model
            class Account extends BaseModel {
                @HashKey String id;
                long balance;
                @Version long version;
                @Created Instant created;
                @Modified Instant modified;
            }
            """;

    private static final String NOTE = """
            @Model
            record Note(@HashKey String id, String text, @Version int version, @Modified Instant modified) {}
            """;

    @Test
    @DisplayName("E5 the version of an annotated class or record moves with each save, and refuses what is stale")
    void versionsMoveWithEachSave() throws Exception {
        String source = """
                package com.acme;

                import static com.acme.AccountModel.ACCOUNT;
                import static com.acme.NoteModel.NOTE;
                import static org.assertj.core.api.Assertions.assertThat;
                import static org.assertj.core.api.Assertions.assertThatThrownBy;

                import io.bloop.engine.*;
                import io.bloop.request.ConstraintViolation;
                import java.util.function.Consumer;

                public class Scenario implements Consumer<Engine> {
                    @Override
                    public void accept(Engine engine) {
                        BloopTemplate<Account> accounts = engine.template(ACCOUNT);
                        Account account = new Account();
                        account.id = "a";
                        accounts.save(account);
                        Account other = accounts.find("a").orElseThrow();
                        other.balance = 5;
                        accounts.save(other);
                        assertThat(other.version).isEqualTo(2);
                        assertThat(other.created).isEqualTo(account.created).isNotNull();
                        account.balance = 7;
                        assertThatThrownBy(() -> accounts.save(account)).isInstanceOf(ConstraintViolation.class);
                        accounts.delete(other);
                        assertThat(other.version).isZero();

                        BloopTemplate<Note> notes = engine.template(NOTE);
                        Note first = notes.save(new Note("a", "one", 0, null));
                        Note second = notes.save(new Note("a", "two", first.version(), null));
                        assertThat(second.version()).isEqualTo(2);
                        assertThat(second.modified()).isNotNull();
                        assertThatThrownBy(() -> notes.save(first)).isInstanceOf(ConstraintViolation.class);
                    }
                }
                """;
        Compilation compilation = Compilation.of(ACCOUNT, NOTE, source);
        assertThat(compilation.messages()).isEmpty();
        Consumer<Engine> loaded = compilation.scenario();
        loaded.accept(dynamoDb.engine());
    }
}
