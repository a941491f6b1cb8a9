package io.bloop.bulk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.bulk.BulkFailed;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Shop;
import io.bloop.testing.Shop.Customer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Bulk writes of a model whose items cannot be told by their keys, so that each write is conditional. */
class GuardedWriteTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private BloopTemplate<Customer> customers;

    @BeforeEach
    void bind() {
        client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        Shop shop = new Shop(Shop.Way.DISCRIMINATOR);
        engine.bind(shop.models());
        customers = engine.template(shop.customers);
        client.clear();
    }

    private static Customer customer(String number) {
        Customer customer = new Customer();
        customer.pk = "pk";
        customer.sk = number;
        customer.owner = "me";
        return customer;
    }

    @Test
    @DisplayName("P3 E17 objects that were replaced by conditional writes count as saved")
    void countAsSaved() {
        Customer customer = customer("1");

        assertThat(customers.bulk().replaceAll(List.of(customer))).isEqualTo(1);

        assertThat(client.operations()).containsExactly("PutItem");
        customers.save(customer);
        assertThat(client.operations()).containsExactly("PutItem");
    }

    @Test
    @DisplayName("P3 E17 objects that were deleted by conditional writes count as new")
    void countAsNew() {
        Customer customer = customer("1");
        customers.save(customer);

        customers.bulk().deleteAll(List.of(customer));
        customers.save(customer);

        assertThat(dynamoDb.item("shop", Map.of("PK", fromS("pk"), "SK", fromS("1"))))
                .containsEntry("owner", fromS("me"));
    }

    @Test
    @DisplayName("P3 E17 an object whose conditional write was refused stays as it was")
    void stayAsTheyWere() {
        Map<String, AttributeValue> foreign =
                Map.of("PK", fromS("pk"), "SK", fromS("1"), "type", fromS("OTHER"), "owner", fromS("them"));
        dynamoDb.put("shop", foreign);
        Customer customer = customer("1");

        BulkFailed failed =
                catchThrowableOfType(BulkFailed.class, () -> customers.bulk().replaceAll(List.of(customer)));

        assertThat(List.<Object>copyOf(failed.left())).containsExactly(customer);
        assertThat(dynamoDb.item("shop", Map.of("PK", fromS("pk"), "SK", fromS("1"))))
                .isEqualTo(foreign);
        customer.sk = "2";
        customers.save(customer);
        assertThat(dynamoDb.item("shop", Map.of("PK", fromS("pk"), "SK", fromS("2"))))
                .containsEntry("owner", fromS("me"));
    }
}
