package io.bloop.benchmarks.call;

import io.awspring.cloud.dynamodb.DynamoDbTemplate;
import io.bloop.benchmarks.model.Order;
import io.bloop.benchmarks.model.Samples;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryEnhancedRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Calls the template of Spring Cloud AWS. */
final class SpringCalls implements ItemCalls {

    private final DynamoDbTemplate template;
    private final Order order = Samples.order(0);

    SpringCalls(DynamoDbClient client) {
        this.template = new DynamoDbTemplate(
                DynamoDbEnhancedClient.builder().dynamoDbClient(client).build());
    }

    @Override
    public Order get() {
        Key key = Key.builder()
                .partitionValue(order.getCustomer())
                .sortValue(order.getId().toString())
                .build();
        return Objects.requireNonNull(template.load(key, Order.class));
    }

    @Override
    public void put() {
        template.save(order);
    }

    @Override
    public List<Order> query() {
        QueryEnhancedRequest request = QueryEnhancedRequest.builder()
                .queryConditional(QueryConditional.keyEqualTo(k -> k.partitionValue(Samples.CUSTOMER)))
                .build();
        return template.query(request, Order.class).items().stream().toList();
    }

    @Override
    public void update(String note) {
        order.setNote(note);
        template.update(order);
    }

    @Override
    public boolean isUpdateAnswered() {
        return true;
    }
}
