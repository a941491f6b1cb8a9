package io.bloop.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.utils.IoUtils;

/** Sends the first half of a batch, and gives the other half back as unprocessed. */
final class HalfBatch {

    private static final ObjectMapper JSON = new ObjectMapper();

    private HalfBatch() {}

    static HttpExecuteResponse send(String operation, HttpExecuteRequest request, SdkHttpClient real)
            throws IOException {
        if (!operation.equals("BatchWriteItem") && !operation.equals("BatchGetItem")) {
            return real.prepareRequest(request).call();
        }
        ObjectNode whole = read(request);
        ObjectNode rest = JSON.createObjectNode();
        ObjectNode tables = (ObjectNode) whole.get("RequestItems");
        for (String table : tables.propertyStream().map(entry -> entry.getKey()).toList()) {
            halve(operation, tables, rest, table);
        }
        HttpExecuteResponse answer = real.prepareRequest(with(request, JSON.writeValueAsBytes(whole)))
                .call();
        ObjectNode body = (ObjectNode) JSON.readTree(FaultyHttpClient.body(answer));
        body.set(operation.equals("BatchWriteItem") ? "UnprocessedItems" : "UnprocessedKeys", rest);
        return FaultyHttpClient.answer(
                answer.httpResponse().toBuilder().removeHeader("x-amz-crc32").build(), JSON.writeValueAsBytes(body));
    }

    private static void halve(String operation, ObjectNode tables, ObjectNode rest, String table) {
        if (operation.equals("BatchWriteItem")) {
            rest.set(table, tail((ArrayNode) tables.get(table)));
        } else {
            ObjectNode keys = tables.get(table).deepCopy();
            keys.set("Keys", tail((ArrayNode) tables.get(table).get("Keys")));
            rest.set(table, keys);
        }
        if (rest.get(table).isEmpty()
                || rest.get(table).path("Keys").isEmpty() && !rest.get(table).isArray()) {
            rest.remove(table);
        }
    }

    private static ArrayNode tail(ArrayNode all) {
        int kept = (all.size() + 1) / 2;
        ArrayNode tail = JSON.createArrayNode();
        while (all.size() > kept) {
            tail.add(all.remove(kept));
        }
        return tail;
    }

    private static ObjectNode read(HttpExecuteRequest request) throws IOException {
        try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
            return (ObjectNode) JSON.readTree(IoUtils.toByteArray(body));
        }
    }

    private static HttpExecuteRequest with(HttpExecuteRequest request, byte[] body) {
        SdkHttpRequest http = request.httpRequest().toBuilder()
                .putHeader("Content-Length", Integer.toString(body.length))
                .build();
        return HttpExecuteRequest.builder()
                .request(http)
                .contentStreamProvider(() -> new ByteArrayInputStream(body))
                .build();
    }
}
