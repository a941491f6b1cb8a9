package io.bloop.benchmarks.call;

import static io.bloop.benchmarks.model.Contestant.BLOOP_FROM_BYTES;
import static io.bloop.benchmarks.model.OrderModel.ORDER;

import io.bloop.benchmarks.model.Contestant;
import io.bloop.benchmarks.model.HandWritten;
import io.bloop.benchmarks.model.Order;
import io.bloop.benchmarks.model.Samples;
import io.bloop.benchmarks.model.Schemas;
import io.bloop.benchmarks.wire.Answers;
import io.bloop.benchmarks.wire.CannedDynamoDb;
import io.bloop.mapping.internal.Mapping;
import io.bloop.wire.ItemsInterceptor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes callers, each before a table that holds the orders as that contestant stores them. */
final class Callers {

    private Callers() {}

    static ItemCalls itemCalls(Contestant contestant, ExecutionInterceptor... interceptors) {
        Answers answers = new Answers();
        DynamoDbClient client = client(contestant, answers, interceptors);
        ItemCalls calls = contestant == Contestant.SPRING ? new SpringCalls(client) : batchCalls(contestant, client);
        fill(answers, contestant, calls);
        return calls;
    }

    static BatchCalls batchCalls(Contestant contestant, ExecutionInterceptor... interceptors) {
        Answers answers = new Answers();
        BatchCalls calls = batchCalls(contestant, client(contestant, answers, interceptors));
        fill(answers, contestant, calls);
        return calls;
    }

    private static DynamoDbClient client(Contestant contestant, Answers answers, ExecutionInterceptor... interceptors) {
        if (contestant != BLOOP_FROM_BYTES) {
            return CannedDynamoDb.client(answers, interceptors);
        }
        ExecutionInterceptor[] all = Arrays.copyOf(interceptors, interceptors.length + 1);
        all[interceptors.length] = new ItemsInterceptor();
        return CannedDynamoDb.client(answers, all);
    }

    private static BatchCalls batchCalls(Contestant contestant, DynamoDbClient client) {
        return switch (contestant) {
            case RAW_SDK -> new RawCalls(client);
            case HAND_WRITTEN -> new HandWrittenCalls(client);
            case BLOOP, BLOOP_FROM_BYTES -> new BloopCalls(client);
            case ENHANCED_BEAN -> new EnhancedCalls(client, TableSchema.fromBean(Order.class));
            case ENHANCED_STATIC -> new EnhancedCalls(client, Schemas.order());
            case SPRING -> throw new IllegalArgumentException(contestant + " offers no batches and no transactions.");
        };
    }

    private static void fill(Answers answers, Contestant contestant, ItemCalls calls) {
        List<Map<String, AttributeValue>> items = Samples.orders(ItemCalls.MANY).stream()
                .map(order ->
                        contestant.isOurs() ? new Mapping<>(ORDER.internals()).item(order) : HandWritten.write(order))
                .toList();
        answers.get(items.get(0)).query(items).batchGet(ItemCalls.TABLE, items);
        if (calls.isUpdateAnswered()) {
            answers.updated(items.get(0));
        }
    }
}
