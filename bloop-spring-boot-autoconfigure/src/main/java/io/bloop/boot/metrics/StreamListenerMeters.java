package io.bloop.boot.metrics;

import io.bloop.boot.stream.StreamListenerContainer;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;

/** Shows how far the stream listeners of this process are. */
final class StreamListenerMeters {

    private StreamListenerMeters() {}

    static void bind(MeterRegistry registry, StreamListenerContainer<?> container) {
        Tags tags = Tags.of("bloop.listener", container.id(), "bloop.model", container.modelNames());
        TimeGauge.builder(
                        "bloop.stream.lag",
                        container,
                        TimeUnit.MILLISECONDS,
                        one -> one.lag().toMillis())
                .description("Age of the oldest change that is known and not handled")
                .tags(tags)
                .register(registry);
        FunctionCounter.builder("bloop.stream.records", container, StreamListenerContainer::records)
                .description("Changes that were handled")
                .tags(tags)
                .register(registry);
        FunctionCounter.builder("bloop.stream.failures", container, StreamListenerContainer::failures)
                .description("Deliveries that have failed, each attempt counted")
                .tags(tags)
                .register(registry);
        FunctionCounter.builder("bloop.stream.skipped", container, StreamListenerContainer::skipped)
                .description("Changes that the error handler has passed over")
                .tags(tags)
                .register(registry);
        Gauge.builder("bloop.stream.shards", container, one -> one.shards().size())
                .description("Shards that this process reads")
                .tags(tags)
                .register(registry);
        Gauge.builder("bloop.stream.lease", container, one -> one.isLeader() ? 1 : 0)
                .description("Whether this process holds the lease")
                .tags(tags)
                .register(registry);
    }
}
