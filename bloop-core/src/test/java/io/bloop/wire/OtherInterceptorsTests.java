package io.bloop.wire;

import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.EngineBuilder;
import io.bloop.read.Consistency;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.wire.internal.AttributeNames;
import io.bloop.wire.internal.Interceptors;
import io.bloop.wire.internal.ResponseItems;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** Covers clients whose interceptors see and change items, as encryption does. */
class OtherInterceptorsTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    /** Reveals owners that are stored backwards. */
    private static final class Revealing implements ExecutionInterceptor {

        @Override
        public SdkResponse modifyResponse(Context.ModifyResponse context, ExecutionAttributes attributes) {
            SdkResponse response = context.response();
            if (response instanceof GetItemResponse got && got.hasItem()) {
                return got.toBuilder().item(revealed(got.item())).build();
            }
            if (response instanceof QueryResponse found) {
                return found.toBuilder().items(revealed(found.items())).build();
            }
            if (response instanceof ScanResponse found) {
                return found.toBuilder().items(revealed(found.items())).build();
            }
            if (response instanceof BatchGetItemResponse found) {
                Map<String, List<Map<String, AttributeValue>>> items = new HashMap<>();
                found.responses().forEach((table, all) -> items.put(table, revealed(all)));
                return found.toBuilder().responses(items).build();
            }
            return response;
        }

        private static List<Map<String, AttributeValue>> revealed(List<Map<String, AttributeValue>> items) {
            return items.stream().map(Revealing::revealed).toList();
        }

        private static Map<String, AttributeValue> revealed(Map<String, AttributeValue> item) {
            Map<String, AttributeValue> revealed = new HashMap<>(item);
            revealed.computeIfPresent(
                    "owner",
                    (name, owner) ->
                            fromS(new StringBuilder(owner.s()).reverse().toString()));
            return revealed;
        }
    }

    @BeforeEach
    void store() {
        dynamoDb.engine().bind(List.of(LINK));
        dynamoDb.put("Link", Map.of("slug", fromS("a"), "owner", fromS("ecarg")));
    }

    static Stream<Function<BloopTemplate<Link>, Link>> reads() {
        return Stream.of(
                links -> links.find("a").orElseThrow(),
                links -> links.load(new Link("a"), Consistency.STRONG),
                links -> links.findAll(List.of(LINK.key("a")), Consistency.STRONG)
                        .get(0),
                links -> links.query().where(LINK.slug.eq("a")).one(),
                links -> links.scan().one());
    }

    private static DynamoDbClient client(ExecutionInterceptor... interceptors) {
        return LocalDynamoDb.clientBuilder()
                .overrideConfiguration(c -> c.executionInterceptors(List.of(interceptors)))
                .build();
    }

    private BloopTemplate<Link> links(EngineBuilder builder) {
        return builder.build().template(LINK);
    }

    @ParameterizedTest
    @MethodSource("reads")
    @DisplayName("E8 an interceptor of the client changes the items before objects are made of them")
    void othersSeeTheItems(Function<BloopTemplate<Link>, Link> read) {
        BloopTemplate<Link> before = links(dynamoDb.engineBuilder(client(new Revealing(), new ItemsInterceptor())));
        BloopTemplate<Link> behind = links(dynamoDb.engineBuilder(client(new ItemsInterceptor(), new Revealing())));

        assertThat(read.apply(before).owner).isEqualTo("grace");
        assertThat(read.apply(behind).owner).isEqualTo("grace");
    }

    @ParameterizedTest
    @MethodSource("reads")
    @DisplayName("E8 items are read past other interceptors where that is asked for")
    void othersArePassedOverWhereThatIsAskedFor(Function<BloopTemplate<Link>, Link> read) {
        BloopTemplate<Link> links = links(dynamoDb.engineBuilder(client(new Revealing(), new ItemsInterceptor()))
                .readFromBytes(true));

        assertThat(read.apply(links).owner).isEqualTo("ecarg");
    }

    @ParameterizedTest
    @MethodSource("reads")
    @DisplayName("E8 items are left to the SDK where that is asked for, and objects are the same")
    void itemsAreLeftToTheSdkWhereThatIsAskedFor(Function<BloopTemplate<Link>, Link> read) {
        BloopTemplate<Link> links =
                links(dynamoDb.engineBuilder(client(new ItemsInterceptor())).readFromBytes(false));

        assertThat(read.apply(links).owner).isEqualTo("ecarg");
    }

    @Test
    @DisplayName("E8 items are taken from the bytes where all other interceptors are the SDK's own")
    void itemsAreTakenWhereNobodyElseSeesThem() {
        assertThat(Interceptors.of(client(new ItemsInterceptor()), null)).isEqualTo(new Interceptors(true, true));
        assertThat(Interceptors.of(client(new ItemsInterceptor()), true)).isEqualTo(new Interceptors(true, true));
        assertThat(Interceptors.of(client(new ItemsInterceptor()), false)).isEqualTo(new Interceptors(false, false));
        assertThat(Interceptors.of(client(new ItemsInterceptor(), new Revealing()), null))
                .isEqualTo(new Interceptors(false, false));
        assertThat(Interceptors.of(client(), true)).isEqualTo(new Interceptors(false, false));
        assertThat(Interceptors.of(client(new Revealing()), null)).isEqualTo(new Interceptors(false, false));
    }

    @Test
    @DisplayName("E8 items of requests are left to the SDK beside any other interceptor, whatever is asked for")
    void itemsOfRequestsAreNeverTakenPastOthers() {
        assertThat(Interceptors.of(client(new ItemsInterceptor(), new Revealing()), true))
                .isEqualTo(new Interceptors(true, false));
    }

    @Test
    @DisplayName("E8 a client around another one sees the items, unless they are asked for past it")
    void aClientAroundAnotherOneSeesTheItems() {
        DynamoDbClient wrapped = new InterceptedClient(client(new ItemsInterceptor())).client();

        assertThat(Interceptors.of(wrapped, null)).isEqualTo(new Interceptors(false, false));
        assertThat(Interceptors.of(wrapped, true)).isEqualTo(new Interceptors(true, false));
    }

    @Test
    @DisplayName("E8 asking for items leaves a request the configuration that it has")
    void askingForItemsKeepsTheConfiguration() {
        GetItemRequest.Builder request = GetItemRequest.builder()
                .overrideConfiguration(c -> c.apiCallTimeout(Duration.ofSeconds(3))
                        .apiCallAttemptTimeout(Duration.ofSeconds(1))
                        .putHeader("x-trace", "7"));
        ResponseItems items = new ResponseItems(new AttributeNames());

        items.askedForBy(request);

        AwsRequestOverrideConfiguration configuration = request.overrideConfiguration();
        assertThat(configuration.apiCallTimeout()).contains(Duration.ofSeconds(3));
        assertThat(configuration.apiCallAttemptTimeout()).contains(Duration.ofSeconds(1));
        assertThat(configuration.headers()).containsEntry("x-trace", List.of("7"));
        assertThat(ResponseItems.of(configuration.executionAttributes())).isSameAs(items);
    }
}
