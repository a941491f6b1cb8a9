package io.bloop.wire;

import static io.bloop.testing.AccountModel.ACCOUNT;
import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.testing.NoteModel.NOTE;
import static io.bloop.type.Types.DYNAMIC;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.listOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.ColumnSink;
import io.bloop.model.ListColumn;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.table.BindMode;
import io.bloop.testing.Account;
import io.bloop.testing.CannedHttpClient;
import io.bloop.testing.Link;
import io.bloop.testing.Note;
import io.bloop.type.InvalidValue;
import io.bloop.write.WriteOptions;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.metrics.MetricRecord;

/** Compares requests whose items are written as bytes with those that the SDK writes. */
class WrittenRequestTests {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-05-04T03:02:01.123456Z"));
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Names the ways in which items are put. */
    enum Put {
        INSERT {
            @Override
            <T> void send(Engine engine, ModelDefinition<T> model, List<T> objects) {
                objects.forEach(object -> engine.template(model).insert(object));
            }
        },
        REPLACE {
            @Override
            <T> void send(Engine engine, ModelDefinition<T> model, List<T> objects) {
                objects.forEach(object -> engine.template(model).replace(object));
            }
        },
        REPLACE_ALL {
            @Override
            <T> void send(Engine engine, ModelDefinition<T> model, List<T> objects) {
                engine.template(model).bulk().replaceAll(objects);
            }
        },
        TRANSACTION {
            @Override
            <T> void send(Engine engine, ModelDefinition<T> model, List<T> objects) {
                engine.writeTransaction(tx -> {
                    for (int i = 0; i < objects.size(); i++) {
                        switch (i % 4) {
                            case 0 -> tx.insert(objects.get(i));
                            case 1 -> tx.save(objects.get(i));
                            case 2 -> tx.replace(objects.get(i));
                            default -> tx.delete(objects.get(i));
                        }
                    }
                });
            }
        };

        abstract <T> void send(Engine engine, ModelDefinition<T> model, List<T> objects);
    }

    private static Engine engine(CannedHttpClient http, Consumer<ClientOverrideConfiguration.Builder> configuration) {
        Engine engine = Engine.builder(http.client(configuration))
                .bindMode(BindMode.NONE)
                .clock(CLOCK)
                .build();
        engine.bind(List.of(LINK, ACCOUNT, NOTE));
        return engine;
    }

    private static CannedHttpClient http() {
        return new CannedHttpClient().answer("{\"UnprocessedItems\":{}}");
    }

    private static List<JsonNode> sent(Consumer<ClientOverrideConfiguration.Builder> client, Consumer<Engine> calls) {
        CannedHttpClient http = http();
        calls.accept(engine(http, client));
        List<JsonNode> requests = new ArrayList<>();
        for (String body : http.bodies()) {
            requests.add(parsed(body));
        }
        assertThat(http.lastHead().firstMatchingHeader("Content-Length"))
                .contains(Integer.toString(http.lastBody().getBytes(StandardCharsets.UTF_8).length));
        return requests;
    }

    private static JsonNode parsed(String body) {
        try {
            JsonNode request = JSON.readTree(body);
            return request instanceof ObjectNode object ? object.without("ClientRequestToken") : request;
        } catch (JsonProcessingException ex) {
            throw new AssertionError(body, ex);
        }
    }

    private static void bytes(ClientOverrideConfiguration.Builder client) {
        client.addExecutionInterceptor(new ItemsInterceptor());
    }

    private static void values(ClientOverrideConfiguration.Builder client) {
        // a client like any other
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    private static Link link(RandomAttributes values, Random random, int number) {
        Link link = new Link("l" + number + values.text());
        link.target = random.nextBoolean() ? URI.create("https://example.com/" + number) : null;
        link.owner = random.nextBoolean() ? values.text() : null;
        link.expiresOn = random.nextBoolean() ? Instant.ofEpochSecond(random.nextInt()) : null;
        link.clicks = random.nextLong();
        link.score = random.nextBoolean() ? new BigDecimal(values.wholeNumber()).movePointLeft(2) : null;
        link.pinned = random.nextBoolean() ? random.nextBoolean() : null;
        link.icon = random.nextBoolean() ? values.bytes().asByteArray() : null;
        link.tags = random.nextBoolean() ? new LinkedHashSet<>(values.some(values::text)) : Set.of();
        link.notes = random.nextBoolean() ? values.some(values::text) : List.of();
        values.some(values::text).forEach(name -> link.counts.put(name, random.nextInt()));
        return link;
    }

    @Property(tries = 300)
    @DisplayName("E8 requests have the same content, whoever writes their items")
    void requestsHaveTheSameContent(@ForAll("seeds") long seed, @ForAll Put put) {
        Consumer<Engine> calls = engine -> {
            Random random = new Random(seed);
            RandomAttributes values = new RandomAttributes(random);
            List<Link> links = new ArrayList<>();
            for (int i = random.nextInt(9); i >= 0; i--) {
                links.add(link(values, random, i));
            }
            put.send(engine, LINK, links);
        };

        assertThat(sent(WrittenRequestTests::bytes, calls)).isEqualTo(sent(WrittenRequestTests::values, calls));
    }

    @Property
    @DisplayName("E8 versions, moments and keys are the same, whoever writes them, of tracked objects and of records")
    void whatTheEngineWritesIsTheSame(@ForAll Put put) {
        Consumer<Engine> calls = engine -> {
            Account known = new Account("known", 3);
            known.version = 7;
            known.created = CLOCK.instant().minusSeconds(5).atOffset(ZoneOffset.ofHours(2));
            known.modified = CLOCK.instant().minusSeconds(2);
            put.send(engine, ACCOUNT, List.of(new Account("new", 5), known, new Account("third", 1)));
            put.send(engine, NOTE, List.of(new Note("a", "text"), new Note("b", null), new Note("c", "")));
        };

        assertThat(sent(WrittenRequestTests::bytes, calls)).isEqualTo(sent(WrittenRequestTests::values, calls));
    }

    @Test
    @DisplayName("E8 a value that looks like the place of an item stays a value")
    void valuesAreNoPlaces() {
        Consumer<Engine> calls = engine -> {
            Link link = new Link("\"Item\":{}");
            link.owner = "\\\"Item\":{}\"Item\":{}";
            link.counts.put("Item", 1);
            link.counts.put("\"Item\":{}", 1);
            Link other = new Link("other");
            other.counts.put("Item", 2);
            engine.writeTransaction(tx -> tx.save(link)
                    .insert(
                            other,
                            WriteOptions.onlyIf(LINK.owner.ne("\"Item\":{}").or(LINK.counts.eq(link.counts)))));
        };

        assertThat(sent(WrittenRequestTests::bytes, calls)).isEqualTo(sent(WrittenRequestTests::values, calls));
    }

    static final class Member {
        String id;
        String mail;
        List<Object> parts = List.of();

        Member(String id, String mail) {
            this.id = id;
            this.mail = mail;
        }
    }

    /** Changes what it has put, and passes over what cannot be stored. */
    static final class MemberModel extends ModelDefinition<Member> {

        static final MemberModel MEMBER = new MemberModel();

        final StringColumn<Member, String> id =
                column("id", STRING).getter(m -> m.id).hashKey();
        final StringColumn<Member, String> mail = column("mail", STRING).getter(m -> m.mail);
        final ListColumn<Member, Object> parts =
                column("parts", listOf(DYNAMIC)).getter(m -> m.parts);

        MemberModel() {
            super(Member.class);
        }

        @Override
        protected Member create(Values<Member> values) {
            return new Member(values.get(id), values.get(mail));
        }

        @Override
        protected void write(Member member, ColumnSink<Member> out) {
            out.put(id, member.id);
            out.put(mail, member.mail);
            out.put(mail, member.mail.isEmpty() ? null : member.mail.toLowerCase(Locale.ROOT));
            try {
                out.put(parts, member.parts);
            } catch (InvalidValue ex) {
                out.put(parts, List.of());
            }
        }
    }

    @Test
    @DisplayName("E8 what a definition puts last counts, and what has failed leaves no trace")
    void whatADefinitionPutsLastCounts() {
        Member half = new Member("c", "Grace@example.com");
        half.parts = List.of("first", List.of("second", new Object()));
        Consumer<Engine> calls = engine -> {
            engine.bind(List.of(MemberModel.MEMBER));
            Member ada = new Member("a", "Ada@example.com");
            ada.parts = List.of("whole");
            engine.writeTransaction(tx -> tx.insert(ada)
                    .insert(new Link("between"))
                    .insert(new Member("b", ""))
                    .insert(half));
            engine.template(MemberModel.MEMBER).bulk().replaceAll(List.of(ada, half));
            engine.template(MemberModel.MEMBER).replace(half);
        };

        List<JsonNode> sent = sent(WrittenRequestTests::bytes, calls);

        assertThat(sent).isEqualTo(sent(WrittenRequestTests::values, calls));
        assertThat(sent.get(2).at("/Item").toString())
                .isEqualTo("{\"id\":{\"S\":\"c\"},\"mail\":{\"S\":\"grace@example.com\"},\"parts\":{\"L\":[]}}");
    }

    @Test
    @DisplayName("E8 two interceptors put the items in once")
    void twoInterceptorsPutTheItemsInOnce() {
        Consumer<Engine> calls = engine -> engine.template(LINK).insert(new Link("a"));

        assertThat(sent(
                        client -> {
                            bytes(client);
                            bytes(client);
                        },
                        calls))
                .isEqualTo(sent(WrittenRequestTests::values, calls));
    }

    @Test
    @DisplayName("E8 each attempt sends the items")
    void eachAttemptSendsTheItems() {
        byte[] failure = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#InternalServerError\"}"
                .getBytes(StandardCharsets.UTF_8);
        CannedHttpClient http = new CannedHttpClient()
                .answer(failure, head -> head.statusCode(500))
                .answer("{}");

        engine(http, WrittenRequestTests::bytes).template(LINK).replace(new Link("a"));

        assertThat(http.bodies()).hasSize(2);
        assertThat(http.bodies().get(0)).contains("\"slug\":{\"S\":\"a\"}").isEqualTo(http.lastBody());
    }

    @Test
    @DisplayName("E8 a request is signed with its items")
    void aRequestIsSignedWithItsItems() {
        CannedHttpClient http = http();
        engine(http, WrittenRequestTests::bytes).template(LINK).insert(new Link("a"));
        SdkHttpRequest sent = http.lastHead();
        String authorization = sent.firstMatchingHeader("Authorization").orElseThrow();
        Instant signed = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX")
                .parse(sent.firstMatchingHeader("X-Amz-Date").orElseThrow(), Instant::from);

        SdkHttpRequest again = AwsV4HttpSigner.create()
                .sign(sign -> sign.request(unsigned(sent, authorization))
                        .payload(ContentStreamProvider.fromUtf8String(http.lastBody()))
                        .identity(AwsCredentialsIdentity.create("canned", "canned"))
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "dynamodb")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(signed, ZoneOffset.UTC)))
                .request();

        assertThat(again.firstMatchingHeader("Authorization")).contains(authorization);
    }

    /** Returns what was signed: the headers that the signature names. */
    private static SdkHttpRequest unsigned(SdkHttpRequest sent, String authorization) {
        String names = authorization.replaceAll(".*SignedHeaders=([^,]*),.*", "$1");
        Map<String, List<String>> headers = new LinkedHashMap<>();
        sent.headers().forEach((name, values) -> {
            if (List.of(names.split(";")).contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, values);
            }
        });
        return sent.toBuilder().headers(headers).build();
    }

    /** Collects the names of what the SDK measures. */
    private static final class Names implements MetricPublisher {

        final Set<String> names = new TreeSet<>();

        @Override
        public void publish(MetricCollection metrics) {
            for (MetricRecord<?> one : metrics) {
                names.add(one.metric().name());
            }
            metrics.children().forEach(this::publish);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Test
    @DisplayName("E8 the SDK measures the same of a request, whoever writes its items")
    void theSdkMeasuresTheSame() {
        Names ofBytes = new Names();
        Names ofValues = new Names();
        Consumer<Engine> calls = engine -> engine.template(LINK).insert(new Link("a"));

        sent(client -> bytes(client.addMetricPublisher(ofBytes)), calls);
        sent(client -> values(client.addMetricPublisher(ofValues)), calls);

        assertThat(ofBytes.names).isEqualTo(ofValues.names).contains("MarshallingDuration", "SigningDuration");
    }

    @Test
    @DisplayName("E8 a value that cannot be stored is refused, although the engine writes another one in its place")
    void aValueInPlaceOfWhichAnotherIsWrittenIsRefused() {
        Account account = new Account("a", 1);
        account.modified = Instant.MAX;

        assertRefused(
                account,
                "Cannot store Account.modified of Account(id=S \"a\"): expected Instant in the years 1 to 9999, found "
                        + "one in another year.");
    }

    @Test
    @DisplayName("E8 a value that a column cannot hold is named, and nothing is sent")
    void aValueThatCannotBeStoredIsNamed() {
        Account account = new Account("a", 1);
        account.owner = "";

        assertRefused(
                account,
                "Cannot store Account.owner of Account(id=S \"a\"): expected String that is not empty, as a key of "
                        + "the index 'byOwner' has to be (null leaves the item out of the index), found an empty value.");
    }

    private static void assertRefused(Account account, String message) {
        for (Consumer<ClientOverrideConfiguration.Builder> client :
                List.<Consumer<ClientOverrideConfiguration.Builder>>of(
                        WrittenRequestTests::bytes, WrittenRequestTests::values)) {
            CannedHttpClient http = http();
            BloopTemplate<Account> accounts = engine(http, client).template(ACCOUNT);

            assertThatThrownBy(() -> accounts.insert(account)).hasMessage(message);
            assertThat(http.calls()).isZero();
        }
    }
}
