package io.bloop.table;

import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.bloop.engine.Engine;
import io.bloop.engine.InvalidTableName;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.request.RequestFailed;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class BindingTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private static List<ThingModel> models(int number) {
        List<ThingModel> models = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String name = "Thing" + i;
            models.add(new ThingModel(name, t -> t.named(name)));
        }
        return models;
    }

    @Test
    @Timeout(60)
    @DisplayName("E2 tables are bound side by side")
    void bindsTablesSideBySide() {
        CountDownLatch inFlight = new CountDownLatch(4);
        InterceptedClient client = dynamoDb.intercept().describeTable((request, real) -> {
            inFlight.countDown();
            await(inFlight);
            return real.apply(request);
        });

        dynamoDb.engineBuilder(client.client()).build().bind(models(4));

        assertThat(inFlight.getCount()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the requests come one after the other");
            }
        } catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

    @Test
    @DisplayName("E2 more tables than threads are all bound")
    void bindsManyTables() {
        Engine engine = dynamoDb.engine();
        List<ThingModel> models = models(20);

        engine.bind(models);

        assertThat(engine.tables().keySet()).containsExactlyInAnyOrderElementsOf(models);
    }

    private static DynamoDbClient noClient() {
        return (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, (proxy, method, args) -> {
                    if (method.getName().equals("serviceClientConfiguration")) {
                        throw new UnsupportedOperationException("asking how a client is configured sends nothing");
                    }
                    throw new AssertionError("binding has called " + method.getName());
                });
    }

    @Test
    @DisplayName("E3 binding that is told to make no call makes none")
    void makesNoCalls() {
        Engine engine = Engine.builder(noClient()).bindMode(BindMode.NONE).build();

        assertThatCode(() -> engine.bind(List.of(LINK))).doesNotThrowAnyException();

        assertThat(engine.tables()).containsEntry(LINK, "Link");
    }

    @Test
    @DisplayName("E3 binding that only verifies passes where the table matches")
    void verifies() {
        dynamoDb.engine().bind(List.of(LINK));
        InterceptedClient client = dynamoDb.intercept();

        dynamoDb.engineBuilder(client.client())
                .bindMode(BindMode.VALIDATE)
                .build()
                .bind(List.of(LINK));

        assertThat(client.operations()).containsExactly("DescribeTable", "DescribeTimeToLive");
    }

    @Test
    @DisplayName("E2 a model that is bound is not bound again")
    void bindsOnce() {
        InterceptedClient client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(List.of(LINK));
        client.clear();

        engine.bind(List.of(LINK, LINK));

        assertThat(client.requests()).isEmpty();
    }

    @Test
    @DisplayName("E2 binding no models sends no request")
    void bindsNothing() {
        Engine engine = Engine.builder(noClient()).build();

        engine.bind(List.of());

        assertThat(engine.tables()).isEmpty();
    }

    @Test
    @DisplayName("E5 a failed request says what was tried for which model, and keeps its cause")
    void reportsFailedRequests() {
        SdkClientException cause = SdkClientException.create("no route to host");
        InterceptedClient client = dynamoDb.intercept().describeTable((request, real) -> {
            throw cause;
        });

        RequestFailed failed = catchThrowableOfType(
                RequestFailed.class,
                () -> dynamoDb.engineBuilder(client.client()).build().bind(List.of(LINK)));

        assertThat(failed)
                .hasMessage(
                        "DescribeTable of Link in table '" + dynamoDb.tableName("Link") + "' failed: no route to host.")
                .hasCause(cause);
    }

    @Test
    @DisplayName("E2 when several tables fail, one exception carries the others")
    void keepsEveryFailure() {
        InterceptedClient client = dynamoDb.intercept().describeTable((request, real) -> {
            throw SdkClientException.create("no route for " + request.tableName());
        });

        RequestFailed failed = catchThrowableOfType(
                RequestFailed.class,
                () -> dynamoDb.engineBuilder(client.client()).build().bind(models(3)));

        assertThat(failed).hasMessageContaining(dynamoDb.tableName("Thing0"));
        assertThat(failed.getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly(
                        "DescribeTable of Thing1 in table '" + dynamoDb.tableName("Thing1") + "' failed: no route for "
                                + dynamoDb.tableName("Thing1") + ".",
                        "DescribeTable of Thing2 in table '" + dynamoDb.tableName("Thing2") + "' failed: no route for "
                                + dynamoDb.tableName("Thing2") + ".");
    }

    private static ThingModel named(String model, String table) {
        return new ThingModel(model, t -> t.named(table));
    }

    @Test
    @DisplayName("M25 names that DynamoDB does not allow are all told before any request")
    void refusesTableNames() {
        InterceptedClient client = dynamoDb.intercept();
        Engine engine = Engine.builder(client.client())
                .tableNames((model, name) -> name.equals("Odd") ? "no spaces please" : name)
                .build();

        InvalidTableName refused = catchThrowableOfType(
                InvalidTableName.class,
                () -> engine.bind(List.of(named("Part", "p1"), named("Fine", "Fine"), named("Odd", "Odd"))));

        assertThat(refused)
                .hasMessage("The table name 'p1' of model Part has 2 characters; DynamoDB allows 3 to 255. The table "
                        + "name 'no spaces please' of model Odd contains ' '; DynamoDB allows only a-z, A-Z, 0-9, '_', "
                        + "'-' and '.'. Name the table otherwise in the model's settings, or let the engine name it "
                        + "otherwise.");
        assertThat(refused.names())
                .extracting(
                        InvalidTableName.Name::model, InvalidTableName.Name::given, InvalidTableName.Name::tableName)
                .containsExactly(tuple("Part", "p1", "p1"), tuple("Odd", "Odd", "no spaces please"));
        assertThat(client.requests()).isEmpty();
        assertThat(engine.tables()).isEmpty();
    }

    record It(String id) {}

    static final class ItModel extends ModelDefinition<It> {

        final StringColumn<It, String> id = column("id", STRING).getter(It::id).hashKey();

        ItModel() {
            super(It.class);
        }

        @Override
        protected It create(Values<It> values) {
            return new It(values.get(id));
        }
    }

    @Test
    @DisplayName("M25 a class whose name is too short for a table is told before any request")
    void refusesShortClassNames() {
        InterceptedClient client = dynamoDb.intercept();

        assertThatThrownBy(() -> Engine.builder(client.client())
                        .build()
                        .template(new ItModel())
                        .find("1"))
                .isInstanceOf(InvalidTableName.class)
                .hasMessageStartingWith("The table name 'It' of model It has 2 characters; DynamoDB allows 3 to 255.");

        assertThat(client.requests()).isEmpty();
    }

    @Test
    @DisplayName("M25 a short name is fine where the engine makes it longer")
    void completesShortNames() {
        Engine engine = dynamoDb.engine();

        engine.bind(List.of(new ItModel()));

        assertThat(dynamoDb.describe("It").tableName()).isEqualTo(dynamoDb.tableName("It"));
    }
}
