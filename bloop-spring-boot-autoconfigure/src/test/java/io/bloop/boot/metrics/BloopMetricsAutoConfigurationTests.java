package io.bloop.boot.metrics;

import static io.bloop.boot.links.LinkModel.LINK;
import static io.bloop.write.WriteOptions.onlyIf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.boot.EngineBuilderCustomizer;
import io.bloop.boot.LocalDynamoDb;
import io.bloop.boot.links.Link;
import io.bloop.boot.links.LinksApplication;
import io.bloop.engine.Engine;
import io.bloop.request.ConstraintViolation;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BloopMetricsAutoConfigurationTests {

    private static final String METRICS = "org.springframework.boot.micrometer.metrics.autoconfigure.";

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LocalDynamoDb.class, LinksApplication.class)
            .withPropertyValues("bloop.table-name-template=" + LocalDynamoDb.prefix() + "{table_name}");

    @Test
    void measuresTheEngineByTheRegistryOfSpringBoot() {
        contextRunner.run(context -> {
            context.getBean(Engine.class).template(LINK).find("docs");
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            assertThat(registry.get("bloop.capacity.read")
                            .tag("bloop.model", "Link")
                            .summary()
                            .totalAmount())
                    .isEqualTo(0.5);
            assertThat(registry.get("db.client.operation.duration")
                            .tag("db.operation.name", "GetItem")
                            .tag("error.type", "none")
                            .timer()
                            .count())
                    .isEqualTo(1);
        });
    }

    @Test
    void describesTheTimerOfRequestsAndTagsFailuresOnce() {
        contextRunner.run(context -> {
            Engine engine = context.getBean(Engine.class);
            engine.template(LINK).find("docs");
            assertThatExceptionOfType(ConstraintViolation.class)
                    .isThrownBy(() -> engine.template(LINK).save(new Link("docs", "ada"), onlyIf(LINK.slug.exists())));
            assertThat(context.getBean(MeterRegistry.class)
                            .get("db.client.operation.duration")
                            .timers())
                    .extracting(Timer::getId)
                    .allSatisfy(id -> assertThat(id.getDescription())
                            .isEqualTo("Duration of requests to DynamoDB, with all retries"))
                    .allSatisfy(id ->
                            assertThat(id.getTags()).extracting(Tag::getKey).doesNotContain("error"))
                    .extracting(id -> id.getTag("error.type"))
                    .contains("none", "ConditionalCheckFailedException");
        });
    }

    @Test
    void describesTheTimerOfRequestsThatAreUnderWay() {
        contextRunner.run(context -> {
            context.getBean(Engine.class).template(LINK).find("docs");
            assertThat(context.getBean(MeterRegistry.class)
                            .get("db.client.operation.duration.active")
                            .longTaskTimers())
                    .extracting(timer -> timer.getId().getDescription())
                    .containsOnly("Duration of requests to DynamoDB that are in progress");
        });
    }

    @Test
    void leavesTheMetersOfOthersAsTheyAre() {
        contextRunner.run(context -> {
            MeterRegistry registry = context.getBean(MeterRegistry.class);
            Timer timer = registry.timer("db.client.operation.duration", "error", "none", "error.type", "none");
            assertThat(timer.getId().getDescription()).isNull();
            assertThat(timer.getId().getTag("error")).isEqualTo("none");
        });
    }

    @Test
    @DisplayName("E23 the limit of the auto-configured client is shown, and other clients have none to show")
    void showsTheLimitOfTheClient() {
        new ApplicationContextRunner()
                .withUserConfiguration(LinksApplication.class)
                .withPropertyValues(
                        "bloop.bind=none", "bloop.endpoint=http://localhost:1", "bloop.http.max-connections=7")
                .run(context -> assertThat(context.getBean(MeterRegistry.class)
                                .get("bloop.requests.max")
                                .tag("server.address", "localhost")
                                .gauge()
                                .value())
                        .isEqualTo(7));
        contextRunner.run(context -> assertThat(context.getBean(MeterRegistry.class)
                        .find("bloop.requests.max")
                        .gauges())
                .isEmpty());
    }

    @Test
    void takesTheApplicationsRegistry() {
        SimpleMeterRegistry own = new SimpleMeterRegistry();
        contextRunner.withBean(MeterRegistry.class, () -> own).run(context -> {
            context.getBean(Engine.class).template(LINK).find("docs");
            assertThat(own.get("bloop.items").summary().count()).isEqualTo(1);
        });
    }

    @Test
    void givesWayToACustomizerOfItsName() {
        contextRunner
                .withBean("bloopMetricsCustomizer", EngineBuilderCustomizer.class, () -> builder -> {})
                .run(context -> {
                    context.getBean(Engine.class).template(LINK).find("docs");
                    assertThat(context.getBean(MeterRegistry.class)
                                    .find("bloop.items")
                                    .meters())
                            .isEmpty();
                });
    }

    @Test
    void measuresNothingThatSpringBootSwitchesOff() {
        contextRunner
                .withPropertyValues("management.metrics.enable.bloop.items=false")
                .run(context -> {
                    context.getBean(Engine.class).template(LINK).find("docs");
                    MeterRegistry registry = context.getBean(MeterRegistry.class);
                    assertThat(registry.find("bloop.items").meters()).isEmpty();
                    assertThat(registry.find("bloop.capacity.read").meters()).hasSize(1);
                });
    }

    @Test
    void configuresNothingWithoutARegistry() {
        contextRunner
                .withPropertyValues(
                        "spring.autoconfigure.exclude=" + METRICS + "CompositeMeterRegistryAutoConfiguration," + METRICS
                                + "export.simple.SimpleMetricsExportAutoConfiguration")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(MeterRegistry.class)
                        .doesNotHaveBean("bloopMetricsCustomizer"));
    }

    @Test
    void configuresNothingWhereBloopIsDisabled() {
        contextRunner
                .withPropertyValues("bloop.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean("bloopMetricsCustomizer"));
    }

    @Test
    void configuresNothingWithoutMicrometer() {
        contextRunner
                .withClassLoader(new FilteredClassLoader("io.micrometer.core"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(Engine.class)
                        .doesNotHaveBean("bloopMetricsCustomizer"));
    }
}
