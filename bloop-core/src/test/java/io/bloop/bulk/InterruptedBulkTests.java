package io.bloop.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.Engine;
import io.bloop.engine.EngineListener;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import io.bloop.request.CallInterrupted;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Shop.Order;
import io.bloop.testing.Shop.OrderModel;
import io.bloop.testing.Shop.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Interrupts bulk calls before their requests are begun. */
class InterruptedBulkTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    /** Takes down which writes count as done. */
    private static final class Heard implements EngineListener<Order> {

        private final List<String> written = new ArrayList<>();

        @Override
        public void afterSave(Engine engine, ModelDefinition<? extends Order> model, Order order) {
            written.add("saved " + order.sk);
        }

        @Override
        public void afterDelete(Engine engine, Key<? extends Order> key, @Nullable Order order) {
            written.add("deleted " + key.attributes().get("SK").s());
        }
    }

    static Stream<Arguments> calls() {
        return Stream.<Named<BiConsumer<Bulk<Order>, List<Order>>>>of(
                        Named.of("replaceAll", Bulk::replaceAll),
                        Named.of("deleteAll", Bulk::deleteAll),
                        Named.of("saveEach", Bulk::saveEach),
                        Named.of("deleteEach", Bulk::deleteEach))
                .flatMap(call -> Stream.of(Way.values()).map(way -> Arguments.of(way, call)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    @DisplayName("E17 what an interrupt has kept from being sent is left, does not count as written, and can be saved")
    void leavesWhatWasNotSentAsItWas(Way way, BiConsumer<Bulk<Order>, List<Order>> call) {
        InterceptedClient client = dynamoDb.intercept();
        OrderModel model = new OrderModel(way);
        Heard heard = new Heard();
        Engine engine =
                dynamoDb.engineBuilder(client.client()).listener(model, heard).build();
        engine.bind(List.of(model));
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            orders.add(engine.template(model).save(model.object("p", model.rangeKey(i))));
        }
        orders.forEach(order -> order.note = "changed");
        heard.written.clear();
        client.clear();
        Bulk<Order> dropped = engine.template(model).bulk().sideBySide(2).executor(task -> {});
        Thread.currentThread().interrupt();

        BulkFailed thrown = catchThrowableOfType(BulkFailed.class, () -> call.accept(dropped, orders));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown.getCause()).isInstanceOf(CallInterrupted.class);
        assertThat(thrown.done()).isZero();
        assertThat(List.<Object>copyOf(thrown.left())).containsExactlyInAnyOrderElementsOf(orders);
        assertThat(client.requests()).isEmpty();
        assertThat(heard.written).isEmpty();
        for (Order order : orders) {
            assertThat(order.version).isEqualTo(1);
            engine.template(model).save(order);
            Map<String, AttributeValue> stored = dynamoDb.item("shop", Map.of("PK", fromS("p"), "SK", fromS(order.sk)));
            assertThat(stored).containsEntry("note", fromS("changed"));
        }
    }
}
