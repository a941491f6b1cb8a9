package io.bloop.benchmarks.bulk;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Writes and reads many items by the SDK alone, one request after the other. */
final class PlainLoop {

    private static final int BATCH = 25;

    private final DynamoDbClient client;

    PlainLoop(DynamoDbClient client) {
        this.client = client;
    }

    void write(String table, List<Row> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            Map<String, List<WriteRequest>> pending = Map.of(
                    table,
                    rows.subList(from, Math.min(rows.size(), from + BATCH)).stream()
                            .map(PlainLoop::put)
                            .toList());
            while (!pending.isEmpty()) {
                Map<String, List<WriteRequest>> sent = pending;
                pending = client.batchWriteItem(r -> r.requestItems(sent)).unprocessedItems();
            }
        }
    }

    private static WriteRequest put(Row row) {
        return WriteRequest.builder().putRequest(p -> p.item(row.byHand())).build();
    }

    long read(String table) {
        long count = 0;
        ScanRequest request = ScanRequest.builder().tableName(table).build();
        for (Map<String, AttributeValue> item : client.scanPaginator(request).items()) {
            count += Row.byHand(item).slug.isEmpty() ? 0 : 1;
        }
        return count;
    }
}
