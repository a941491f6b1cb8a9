package io.bloop.boot.metrics;

import io.bloop.boot.ServerAddress;
import io.bloop.boot.metrics.BloopMeterDocumentation.KeyNames;
import io.bloop.request.Outcome;
import io.bloop.request.RequestObserver;
import io.bloop.request.Target;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/** Measures the capacity that each request consumes. */
final class MeterRequestObserver implements RequestObserver {

    private final MeterRegistry registry;
    private final MeterProvider<DistributionSummary> read;
    private final MeterProvider<DistributionSummary> write;
    private final MeterProvider<DistributionSummary> items;
    private final MeterProvider<DistributionSummary> scanned;
    private final MeterProvider<Counter> skipped;
    private final MeterProvider<Counter> retries;
    private final MeterProvider<Timer> waits;
    private final Supplier<String> server;

    MeterRequestObserver(MeterRegistry registry, DynamoDbClient client) {
        this.registry = registry;
        this.read = summary(
                BloopMeterDocumentation.CAPACITY_READ, "Read capacity units that requests have consumed", registry);
        this.write = summary(
                BloopMeterDocumentation.CAPACITY_WRITE, "Write capacity units that requests have consumed", registry);
        this.items = summary(
                BloopMeterDocumentation.ITEMS, "Items that requests have brought back or have written", registry);
        this.scanned = summary(
                BloopMeterDocumentation.ITEMS_SCANNED,
                "Items that queries and scans have read before their filters",
                registry);
        this.skipped = Counter.builder(BloopMeterDocumentation.ITEMS_SKIPPED.getName())
                .baseUnit(BloopMeterDocumentation.ITEMS_SKIPPED.getBaseUnit())
                .description("Items that searches have passed over, since no bound model of the table claims them")
                .withRegistry(registry);
        this.retries = Counter.builder(BloopMeterDocumentation.RETRIES.getName())
                .description("How often the SDK has tried requests again")
                .withRegistry(registry);
        this.waits = Timer.builder(BloopMeterDocumentation.REQUESTS_WAIT_TIME.getName())
                .description("Time that requests have waited for their turn")
                .withRegistry(registry);
        // at the first request: a client that sends none is not asked
        this.server = SingletonSupplier.of(
                () -> ServerAddress.of(client).map(ServerAddress::host).orElse(KeyValue.NONE_VALUE));
    }

    private static MeterProvider<DistributionSummary> summary(
            BloopMeterDocumentation meter, String description, MeterRegistry registry) {
        return DistributionSummary.builder(meter.getName())
                .baseUnit(meter.getBaseUnit())
                .description(description)
                .withRegistry(registry);
    }

    @Override
    public Observation start(String operation, Target target) {
        return isUnheard() ? Observation.NONE : outcome -> measure(operation, target, outcome);
    }

    @Override
    public void skipped(String operation, Target target, int items) {
        if (!isUnheard()) {
            skipped.withTags(tags(operation, target.models(), target.table(), target.index()))
                    .increment(items);
        }
    }

    /** Tells whether the registry is what Spring Boot has where nothing is exported. */
    private boolean isUnheard() {
        return registry instanceof CompositeMeterRegistry composite
                && composite.getRegistries().isEmpty();
    }

    private void measure(String operation, Target target, Outcome outcome) {
        String table = target.parts().isEmpty() ? target.table() : KeyValue.NONE_VALUE;
        Tags tags = tags(operation, target.models(), table, target.index());
        if (outcome.retries() > 0) {
            retries.withTags(tags).increment(outcome.retries());
        }
        if (!outcome.waited().isZero()) {
            waits.withTags(tags).record(outcome.waited());
        }
        if (outcome.failure() != null || outcome.capacity().isEmpty()) {
            return;
        }
        items.withTags(tags).record(outcome.items());
        if (operation.equals("Query") || operation.equals("Scan")) {
            scanned.withTags(tags).record(outcome.scanned());
        }
        outcome.capacity().forEach(capacity -> measure(operation, target, capacity));
    }

    private void measure(String operation, Target target, ConsumedCapacity capacity) {
        for (ConsumedUnits charge : ConsumedUnits.of(operation, capacity)) {
            Tags tags = tags(operation, models(target, charge.table()), charge.table(), charge.index());
            if (charge.read() > 0) {
                read.withTags(tags).record(charge.read());
            }
            if (charge.write() > 0) {
                write.withTags(tags).record(charge.write());
            }
        }
    }

    /** Returns the models that a target has on a table. */
    private static String models(Target target, String table) {
        String models = target.parts().stream()
                .filter(part -> part.table().equals(table))
                .map(Target::models)
                .distinct()
                .collect(Collectors.joining(", "));
        return models.isEmpty() ? target.models() : models;
    }

    private Tags tags(String operation, String models, String table, @Nullable String index) {
        return Tags.of(
                KeyNames.MODEL.asString(),
                models,
                KeyNames.OPERATION.asString(),
                operation,
                KeyNames.TABLE.asString(),
                table,
                KeyNames.INDEX.asString(),
                index == null ? KeyValue.NONE_VALUE : index,
                KeyNames.SERVER.asString(),
                server.get());
    }
}
