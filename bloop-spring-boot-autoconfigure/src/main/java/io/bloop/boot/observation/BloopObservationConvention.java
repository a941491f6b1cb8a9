package io.bloop.boot.observation;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Names the observations of requests and their key values.
 *
 * <p>A bean of this type replaces {@link DefaultBloopObservationConvention}. Implementations are thread-safe.
 *
 * @since 0.1.0
 */
public interface BloopObservationConvention extends ObservationConvention<BloopObservationContext> {

    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof BloopObservationContext;
    }
}
