package io.bloop.request.internal;

import io.bloop.request.Outcome;
import io.bloop.request.RequestObserver;
import io.bloop.request.RequestObserver.Observation;
import io.bloop.request.Target;
import io.bloop.request.internal.Operation.Counts;
import io.bloop.wire.internal.ClientConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.metrics.CoreMetric;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;

/** Sends requests that observers watch. */
final class Observed {

    private static final Logger LOG = LoggerFactory.getLogger(RequestObserver.class);

    private final List<RequestObserver> observers;
    private final SdkClient client;
    private volatile @Nullable List<MetricPublisher> publishers;

    Observed(SdkClient client, List<RequestObserver> observers) {
        this.client = client;
        this.observers = List.copyOf(observers);
    }

    <Q extends AwsRequest, R> R send(
            Operation<Q, R> operation, Target target, Q request, Duration waited, Function<Q, R> call) {
        return observers.isEmpty() ? call.apply(request) : watched(operation, target, request, waited, call);
    }

    private <Q extends AwsRequest, R> R watched(
            Operation<Q, R> operation, Target target, Q request, Duration waited, Function<Q, R> call) {
        List<Observation> observations = new ArrayList<>();
        for (RequestObserver observer : observers) {
            quietly(observer, watching -> observations.add(watching.start(operation.name(), target)));
        }
        observations.removeIf(observation -> observation == Observation.NONE);
        if (observations.isEmpty()) {
            return call.apply(request);
        }
        Retries retries = new Retries();
        Q sent = metered(operation.charged().apply(request), retries);
        long start = System.nanoTime();
        R answer;
        try {
            answer = call.apply(sent);
        } catch (RuntimeException | Error ex) {
            stop(observations, outcome(waited, start, Counts.NONE, retries, failure(ex)));
            throw ex;
        }
        stop(observations, outcome(waited, start, operation.counts().apply(request, answer), retries, null));
        return answer;
    }

    /** Code that the SDK calls, such as an interceptor or a provider of credentials, may throw anything. */
    private static SdkException failure(Throwable thrown) {
        return thrown instanceof SdkException known ? known : SdkClientException.create(String.valueOf(thrown), thrown);
    }

    private static Outcome outcome(
            Duration waited, long start, Counts counts, Retries retries, @Nullable SdkException failure) {
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        return new Outcome(
                waited, duration, counts.items(), counts.scanned(), counts.capacity(), retries.count(failure), failure);
    }

    private static void stop(List<Observation> observations, Outcome outcome) {
        // the last one that was opened is closed first
        for (int i = observations.size() - 1; i >= 0; i--) {
            quietly(observations.get(i), observation -> observation.stop(outcome));
        }
    }

    static <O> void quietly(O observer, Consumer<O> told) {
        try {
            told.accept(observer);
        } catch (RuntimeException ex) {
            LOG.warn(
                    "An observer of requests has failed: {}",
                    observer.getClass().getName(),
                    ex);
        }
    }

    /** Asks once, at the first request that someone watches. */
    private List<MetricPublisher> publishers() {
        List<MetricPublisher> known = publishers;
        if (known == null) {
            known = ClientConfiguration.of(client)
                    .map(ClientOverrideConfiguration::metricPublishers)
                    .orElse(List.of());
            publishers = known;
        }
        return known;
    }

    @SuppressWarnings("unchecked") // a request's builder builds a request of its kind
    private <Q extends AwsRequest> Q metered(Q request, Retries retries) {
        AwsRequestOverrideConfiguration.Builder configuration = request.overrideConfiguration()
                .map(AwsRequestOverrideConfiguration::toBuilder)
                .orElseGet(AwsRequestOverrideConfiguration::builder);
        // publishers of a request replace those of its client
        publishers().forEach(configuration::addMetricPublisher);
        configuration.addMetricPublisher(retries);
        return (Q)
                request.toBuilder().overrideConfiguration(configuration.build()).build();
    }

    /** Learns from the SDK's metrics of one call how often it was tried again. */
    private static final class Retries implements MetricPublisher {

        private int count;

        @Override
        public void publish(MetricCollection metrics) {
            metrics.metricValues(CoreMetric.RETRY_COUNT).forEach(retries -> count = retries);
        }

        int count(@Nullable SdkException failure) {
            Integer attempts = failure == null ? null : failure.numAttempts();
            return attempts == null ? count : attempts - 1;
        }

        @Override
        public void close() {
            // there is nothing to close
        }
    }
}
