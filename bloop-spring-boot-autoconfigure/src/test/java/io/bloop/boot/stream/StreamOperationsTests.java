package io.bloop.boot.stream;

import static io.bloop.boot.stream.VisitsRunner.awaitCaughtUp;
import static io.bloop.boot.stream.VisitsRunner.container;
import static io.bloop.boot.stream.VisitsRunner.visits;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.endpoint.BloopStreamsEndpoint;
import io.bloop.boot.endpoint.BloopStreamsEndpoint.Action;
import io.bloop.boot.endpoint.BloopStreamsEndpoint.ListenerDescriptor;
import io.bloop.boot.visits.Visit;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StreamOperationsTests {

    private final ApplicationContextRunner runner = VisitsRunner.create()
            .withBean(Refuses13.class)
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
            .withPropertyValues("bloop.stream.listener.retry.max-retries=1");

    @Test
    @DisplayName("S13 records, shards, lag and the lease of a listener are metrics")
    void hasMetrics() {
        runner.run(context -> {
            visits(context).save(new Visit("a", 1));
            awaitCaughtUp(context);
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(registry.get("bloop.stream.records")
                            .tags("bloop.listener", "visits", "bloop.model", "Visit")
                            .functionCounter()
                            .count())
                    .isEqualTo(1);
            assertThat(registry.get("bloop.stream.failures").functionCounter().count())
                    .isZero();
            assertThat(registry.get("bloop.stream.shards").gauge().value()).isEqualTo(1);
            assertThat(registry.get("bloop.stream.lease").gauge().value()).isEqualTo(1);
            assertThat(registry.get("bloop.stream.lag").timeGauge().value(TimeUnit.SECONDS))
                    .isZero();
        });
    }

    @Test
    @DisplayName("S12 the health of a listener that has failed is down, and up when it goes on")
    void hasHealth() {
        runner.run(context -> {
            HealthIndicator health = context.getBean("bloopStreamHealthIndicator", HealthIndicator.class);
            awaitCaughtUp(context);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            visits(context).save(new Visit("b", 13));
            while (container(context).isRunning()) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.health().getDetails()).hasToString("{listeners={visits=failed}}");
            context.getBean(Refuses13.class).mended = true;
            container(context).start();
            awaitCaughtUp(context);
            assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        });
    }

    @Test
    @DisplayName("S13 the endpoint shows a listener, pauses and resumes it")
    void hasAnEndpoint() {
        runner.run(context -> {
            awaitCaughtUp(context);
            BloopStreamsEndpoint endpoint = new BloopStreamsEndpoint(context.getBean(StreamListenerRegistry.class));
            assertThat(endpoint.listeners().listeners().get("visits"))
                    .extracting(ListenerDescriptor::model, ListenerDescriptor::state, ListenerDescriptor::lease)
                    .containsExactly("Visit", "active", true);
            assertThat(endpoint.change("visits", Action.PAUSE).state()).isEqualTo("paused");
            assertThat(endpoint.change("visits", Action.RESUME).state()).isEqualTo("active");
            assertThat(endpoint.change("visits", Action.STOP).state()).isEqualTo("stopped");
            assertThat(endpoint.change("unknown", Action.PAUSE)).isNull();
        });
    }

    @Test
    @DisplayName("S13 each delivery is observed")
    void observesDeliveries() {
        TestObservationRegistry registry = TestObservationRegistry.create();
        runner.withBean(ObservationRegistry.class, () -> registry).run(context -> {
            visits(context).save(new Visit("a", 1));
            awaitCaughtUp(context);
            TestObservationRegistryAssert.assertThat(registry)
                    .hasObservationWithNameEqualTo("bloop.stream.delivery")
                    .that()
                    .hasLowCardinalityKeyValue("bloop.listener", "visits")
                    .hasLowCardinalityKeyValue("bloop.model", "Visit")
                    .hasBeenStopped();
        });
    }

    static final class Refuses13 {

        private volatile boolean mended;

        @BloopStreamListener(id = "visits")
        void hear(Visit visit) {
            if (visit.count() == 13 && !mended) {
                throw new IllegalStateException("13");
            }
        }
    }
}
