package io.bloop.benchmarks.call;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Remembers what a client sends. */
final class SentRequests implements ExecutionInterceptor {

    private final List<SdkRequest> sent = new ArrayList<>();

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        sent.add(context.request());
    }

    /** Returns the one request that an action sends. */
    <R extends SdkRequest> R during(Runnable action, Class<R> type) {
        sent.clear();
        action.run();
        if (sent.size() != 1) {
            throw new IllegalStateException("One call is one request, and these are " + sent + ".");
        }
        return type.cast(sent.get(0));
    }
}
