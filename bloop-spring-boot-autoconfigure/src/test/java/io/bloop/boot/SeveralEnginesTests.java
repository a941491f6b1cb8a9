package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.embedded.EmbeddedDynamoDb;
import io.bloop.boot.links.Link;
import io.bloop.boot.links.LinkModel;
import io.bloop.boot.links.LinksApplication;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Runs a second engine, on a database of its own, beside the one that is auto-configured. */
class SeveralEnginesTests {

    private final String prefix = LocalDynamoDb.prefix();

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LocalDynamoDb.class, LinksApplication.class, Archive.class)
            .withBean(Service.class)
            .withPropertyValues("bloop.table-name-template=" + prefix + "{table_name}");

    @Test
    void eachTemplateHasTheObjectsOfItsOwnAccount() {
        contextRunner.run(context -> {
            Service service = context.getBean(Service.class);
            service.links.save(new Link("docs", "here"));
            service.archive.save(new Link("docs", "there"));
            assertThat(service.links.find("docs").orElseThrow().owner).isEqualTo("here");
            assertThat(service.archive.find("docs").orElseThrow().owner).isEqualTo("there");
        });
    }

    @Test
    void thePropertiesAndTheCustomizersHoldForBoth() {
        contextRunner
                .withPropertyValues("bloop.tables.link.table-name=short")
                .withBean(
                        EngineBuilderCustomizer.class,
                        () -> builder -> builder.tableNames((model, name) -> prefix + "customized-" + name))
                .run(context -> {
                    context.getBean(Service.class).archive.save(new Link("docs", "there"));
                    assertThat(context.getBean("bloopEngine", Engine.class).tables())
                            .containsEntry(LinkModel.LINK, prefix + "customized-short");
                    assertThat(context.getBean("archiveEngine", Engine.class).tables())
                            .containsEntry(LinkModel.LINK, prefix + "customized-short");
                });
    }

    @Test
    void theSecondEngineIsBoundAtItsFirstUse() {
        contextRunner.run(context -> {
            Engine second = context.getBean("archiveEngine", Engine.class);
            assertThat(second.tables()).isEmpty();
            context.getBean(Service.class).archive.save(new Link("docs", "there"));
            assertThat(second.tables()).containsOnlyKeys(LinkModel.LINK);
        });
    }

    @Test
    void withoutAQualifierTheAutoConfiguredEngineIsMeant() {
        contextRunner.run(context -> {
            assertThat(context.getBean(Engine.class)).isSameAs(context.getBean("bloopEngine"));
            assertThat(context.getBean(Service.class).links).isSameAs(context.getBean("linkTemplate"));
        });
    }

    @Configuration(proxyBeanMethods = false)
    static class Archive {

        @Bean(defaultCandidate = false, destroyMethod = "close")
        EmbeddedDynamoDb otherAccount() {
            return EmbeddedDynamoDb.inMemory();
        }

        @Bean(defaultCandidate = false)
        @Qualifier("archive")
        DynamoDbClient archiveClient(@Qualifier("otherAccount") EmbeddedDynamoDb account) {
            BloopConnectionDetails details = account.connection();
            return DynamoDbClient.builder()
                    .endpointOverride(details.getEndpoint())
                    .region(details.getRegion())
                    .credentialsProvider(details.getCredentialsProvider())
                    .build();
        }

        @Bean(defaultCandidate = false)
        @Qualifier("archive")
        Engine archiveEngine(@Qualifier("archive") DynamoDbClient client, EngineBuilderConfigurer configurer) {
            return configurer.configure(Engine.builder(client)).build();
        }

        @Bean(defaultCandidate = false)
        @Qualifier("archive")
        BloopTemplate<Link> archivedLinks(@Qualifier("archive") Engine engine) {
            return engine.template(LinkModel.LINK);
        }
    }

    static class Service {

        @Autowired
        BloopTemplate<Link> links;

        @Autowired
        @Qualifier("archive")
        BloopTemplate<Link> archive;
    }
}
