package io.bloop.boot.metrics;

import io.bloop.boot.metrics.BloopMeterDocumentation.KeyNames;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Completes the timers that Micrometer makes of observations of requests, under any name.
 *
 * <p>They have no description, and a tag {@code error} beside {@code error.type}, which holds less. Stateless and
 * thread-safe.
 */
final class RequestTimerFilter implements MeterFilter {

    private static final String ERROR = "error";
    private static final String ERROR_TYPE = "error.type";

    @Override
    public Meter.Id map(Meter.Id id) {
        String description = description(id);
        if (description == null || id.getTag(KeyNames.MODEL.asString()) == null) {
            return id;
        }
        return new Meter.Id(
                id.getName(),
                Tags.of(tags(id)),
                id.getBaseUnit(),
                id.getDescription() == null ? description : id.getDescription(),
                id.getType());
    }

    private static @Nullable String description(Meter.Id id) {
        return switch (id.getType()) {
            case TIMER -> "Duration of requests to DynamoDB, with all retries";
            case LONG_TASK_TIMER -> "Duration of requests to DynamoDB that are in progress";
            default -> null;
        };
    }

    private static List<Tag> tags(Meter.Id id) {
        return id.getTag(ERROR_TYPE) == null
                ? id.getTags()
                : id.getTags().stream()
                        .filter(tag -> !tag.getKey().equals(ERROR))
                        .toList();
    }
}
