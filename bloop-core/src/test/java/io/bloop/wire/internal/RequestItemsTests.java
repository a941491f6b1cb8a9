package io.bloop.wire.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.testing.CannedHttpClient;
import io.bloop.testing.Link;
import io.bloop.testing.LinkModel;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.wire.ItemsInterceptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

class RequestItemsTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private static WrittenItem item(String slug) {
        WireWriter out = new WireWriter(0);
        out.attribute(WireWriter.attributeName("slug"));
        out.string(slug);
        WrittenItem item = out.item(new AttributeNames());
        assertThat(item).isNotNull();
        return item;
    }

    private static PutItemRequest.Builder put(String table) {
        return PutItemRequest.builder().tableName(table).item(Map.of());
    }

    @Test
    @DisplayName("E8 a request whose item is not put in is refused, and overwrites nothing")
    void withoutTheInterceptorNothingIsWritten() {
        dynamoDb.engine().bind(List.of(LinkModel.LINK));
        Link link = new Link("a");
        link.owner = "ada";
        dynamoDb.engine().template(LinkModel.LINK).insert(link);
        PutItemRequest.Builder request = put(dynamoDb.tableName("Link"));
        RequestItems.carry(request, List.of(item("a")));

        assertThatThrownBy(() -> dynamoDb.client().putItem(request.build()))
                .isInstanceOf(DynamoDbException.class)
                .hasMessageStartingWith("One of the required keys was not given a value");
        assertThat(dynamoDb.item("Link", Map.of("slug", fromS("a")))).containsEntry("owner", fromS("ada"));
    }

    @Test
    @DisplayName("E8 nothing is sent of a request that has no place for an item")
    void everyItemHasAPlace() {
        CannedHttpClient http = new CannedHttpClient().answer("{}");
        DynamoDbClient client = http.client(c -> c.addExecutionInterceptor(new ItemsInterceptor()));
        PutItemRequest.Builder full = put("Link").item(Map.of("slug", fromS("a")));
        RequestItems.carry(full, List.of(item("a")));
        PutItemRequest.Builder two = put("Link");
        RequestItems.carry(two, List.of(item("a"), item("b")));

        assertThatThrownBy(() -> client.putItem(full.build()))
                .hasMessageContaining(
                        "The request has 0 places for 1 items; nothing was sent. Set readFromBytes(false), "
                                + "or bloop.read-from-bytes=false, to leave items to this version of the SDK.");
        assertThatThrownBy(() -> client.putItem(two.build()))
                .hasMessageContaining(
                        "The request has 1 places for 2 items; nothing was sent. Set readFromBytes(false), "
                                + "or bloop.read-from-bytes=false, to leave items to this version of the SDK.");
        assertThat(http.calls()).isZero();
    }

    @Test
    @DisplayName("E8 carrying items leaves a request the configuration that it has")
    void carryingItemsKeepsTheConfiguration() {
        PutItemRequest.Builder request =
                put("Link").overrideConfiguration(c -> c.apiCallTimeout(Duration.ofSeconds(3)));

        RequestItems.carry(request, List.of(item("a")));

        assertThat(request.overrideConfiguration().apiCallTimeout()).contains(Duration.ofSeconds(3));
        assertThat(RequestItems.of(request.build()))
                .singleElement()
                .satisfies(item -> assertThat(item.attributes()).isEqualTo(Map.of("slug", fromS("a"))));
    }

    @Test
    void aRequestWithoutItemsStaysAsItIs() {
        PutItemRequest.Builder request = put("Link");

        RequestItems.carry(request, List.of());

        assertThat(request.overrideConfiguration()).isNull();
        assertThat(RequestItems.of(request.build())).isEmpty();
    }
}
