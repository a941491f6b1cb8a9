package io.bloop.boot.observation;

import io.bloop.request.Outcome;
import io.bloop.request.RequestObserver;
import io.micrometer.observation.Observation;

/** The observation of one request, in whose scope the request is sent. */
final class ObservedRequest implements RequestObserver.Observation {

    private final BloopObservationContext context;
    private final Observation observation;
    private final Observation.Scope scope;

    private ObservedRequest(BloopObservationContext context, Observation observation) {
        this.context = context;
        this.observation = observation.start();
        this.scope = observation.openScope();
    }

    /** Starts an observation, unless nobody wants it. */
    static RequestObserver.Observation start(BloopObservationContext context, Observation observation) {
        return observation.isNoop() ? NONE : new ObservedRequest(context, observation);
    }

    @Override
    public void stop(Outcome outcome) {
        context.setOutcome(outcome);
        scope.close();
        if (outcome.failure() != null) {
            observation.error(outcome.failure());
        }
        observation.stop();
    }
}
