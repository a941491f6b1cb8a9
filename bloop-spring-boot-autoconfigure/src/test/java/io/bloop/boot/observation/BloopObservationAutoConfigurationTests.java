package io.bloop.boot.observation;

import static io.bloop.boot.links.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.EngineBuilderCustomizer;
import io.bloop.boot.LocalDynamoDb;
import io.bloop.boot.links.LinksApplication;
import io.bloop.engine.Engine;
import io.bloop.request.Target;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BloopObservationAutoConfigurationTests {

    private final TestObservationRegistry registry = TestObservationRegistry.create();

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LocalDynamoDb.class, LinksApplication.class)
            .withPropertyValues("bloop.table-name-template=" + LocalDynamoDb.prefix() + "{table_name}");

    private final ApplicationContextRunner observed = contextRunner.withBean(ObservationRegistry.class, () -> registry);

    @Test
    void observesTheEngine() {
        observed.run(context -> {
            context.getBean(Engine.class).template(LINK).find("docs");
            TestObservationRegistryAssert.assertThat(registry)
                    .hasAnObservation(observation -> observation
                            .hasNameEqualTo("db.client.operation.duration")
                            .hasLowCardinalityKeyValue("db.operation.name", "GetItem"));
        });
    }

    @Test
    void comesAfterTheRegistryOfSpringBoot() {
        contextRunner.run(context -> {
            assertThat(context).hasSingleBean(ObservationRegistry.class);
            assertThat(context).hasBean("bloopObservationCustomizer");
        });
    }

    @Test
    void takesTheApplicationsConvention() {
        observed.withBean(BloopObservationConvention.class, Renamed::new).run(context -> {
            context.getBean(Engine.class).template(LINK).find("docs");
            TestObservationRegistryAssert.assertThat(registry)
                    .hasObservationWithNameEqualTo("my.requests")
                    .that()
                    .hasBeenStopped();
        });
    }

    @Test
    void givesWayToACustomizerOfItsName() {
        observed.withBean("bloopObservationCustomizer", EngineBuilderCustomizer.class, () -> builder -> {})
                .run(context -> {
                    context.getBean(Engine.class).template(LINK).find("docs");
                    TestObservationRegistryAssert.assertThat(registry).doesNotHaveAnyObservation();
                });
    }

    @Test
    void observesNothingWhereSpringBootSwitchesTheObservationOff() {
        contextRunner
                .withPropertyValues("management.observations.enable.db.client.operation.duration=false")
                .run(context -> {
                    ObservationRegistry real = context.getBean(ObservationRegistry.class);
                    assertThat(BloopObservationDocumentation.REQUEST
                                    .observation(
                                            null,
                                            new DefaultBloopObservationConvention(),
                                            () -> new BloopObservationContext(
                                                    "GetItem", new Target("Link", "Link", null), null),
                                            real)
                                    .isNoop())
                            .isTrue();
                });
    }

    @Test
    void configuresNothingWhereBloopIsDisabled() {
        observed.withPropertyValues("bloop.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean("bloopObservationCustomizer"));
    }

    @Test
    void configuresNothingWithoutMicrometer() {
        contextRunner
                .withClassLoader(new FilteredClassLoader("io.micrometer"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(Engine.class)
                        .doesNotHaveBean("bloopObservationCustomizer"));
    }

    static final class Renamed extends DefaultBloopObservationConvention {

        @Override
        public String getName() {
            return "my.requests";
        }
    }
}
