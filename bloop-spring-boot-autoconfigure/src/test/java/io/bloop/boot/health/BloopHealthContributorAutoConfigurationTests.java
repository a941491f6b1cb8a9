package io.bloop.boot.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import io.bloop.boot.EngineBuilderConfigurer;
import io.bloop.boot.FailedStart;
import io.bloop.boot.LocalDynamoDb;
import io.bloop.boot.ServerAddress;
import io.bloop.boot.links.LinkModel;
import io.bloop.boot.links.LinksApplication;
import io.bloop.boot.nothing.NothingApplication;
import io.bloop.engine.Bindings;
import io.bloop.engine.Engine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class BloopHealthContributorAutoConfigurationTests {

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LocalDynamoDb.class, LinksApplication.class)
            .withPropertyValues("bloop.table-name-template=" + LocalDynamoDb.prefix() + "{table_name}");

    @Test
    void theHealthOfTheEngineIsRegistered() {
        contextRunner.run(context -> {
            HealthContributor health =
                    context.getBean(HealthContributorRegistry.class).getContributor("bloop");
            assertThat(health).isInstanceOf(BloopHealthIndicator.class);
            assertThat(((HealthIndicator) health).health().getStatus()).isEqualTo(Status.UP);
        });
    }

    @Test
    void anEmbeddedServerOfTheContextIsToldFromARemoteOne() {
        new ApplicationContextRunner()
                .withUserConfiguration(LinksApplication.class)
                .run(context -> assertThat(context.getBean(BloopHealthIndicator.class)
                                .health()
                                .getDetails())
                        .containsEntry("server", "embedded"));
        contextRunner.run(context -> assertThat(
                        context.getBean(BloopHealthIndicator.class).health().getDetails())
                .containsEntry("server", "remote"));
    }

    @Test
    void anEmbeddedServerThatNobodyUsesIsNotStarted() {
        new ApplicationContextRunner()
                .withUserConfiguration(LinksApplication.class)
                .withPropertyValues("bloop.endpoint=http://localhost:1", "bloop.bind=none")
                .run(context -> {
                    BloopHealthIndicator indicator = context.getBean(BloopHealthIndicator.class);
                    assertThat(indicator).isNotNull();
                    assertThat(new EmbeddedServers(context.getBeanFactory())
                                    .contain(new ServerAddress("http", "localhost", 1, "us-east-1")))
                            .isFalse();
                    assertThat(context.getBeanFactory().containsSingleton("embeddedDynamoDb"))
                            .isFalse();
                });
    }

    @Test
    void eachOfSeveralEnginesHasAHealthOfItsOwn() {
        contextRunner.withUserConfiguration(Archive.class).run(context -> {
            context.getBean("archiveEngine", Engine.class).bind(List.of(LinkModel.LINK));
            CompositeHealthContributor health = context.getBean(CompositeHealthContributor.class);
            assertThat(health.stream().map(entry -> entry.name()))
                    .containsExactlyInAnyOrder("archiveEngine", "bloopEngine");
            assertThat(health.stream()
                            .map(entry -> ((HealthIndicator) entry.contributor())
                                    .health()
                                    .getStatus()))
                    .containsOnly(Status.UP);
        });
    }

    @Test
    void givesWayToTheApplicationsOwn() {
        for (String name : List.of("bloopHealthIndicator", "bloopHealthContributor")) {
            HealthIndicator own = () -> Health.up().build();
            contextRunner
                    .withBean(name, HealthIndicator.class, () -> own)
                    .run(context -> assertThat(context.getBean(HealthContributorRegistry.class)
                                    .getContributor("bloop"))
                            .isSameAs(own));
        }
    }

    @Test
    void endsACheckAfterTheConfiguredTime() {
        new ApplicationContextRunner()
                .withUserConfiguration(LinksApplication.class)
                .withPropertyValues(
                        "bloop.endpoint=http://127.0.0.1:1", "bloop.bind=none", "management.health.bloop.timeout=1ms")
                .withSystemProperties("aws.accessKeyId=local", "aws.secretAccessKey=local")
                .run(context -> assertThat(context.getBean(BloopHealthIndicator.class)
                                .health()
                                .getDetails()
                                .get("error")
                                .toString())
                        .contains("within 1 ms"));
    }

    @Test
    void neverPassesOverATableWhicheverThreadSeesTheEndOfTheTime() {
        contextRunner.run(context -> {
            Bindings bindings = context.getBean(Engine.class).bindings();
            for (int i = 0; i < 2_000; i++) {
                TableHealthCheck check = new TableHealthCheck(bindings, Duration.ofNanos(1));
                assertThatExceptionOfType(TimeoutException.class).isThrownBy(check::run);
            }
        });
    }

    @Test
    void refusesATimeThatIsNone() {
        assertThat(FailedStart.of(
                        LinksApplication.class,
                        "--bloop.endpoint=http://127.0.0.1:1",
                        "--bloop.bind=none",
                        "--management.health.bloop.timeout=0s"))
                .isEqualTo(new FailedStart("""
                    Bloop cannot follow its properties (1 problem):

                      - 'management.health.bloop.timeout' is 0ms, and has to be more than 0.\
                    """, """
                        Correct it:

                          - management.health.bloop.timeout: Set a time such as 2s.\
                        """));
    }

    @Test
    void canBeSwitchedOff() {
        for (String property :
                List.of("management.health.bloop.enabled=false", "management.health.defaults.enabled=false")) {
            contextRunner
                    .withPropertyValues(property)
                    .run(context -> assertThat(context).doesNotHaveBean(BloopHealthIndicator.class));
        }
    }

    @Test
    void comesAfterTheEngine() {
        new ApplicationContextRunner()
                .withUserConfiguration(NothingApplication.class)
                .withBean(DynamoDbClient.class, () -> mock(DynamoDbClient.class))
                .run(context -> assertThat(context).hasSingleBean(BloopHealthIndicator.class));
    }

    @Test
    void configuresNothingWithoutAnEngine() {
        contextRunner
                .withPropertyValues("bloop.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(BloopHealthIndicator.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class Archive {

        @Bean(defaultCandidate = false)
        Engine archiveEngine(EngineBuilderConfigurer configurer) {
            return configurer.configure(Engine.builder(LocalDynamoDb.client())).build();
        }
    }
}
