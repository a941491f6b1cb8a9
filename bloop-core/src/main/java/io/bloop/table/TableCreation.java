package io.bloop.table;

import io.bloop.bound.Units;
import io.bloop.model.Billing;
import io.bloop.model.StreamView;
import io.bloop.model.TableClass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.SSESpecification;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/**
 * Makes the request that creates a table.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html">CreateTable</a>
 */
final class TableCreation {

    private TableCreation() {}

    /**
     * Makes the request.
     *
     * @param tagged whether the table gets the tag of tables that binding has not finished
     */
    static CreateTableRequest request(TablePlan plan, boolean tagged) {
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
                .provisionedThroughput(provisioned(plan, plan.throughput()))
                .onDemandThroughput(maximum(plan.throughput()))
                .warmThroughput(warm(plan.throughput()));
        StreamView stream = plan.stream();
        if (stream != null) {
            request.streamSpecification(s -> s.streamEnabled(true).streamViewType(viewType(stream)));
        }
        if (Boolean.TRUE.equals(plan.encryption())) {
            request.sseSpecification(encryption(plan.encryptionKey()));
        }
        TableClass tableClass = plan.tableClass();
        if (tableClass != null) {
            request.tableClass(tableClass(tableClass));
        }
        if (Boolean.TRUE.equals(plan.deletionProtection())) {
            request.deletionProtectionEnabled(true);
        }
        List<Tag> tags = tags(plan);
        if (tagged) {
            tags.add(Tag.builder().key(Unfinished.TAG).value("").build());
        }
        return request.tags(tags.isEmpty() ? null : tags).build();
    }

    private static SSESpecification encryption(@Nullable String key) {
        return SSESpecification.builder()
                .enabled(true)
                .sseType(key == null ? null : SSEType.KMS)
                .kmsMasterKeyId(key)
                .build();
    }

    private static List<Tag> tags(TablePlan plan) {
        List<Tag> tags = new ArrayList<>();
        plan.tags()
                .forEach((key, value) ->
                        tags.add(Tag.builder().key(key).value(value).build()));
        return tags;
    }

    private static GlobalSecondaryIndex global(TablePlan plan, IndexPlan index) {
        return GlobalSecondaryIndex.builder()
                .indexName(index.storedName())
                .keySchema(index.keys())
                .projection(index.request(plan.keys()))
                .provisionedThroughput(provisioned(plan, index.throughput()))
                .onDemandThroughput(maximum(index.throughput()))
                .warmThroughput(warm(index.throughput()))
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

    private static @Nullable ProvisionedThroughput provisioned(TablePlan plan, Throughput wanted) {
        if (isOnDemand(plan)) {
            return null;
        }
        Units units = wanted.provisioned();
        return ProvisionedThroughput.builder()
                .readCapacityUnits(units.read() == null ? 1L : units.read())
                .writeCapacityUnits(units.write() == null ? 1L : units.write())
                .build();
    }

    private static @Nullable OnDemandThroughput maximum(Throughput wanted) {
        Units units = wanted.maximum();
        return units.isUnset()
                ? null
                : OnDemandThroughput.builder()
                        .maxReadRequestUnits(units.read())
                        .maxWriteRequestUnits(units.write())
                        .build();
    }

    private static @Nullable WarmThroughput warm(Throughput wanted) {
        Units units = wanted.warm();
        return units.isUnset()
                ? null
                : WarmThroughput.builder()
                        .readUnitsPerSecond(units.read())
                        .writeUnitsPerSecond(units.write())
                        .build();
    }

    static software.amazon.awssdk.services.dynamodb.model.TableClass tableClass(TableClass tableClass) {
        return switch (tableClass) {
            case STANDARD -> software.amazon.awssdk.services.dynamodb.model.TableClass.STANDARD;
            case INFREQUENT_ACCESS ->
                software.amazon.awssdk.services.dynamodb.model.TableClass.STANDARD_INFREQUENT_ACCESS;
        };
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
