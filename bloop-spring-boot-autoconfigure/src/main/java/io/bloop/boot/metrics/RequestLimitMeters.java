package io.bloop.boot.metrics;

import io.bloop.boot.ServerAddress;
import io.bloop.boot.metrics.BloopMeterDocumentation.KeyNames;
import io.bloop.request.RequestLimit;
import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Shows how many requests are in progress, and how many wait. */
final class RequestLimitMeters {

    private RequestLimitMeters() {}

    static void bind(MeterRegistry registry, RequestLimit limit, DynamoDbClient client) {
        String server = ServerAddress.of(client).map(ServerAddress::host).orElse(KeyValue.NONE_VALUE);
        gauge(
                        BloopMeterDocumentation.REQUESTS_ACTIVE,
                        "Requests that are in progress",
                        limit,
                        RequestLimit::active,
                        server)
                .register(registry);
        gauge(
                        BloopMeterDocumentation.REQUESTS_WAITING,
                        "Requests that wait for their turn",
                        limit,
                        RequestLimit::waiting,
                        server)
                .register(registry);
        gauge(
                        BloopMeterDocumentation.REQUESTS_MAX,
                        "Largest number of requests that are in progress at the same time",
                        limit,
                        RequestLimit::max,
                        server)
                .register(registry);
    }

    private static Gauge.Builder<RequestLimit> gauge(
            BloopMeterDocumentation meter,
            String description,
            RequestLimit limit,
            ToDoubleFunction<RequestLimit> value,
            String server) {
        return Gauge.builder(meter.getName(), limit, value)
                .baseUnit(meter.getBaseUnit())
                .description(description)
                .tag(KeyNames.SERVER.asString(), server);
    }
}
