package io.bloop.shop;

import io.bloop.boot.EngineBuilderCustomizer;
import io.bloop.engine.EngineBuilder;
import io.bloop.request.RequestObserver.Observation;
import io.bloop.request.Target;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.context.TestComponent;

/** Notes the requests that the shop sends. */
@TestComponent
final class RequestLog implements EngineBuilderCustomizer {

    private final List<String> requests = new ArrayList<>();

    @Override
    public void customize(EngineBuilder builder) {
        builder.observer(this::note);
    }

    private synchronized Observation note(String operation, Target target) {
        requests.add(target.index() == null ? operation : operation + " of " + target.index());
        return Observation.NONE;
    }

    /** Returns the requests that something sends. */
    synchronized List<String> during(Runnable action) {
        requests.clear();
        action.run();
        return List.copyOf(requests);
    }
}
