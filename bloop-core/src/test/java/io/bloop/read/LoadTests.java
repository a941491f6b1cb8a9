package io.bloop.read;

import static io.bloop.read.Consistency.EVENTUAL;
import static io.bloop.read.Consistency.STRONG;
import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.testing.Mappings.mapping;
import static io.bloop.type.Types.BIG_DECIMAL;
import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.bound.internal.BoundModel;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.InvalidKey;
import io.bloop.model.Key;
import io.bloop.model.MissingKey;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.read.internal.BatchGet;
import io.bloop.request.CallInterrupted;
import io.bloop.request.internal.Backoff;
import io.bloop.request.internal.Requests;
import io.bloop.testing.BothClients;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.InvalidValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

@BothClients
class LoadTests {

    record Price(String currency, BigDecimal amount, Integer seen) {}

    static final class PriceModel extends ModelDefinition<Price> {

        static final PriceModel PRICE = new PriceModel();

        final StringColumn<Price, String> currency =
                column("currency", STRING).getter(Price::currency).hashKey();
        final NumberColumn<Price, BigDecimal> amount =
                column("amount", BIG_DECIMAL).getter(Price::amount).rangeKey();
        final NumberColumn<Price, Integer> seen = column("seen", INTEGER).getter(Price::seen);

        private PriceModel() {
            super(Price.class);
        }

        @Override
        protected Price create(Values<Price> values) {
            return new Price(values.get(currency), values.get(amount), values.get(seen));
        }
    }

    private static final PriceModel PRICE = PriceModel.PRICE;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private Engine engine;
    private BloopTemplate<Link> links;

    @BeforeEach
    void bind() {
        client = dynamoDb.intercept();
        engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(List.of(LINK));
        links = engine.template(LINK);
        client.clear();
    }

    private void store(String slug, Map<String, AttributeValue> more) {
        Map<String, AttributeValue> item = new HashMap<>(more);
        item.put("slug", fromS(slug));
        dynamoDb.put("Link", item);
    }

    private List<Key<Link>> stored(int number) {
        List<Key<Link>> keys = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            store("s" + i, Map.of("clicks", fromN(Integer.toString(i))));
            keys.add(LINK.key("s" + i));
        }
        return keys;
    }

    @Test
    @DisplayName("E8 an object is found by the values of its key")
    void findsByValues() {
        store("a", Map.of("owner", fromS("me")));

        assertThat(links.find("a"))
                .hasValueSatisfying(link -> assertThat(link.owner).isEqualTo("me"));
    }

    @Test
    @DisplayName("E8 a consistency behind the values of a key is no part of the key")
    void findsConsistentlyByTheValuesOfItsKey() {
        stored(1);
        client.clear();

        assertThat(links.find("s0", STRONG)).isPresent();
        assertThat(client.requests(GetItemRequest.class))
                .singleElement()
                .satisfies(request -> assertThat(request.consistentRead()).isTrue());
    }

    @Test
    @DisplayName("E8 many objects are found as they are asked for, never more than 100 keys ahead")
    void findsManyAsTheyAreAskedFor() {
        List<Key<Link>> keys = stored(250);
        client.clear();
        AtomicInteger read = new AtomicInteger();
        Iterable<Key<Link>> counted =
                () -> keys.stream().peek(key -> read.incrementAndGet()).iterator();

        Iterator<Link> found = links.findEach(counted, EVENTUAL).iterator();

        assertThat(client.requests()).isEmpty();
        found.next();
        assertThat(client.requests()).hasSize(1);
        assertThat(read).hasValueLessThanOrEqualTo(101);
        found.forEachRemaining(link -> {});
        assertThat(client.operations()).containsExactly("BatchGetItem", "BatchGetItem", "BatchGetItem");
    }

    @Test
    @DisplayName("E8 objects that are found as they are asked for come in the order of the keys")
    void findsManyInOrder() {
        List<Key<Link>> keys = new ArrayList<>(stored(130));
        Collections.reverse(keys);
        keys.add(LINK.key("missing"));

        assertThat(links.findEach(keys, STRONG).map(link -> mapping(LINK).key(link, "table")))
                .containsExactlyElementsOf(keys.subList(0, 130));
    }

    @Test
    @DisplayName("E8 what is not there is not found")
    void findsNothing() {
        assertThat(links.find(LINK.key("a"))).isEmpty();
    }

    @Test
    @DisplayName("E8 a read is eventually consistent unless asked otherwise")
    void readsConsistentlyWhereAsked() {
        links.find(LINK.key("a"));
        links.find(LINK.key("a"), STRONG);

        assertThat(client.requests(GetItemRequest.class))
                .extracting(GetItemRequest::consistentRead)
                .containsExactly(null, true);
    }

    @Test
    @DisplayName("E8 both keys are needed where there are two")
    void findsByBothKeys() {
        BloopTemplate<Price> prices = engine.template(PRICE);
        prices.save(new Price("EUR", new BigDecimal("1.5"), 1));

        assertThat(prices.find("EUR", new BigDecimal("1.50"))).isPresent();
    }

    @Test
    @DisplayName("E8 a value of the wrong class is InvalidKey")
    void refusesAWrongClass() {
        assertThatExceptionOfType(InvalidKey.class)
                .isThrownBy(() -> engine.template(PRICE).find("EUR", 1))
                .withMessage("Cannot make a key of Price: expected [currency (String), amount (BigDecimal)], found "
                        + "[String, Integer].")
                .returns("Price", InvalidKey::model);
    }

    @Test
    @DisplayName("E8 a value too few is InvalidKey")
    void refusesAMissingValue() {
        assertThatExceptionOfType(InvalidKey.class)
                .isThrownBy(() -> engine.template(PRICE).find("EUR"))
                .withMessage("Cannot make a key of Price: expected [currency (String), amount (BigDecimal)], found "
                        + "[String].");
    }

    @Test
    @DisplayName("E8 null is InvalidKey")
    void refusesNull() {
        assertThatExceptionOfType(InvalidKey.class)
                .isThrownBy(() -> links.find((Object) null))
                .withMessage("Cannot make a key of Link: expected [slug (String)], found [null].");
    }

    @Test
    @DisplayName("M16 loading never applies the defaults of new objects")
    void appliesNoDefaults() {
        store("a", Map.of());

        assertThat(links.find("a").orElseThrow().createdOn).isNull();
    }

    @Test
    @DisplayName("E8 an object is loaded in place")
    void loadsInPlace() {
        store("a", Map.of("owner", fromS("me")));
        Link link = new Link("a");
        link.clicks = 9;

        assertThat(links.load(link, EVENTUAL)).isSameAs(link);

        assertThat(link.owner).isEqualTo("me");
        assertThat(link.clicks).isZero();
        assertThat(link.createdOn).isNull();
    }

    @Test
    @DisplayName("E8 a missing object is MissingObjects, and stays as it was")
    void reportsAMissingObject() {
        Link link = new Link("a");
        link.owner = "me";

        MissingObjects thrown = catchThrowableOfType(MissingObjects.class, () -> links.load(link, EVENTUAL));

        assertThat(thrown)
                .hasMessage("Not in the table (1 of Link in table '" + dynamoDb.tableName("Link")
                        + "'): Link(slug=S \"a\").");
        assertThat(thrown.objects()).hasSize(1).first().isSameAs(link);
        assertThat(thrown.target().models()).isEqualTo("Link");
        assertThat(link.owner).isEqualTo("me");
    }

    @Test
    @DisplayName("M4 loading without a key is MissingKey")
    void refusesToLoadWithoutAKey() {
        Price price = new Price("EUR", null, 3);

        assertThatExceptionOfType(MissingKey.class)
                .isThrownBy(() -> engine.template(PRICE).load(price, EVENTUAL))
                .withMessage(
                        "Price(currency=S \"EUR\", amount=nothing) has no value for 'amount', the range key of Price;"
                                + " set it first.");
    }

    @Test
    @DisplayName("T3 a stored value that does not fit is reported with model, key, column and what was found")
    void reportsAnUnreadableValue() {
        store("a", Map.of("clicks", fromN("3.14")));

        InvalidValue thrown = catchThrowableOfType(InvalidValue.class, () -> links.find("a"));

        assertThat(thrown.getMessage())
                .startsWith("Cannot read Link.clicks of Link(slug=S \"a\"): expected ")
                .endsWith("found another N.");
        assertThat(thrown.value()).isEqualTo("3.14");
        assertThat(thrown.model()).isEqualTo("Link");
        assertThat(thrown.key()).isEqualTo("Link(slug=S \"a\")");
        assertThat(thrown.column()).isEqualTo("clicks");
    }

    @Test
    @DisplayName("T3 an object whose item cannot be read stays as it was")
    void keepsAnObjectThatCannotBeLoaded() {
        store("a", Map.of("owner", fromS("me"), "clicks", fromS("many")));
        Link link = new Link("a");
        link.owner = "you";

        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> links.load(link, EVENTUAL));

        assertThat(link.owner).isEqualTo("you");
    }

    @Test
    @DisplayName("E8 many objects are found in chunks of 100, in the order of the keys")
    void findsManyInChunks() {
        List<Key<Link>> keys = stored(230);

        List<Link> found = links.findAll(keys, EVENTUAL);

        assertThat(found).hasSize(230);
        assertThat(found).extracting(link -> LINK.key(link.slug)).containsExactlyElementsOf(keys);
        assertThat(client.requests(BatchGetItemRequest.class))
                .extracting(request -> request.requestItems()
                        .get(dynamoDb.tableName("Link"))
                        .keys()
                        .size())
                .containsExactly(100, 100, 30);
    }

    @Test
    @DisplayName("E8 what is missing among many is left out")
    void leavesMissingOut() {
        store("a", Map.of());

        assertThat(links.findAll(List.of(LINK.key("b"), LINK.key("a")), EVENTUAL))
                .extracting(link -> link.slug)
                .containsExactly("a");
    }

    @Test
    @DisplayName("E8 no keys are no request")
    void findsNoKeys() {
        assertThat(links.findAll(List.of(), EVENTUAL)).isEmpty();
        assertThat(client.requests()).isEmpty();
    }

    @Test
    @DisplayName("E4 the same key twice counts once")
    void findsEachKeyOnce() {
        store("a", Map.of());

        assertThat(links.findAll(List.of(LINK.key("a"), LINK.key("a")), EVENTUAL))
                .hasSize(1);
    }

    @Test
    @DisplayName("E8 keys that are the same number are found however they are written")
    void findsNumbersHoweverTheyAreWritten() {
        BloopTemplate<Price> prices = engine.template(PRICE);
        prices.save(new Price("EUR", new BigDecimal("1.5"), 1));
        prices.save(new Price("EUR", new BigDecimal("100"), 2));

        List<Price> found = prices.findAll(
                List.of(
                        PRICE.keyOf("EUR", new BigDecimal("1.50")),
                        PRICE.keyOf("EUR", new BigDecimal("1.5")),
                        PRICE.keyOf("EUR", new BigDecimal("1E+2"))),
                EVENTUAL);

        assertThat(found).extracting(Price::seen).containsExactly(1, 2);
    }

    @Test
    @DisplayName("E8 many reads are consistent where asked")
    void findsManyConsistently() {
        links.findAll(List.of(LINK.key("a")), STRONG);

        assertThat(client.requests(BatchGetItemRequest.class)
                        .get(0)
                        .requestItems()
                        .get(dynamoDb.tableName("Link"))
                        .consistentRead())
                .isTrue();
    }

    @Test
    @DisplayName("E8 many objects are loaded in place")
    void loadsManyInPlace() {
        stored(3);
        List<Link> asked = List.of(new Link("s2"), new Link("s0"));

        List<Link> loaded = links.loadAll(asked, EVENTUAL);

        assertThat(loaded).containsExactlyElementsOf(asked);
        assertThat(asked).extracting(link -> link.clicks).containsExactly(2L, 0L);
    }

    @Test
    @DisplayName("E8 the missing ones are MissingObjects after the others were loaded")
    void loadsTheOthers() {
        stored(1);
        Link there = new Link("s0");
        Link missing = new Link("x");
        Link alsoMissing = new Link("x");

        MissingObjects thrown = catchThrowableOfType(
                MissingObjects.class, () -> links.loadAll(List.of(missing, there, alsoMissing, missing), EVENTUAL));

        assertThat(thrown)
                .hasMessage("Not in the table (2 of Link in table '" + dynamoDb.tableName("Link")
                        + "'): Link(slug=S \"x\"), Link(slug=S \"x\").");
        assertThat(thrown.objects()).hasSize(2);
        assertThat(thrown.objects().get(0)).isSameAs(missing);
        assertThat(thrown.objects().get(1)).isSameAs(alsoMissing);
        assertThat(there.createdOn).isNull();
    }

    @Test
    @DisplayName("E4 two objects with one key are both loaded, by one request of one key")
    void loadsTwoObjectsOfOneKey() {
        stored(2);
        Link first = new Link("s1");
        Link second = new Link("s1");

        links.loadAll(List.of(first, second), EVENTUAL);

        assertThat(first.clicks).isEqualTo(1);
        assertThat(second.clicks).isEqualTo(1);
    }

    private BatchGet<Link> batch(Backoff backoff) {
        BoundModel<Link> bound = new BoundModel<>(LINK, dynamoDb.tableName("Link"), LINK.settings(), Map.of());
        return new BatchGet<>(new Requests(client.client(), List.of()), bound, EVENTUAL, backoff);
    }

    private static BatchGetItemResponse process(
            BatchGetItemRequest request, Function<BatchGetItemRequest, BatchGetItemResponse> real, int most) {
        String table = request.requestItems().keySet().iterator().next();
        List<Map<String, AttributeValue>> keys =
                request.requestItems().get(table).keys();
        List<Map<String, AttributeValue>> left = keys.subList(Math.min(most, keys.size()), keys.size());
        if (most == 0) {
            return BatchGetItemResponse.builder()
                    .unprocessedKeys(request.requestItems())
                    .build();
        }
        BatchGetItemResponse answer = real.apply(request.copy(r -> r.requestItems(Map.of(
                table,
                KeysAndAttributes.builder()
                        .keys(keys.subList(0, Math.min(most, keys.size())))
                        .build()))));
        return left.isEmpty()
                ? answer
                : answer.copy(a -> a.unprocessedKeys(
                        Map.of(table, KeysAndAttributes.builder().keys(left).build())));
    }

    @Test
    @DisplayName("E8 keys that DynamoDB leaves unprocessed are asked for again")
    void retriesUnprocessedKeys() {
        List<Key<Link>> keys = stored(5);
        client.batchGetItem((request, real) -> process(request, real, 3));

        assertThat(links.findAll(keys, EVENTUAL)).hasSize(5);
        assertThat(client.requests()).hasSize(2);
    }

    @Test
    @DisplayName("E8 keys are asked for as long as some are processed")
    void retriesAsLongAsThereIsProgress() {
        List<Key<Link>> keys = stored(25);
        client.batchGetItem((request, real) -> process(request, real, 1));
        BatchGet<Link> batch = batch(new Backoff(millis -> {}));

        List<Key<Link>> found = new ArrayList<>();
        batch.fetch(keys, (key, item) -> found.add(key));

        assertThat(found).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    @DisplayName("E8 keys that stay unprocessed are given up as UnprocessedItems with those left over")
    void givesUpOnUnprocessedKeys() {
        List<Key<Link>> keys = stored(2);
        client.batchGetItem((request, real) -> process(request, real, 0));
        List<Long> pauses = new ArrayList<>();
        BatchGet<Link> batch = batch(new Backoff(pauses::add));

        UnprocessedItems thrown =
                catchThrowableOfType(UnprocessedItems.class, () -> batch.fetch(keys, (key, item) -> {}));

        assertThat(thrown)
                .hasMessage("BatchGetItem of Link in table '" + dynamoDb.tableName("Link") + "' left 2 items "
                        + "unprocessed after many tries: the table is throttled. Raise its capacity, or try these "
                        + "again later.");
        assertThat(thrown.operation()).isEqualTo("BatchGetItem");
        assertThat(thrown.target().table()).isEqualTo(dynamoDb.tableName("Link"));
        assertThat(thrown.left()).isEqualTo(keys);
        assertThat(client.requests()).hasSize(10);
        assertThat(pauses).hasSize(9).allMatch(pause -> pause >= 0 && pause <= 5_000);
    }

    @Test
    @DisplayName("E21 a batch that is interrupted between two attempts says so")
    void saysThatItWasInterrupted() {
        List<Key<Link>> keys = stored(2);
        client.batchGetItem((request, real) -> process(request, real, 0));
        BatchGet<Link> batch = batch(new Backoff(millis -> {
            throw new InterruptedException();
        }));

        assertThat(catchThrowableOfType(CallInterrupted.class, () -> batch.fetch(keys, (key, item) -> {})))
                .hasMessage("BatchGetItem of Link in table '" + dynamoDb.tableName("Link")
                        + "' was interrupted while it waited for its next attempt.");
        assertThat(Thread.interrupted()).isTrue();
    }
}
