package io.bloop.benchmarks.call;

import io.bloop.benchmarks.model.Contestant;
import io.bloop.benchmarks.model.HandWritten;
import io.bloop.benchmarks.model.Order;
import io.bloop.benchmarks.model.Samples;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Checks that a contestant returns and sends what it should, before it is measured. */
final class Agreement {

    private static final String NOTE = "Leave it at the gate";

    private final Contestant contestant;
    private final SentRequests sent;

    /** Creates a check that looks at what a contestant's client sends. */
    Agreement(Contestant contestant, SentRequests sent) {
        this.contestant = contestant;
        this.sent = sent;
    }

    static void checkItemCalls(Contestant contestant) {
        SentRequests sent = new SentRequests();
        new Agreement(contestant, sent).checkItems(Callers.itemCalls(contestant, sent));
    }

    static void checkBatchCalls(Contestant contestant) {
        SentRequests sent = new SentRequests();
        new Agreement(contestant, sent).checkBatches(Callers.batchCalls(contestant, sent));
    }

    void checkItems(ItemCalls calls) {
        require("get", List.of(Samples.order(0)), List.of(calls.get()));
        require("query", Samples.orders(ItemCalls.MANY), calls.query());
        PutItemRequest put = sent.during(calls::put, PutItemRequest.class);
        require("put", List.of(Samples.order(0)), List.of(put.item()));
        UpdateItemRequest update = sent.during(() -> calls.update(NOTE), UpdateItemRequest.class);
        require("update", HandWritten.key(Samples.order(0)).equals(update.key()), update);
        require("update", update.expressionAttributeValues().containsValue(AttributeValue.fromS(NOTE)), update);
        require("update", calls.isUpdateAnswered() == (update.returnValues() == ReturnValue.ALL_NEW), update);
    }

    void checkBatches(BatchCalls calls) {
        require("batch get", Samples.orders(ItemCalls.MANY), calls.batchGet());
        BatchWriteItemRequest bulk = sent.during(calls::bulkWrite, BatchWriteItemRequest.class);
        require(
                "bulk write",
                Samples.orders(BatchCalls.BATCH),
                bulk.requestItems().getOrDefault(ItemCalls.TABLE, List.of()).stream()
                        .map(write -> write.putRequest().item())
                        .toList());
        TransactWriteItemsRequest transaction = sent.during(calls::transaction, TransactWriteItemsRequest.class);
        require(
                "transaction",
                Samples.orders(BatchCalls.FEW),
                transaction.transactItems().stream()
                        .map(write -> write.put().item())
                        .toList());
        require(
                "transaction",
                transaction.transactItems().stream()
                        .allMatch(write -> conditional(write.put().conditionExpression())),
                transaction);
    }

    private static boolean conditional(String condition) {
        return condition != null && condition.startsWith("attribute_not_exists(");
    }

    private void require(String call, List<Order> expected, List<?> found) {
        String wanted = text(expected);
        require(call, text(found).equals(wanted), text(found) + ", expected\n  " + wanted);
    }

    private void require(String call, boolean isFulfilled, Object found) {
        if (!isFulfilled) {
            throw new IllegalStateException(contestant + " does something else in " + call + ":\n  " + found);
        }
    }

    @SuppressWarnings("unchecked") // what is no order is an item
    private static String text(List<?> orders) {
        Stream<Object> read = orders.stream()
                .map(order -> order instanceof Map<?, ?> item
                        ? HandWritten.readOrder((Map<String, AttributeValue>) item)
                        : order);
        return read.map(Object::toString).sorted().toList().toString();
    }
}
