package io.bloop.boot.observation;

import io.bloop.boot.ServerAddress;
import io.bloop.request.RequestObserver;
import io.bloop.request.Target;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Observes each request, as a child of the present observation of its thread. */
final class ObservationRequestObserver implements RequestObserver {

    private static final BloopObservationConvention DEFAULT = new DefaultBloopObservationConvention();

    private final ObservationRegistry registry;
    private final @Nullable BloopObservationConvention convention;
    private final Supplier<@Nullable ServerAddress> server;

    ObservationRequestObserver(
            ObservationRegistry registry, @Nullable BloopObservationConvention convention, DynamoDbClient client) {
        this.registry = registry;
        this.convention = convention;
        // at the first request: a client that sends none is not asked
        this.server =
                SingletonSupplier.ofNullable(() -> ServerAddress.of(client).orElse(null));
    }

    @Override
    public Observation start(String operation, Target target) {
        BloopObservationContext context = new BloopObservationContext(operation, target, server.get());
        return ObservedRequest.start(
                context,
                BloopObservationDocumentation.REQUEST.observation(convention, DEFAULT, () -> context, registry));
    }
}
