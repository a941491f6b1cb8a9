package io.bloop.table;

import io.bloop.model.Billing;
import io.bloop.model.StreamView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/**
 * Makes the request that creates a table.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html">CreateTable</a>
 */
final class TableCreation {

    private TableCreation() {}

    static CreateTableRequest request(TablePlan plan) {
        List<AttributeDefinition> attributes = new ArrayList<>();
        plan.keyAttributes()
                .forEach((name, type) -> attributes.add(AttributeDefinition.builder()
                        .attributeName(name)
                        .attributeType(type)
                        .build()));
        List<GlobalSecondaryIndex> globals = new ArrayList<>();
        List<LocalSecondaryIndex> locals = new ArrayList<>();
        for (IndexPlan index : plan.indexes()) {
            if (index.global()) {
                globals.add(global(plan, index));
            } else {
                locals.add(local(plan, index));
            }
        }
        CreateTableRequest.Builder request = CreateTableRequest.builder()
                .tableName(plan.tableName())
                .keySchema(plan.keys())
                .attributeDefinitions(attributes)
                .globalSecondaryIndexes(globals.isEmpty() ? null : globals)
                .localSecondaryIndexes(locals.isEmpty() ? null : locals)
                .billingMode(isOnDemand(plan) ? BillingMode.PAY_PER_REQUEST : BillingMode.PROVISIONED)
                .provisionedThroughput(throughput(plan, plan.units()));
        StreamView stream = plan.stream();
        if (stream != null) {
            request.streamSpecification(s -> s.streamEnabled(true).streamViewType(viewType(stream)));
        }
        if (Boolean.TRUE.equals(plan.encryption())) {
            request.sseSpecification(sse -> sse.enabled(true));
        }
        return request.build();
    }

    private static GlobalSecondaryIndex global(TablePlan plan, IndexPlan index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.storedName())
                .keySchema(index.keys())
                .projection(index.request(plan.keys()))
                .provisionedThroughput(throughput(plan, index.units()))
                .build();
    }

    private static LocalSecondaryIndex local(TablePlan plan, IndexPlan index) {
        return LocalSecondaryIndex.builder()
                .indexName(index.storedName())
                .keySchema(index.keys())
                .projection(index.request(plan.keys()))
                .build();
    }

    private static boolean isOnDemand(TablePlan plan) {
        return plan.billing() == Billing.ON_DEMAND;
    }

    private static @Nullable ProvisionedThroughput throughput(TablePlan plan, Units units) {
        if (isOnDemand(plan)) {
            return null;
        }
        return ProvisionedThroughput.builder()
                .readCapacityUnits(units.read() == null ? 1L : units.read())
                .writeCapacityUnits(units.write() == null ? 1L : units.write())
                .build();
    }

    static StreamViewType viewType(StreamView view) {
        return switch (view) {
            case KEYS -> StreamViewType.KEYS_ONLY;
            case NEW -> StreamViewType.NEW_IMAGE;
            case OLD -> StreamViewType.OLD_IMAGE;
            case NEW_AND_OLD -> StreamViewType.NEW_AND_OLD_IMAGES;
        };
    }
}
