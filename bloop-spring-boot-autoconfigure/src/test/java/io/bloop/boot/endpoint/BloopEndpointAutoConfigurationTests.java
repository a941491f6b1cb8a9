package io.bloop.boot.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.EngineBuilderConfigurer;
import io.bloop.boot.LocalDynamoDb;
import io.bloop.boot.links.LinksApplication;
import io.bloop.engine.Engine;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.MergedAnnotations;

class BloopEndpointAutoConfigurationTests {

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LocalDynamoDb.class, LinksApplication.class)
            .withPropertyValues("bloop.bind=none");

    private final ApplicationContextRunner exposed = contextRunner.withPropertyValues(
            "management.endpoints.jmx.exposure.include=bloop", "spring.jmx.enabled=true");

    @Test
    void isThereWhereItIsExposed() {
        exposed.run(context -> assertThat(
                        context.getBean(BloopEndpoint.class).bloop().engines())
                .containsOnlyKeys("bloopEngine"));
    }

    @Test
    void isNotThereUnlessItIsExposed() {
        contextRunner.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(BloopEndpoint.class));
        exposed.withPropertyValues("management.endpoints.jmx.exposure.include=health")
                .run(context -> assertThat(context).doesNotHaveBean(BloopEndpoint.class));
    }

    @Test
    void isNotThereWithoutAccess() {
        exposed.withPropertyValues("management.endpoint.bloop.access=NONE")
                .run(context -> assertThat(context).doesNotHaveBean(BloopEndpoint.class));
    }

    @Test
    void saysThatItOnlyReads() {
        assertThat(MergedAnnotations.from(BloopEndpoint.class)
                        .get(Endpoint.class)
                        .getEnum("defaultAccess", Access.class))
                .isEqualTo(Access.READ_ONLY);
    }

    @Test
    void tellsEnginesThatOnlyAQualifierReaches() {
        exposed.withUserConfiguration(Archive.class)
                .run(context -> assertThat(
                                context.getBean(BloopEndpoint.class).bloop().engines())
                        .containsOnlyKeys("bloopEngine", "archiveEngine"));
    }

    @Test
    void givesWayToTheApplicationsOwn() {
        BloopEndpoint own = new BloopEndpoint(Map.of());
        exposed.withBean("ownEndpoint", BloopEndpoint.class, () -> own)
                .run(context -> assertThat(context.getBean(BloopEndpoint.class)).isSameAs(own));
    }

    @Test
    void configuresNothingWithoutAnEngine() {
        exposed.withPropertyValues("bloop.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(BloopEndpoint.class));
    }

    @Configuration(proxyBeanMethods = false)
    static class Archive {

        @Bean(defaultCandidate = false)
        Engine archiveEngine(EngineBuilderConfigurer configurer) {
            return configurer.configure(Engine.builder(LocalDynamoDb.client())).build();
        }
    }
}
