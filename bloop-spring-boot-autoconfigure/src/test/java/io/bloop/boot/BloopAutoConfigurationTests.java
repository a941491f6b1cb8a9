package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.atMost;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.bloop.boot.links.DailyVisits;
import io.bloop.boot.links.Link;
import io.bloop.boot.links.LinkModel;
import io.bloop.boot.links.LinksApplication;
import io.bloop.boot.nothing.NothingApplication;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.engine.TableNames;
import io.bloop.table.BindMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(OutputCaptureExtension.class)
class BloopAutoConfigurationTests {

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LinksApplication.class)
            .withPropertyValues("bloop.bind=none", "bloop.endpoint=http://localhost:1");

    @Test
    void injectsTheEngineAndTheTemplateOfExactlyTheModel() {
        contextRunner.withUserConfiguration(Service.class).run(context -> {
            Service service = context.getBean(Service.class);
            assertThat(service.links.model()).isSameAs(LinkModel.LINK);
            assertThat(service.visits.model().type()).isEqualTo(DailyVisits.class);
            assertThat(service.engine).isSameAs(context.getBean(Engine.class));
        });
    }

    @Test
    void bindsWithoutACallWhereBindingIsNone() {
        contextRunner.withUserConfiguration(OwnClient.class).run(context -> {
            assertThat(context.getBean(Engine.class).tables()).containsEntry(LinkModel.LINK, "Link");
            DynamoDbClient client = context.getBean(DynamoDbClient.class);
            verify(client, atMost(1)).serviceClientConfiguration();
            verifyNoMoreInteractions(client);
        });
    }

    @Test
    void takesTheApplicationsClientAndNamesIt(CapturedOutput output) {
        contextRunner.withUserConfiguration(OwnClient.class).run(context -> {
            assertThat(context).getBeanNames(DynamoDbClient.class).containsExactly("ownClient");
            assertThat(output).containsOnlyOnce("Bloop uses the application's DynamoDbClient 'ownClient'");
            assertThat(output).containsOnlyOnce("Bloop uses");
        });
    }

    @Test
    void takesTheApplicationsEngineAndConnectsToNothingElse(CapturedOutput output) {
        contextRunner.withUserConfiguration(OwnEngine.class).run(context -> {
            assertThat(context).getBeanNames(Engine.class).containsExactly("ownEngine");
            assertThat(context.getBean(Engine.class).tables()).containsEntry(LinkModel.LINK, "own-Link");
            assertThat(context.getBean("linkTemplate", BloopTemplate.class).model())
                    .isSameAs(LinkModel.LINK);
            assertThat(output).doesNotContain("Bloop uses");
        });
    }

    @Test
    void takesTheApplicationsTableNames() {
        contextRunner
                .withUserConfiguration(OwnTableNames.class)
                .withPropertyValues("bloop.table-name-template=unused-{table_name}")
                .run(context -> assertThat(context.getBean(Engine.class).tables())
                        .containsEntry(LinkModel.LINK, "LinkModel-of-Link"));
    }

    @Test
    void namesTablesByTheTemplate() {
        contextRunner
                .withPropertyValues("bloop.table-name-template=dev-{table_name}", "bloop.tables.link.table-name=short")
                .run(context -> assertThat(context.getBean(Engine.class).tables())
                        .containsEntry(LinkModel.LINK, "dev-short")
                        .containsValue("dev-DailyVisits"));
    }

    @Test
    void configuresNothingWhereItIsDisabled() {
        contextRunner.withPropertyValues("bloop.enabled=false").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context).doesNotHaveBean(Engine.class).doesNotHaveBean(DynamoDbClient.class);
            assertThat(context).doesNotHaveBean(LinkModel.class).doesNotHaveBean(BloopConnectionDetails.class);
        });
    }

    @Test
    void configuresNothingWithoutTheClientsClass() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(BloopAutoConfiguration.class))
                .withClassLoader(new FilteredClassLoader(DynamoDbClient.class))
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(Engine.class));
    }

    @Test
    void warnsWhereThereAreNoModels(CapturedOutput output) {
        new ApplicationContextRunner()
                .withUserConfiguration(NothingApplication.class)
                .withPropertyValues("bloop.endpoint=http://localhost:1")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(output)
                            .containsOnlyOnce(
                                    "WARN  BindingLifecycle - Bloop has found no models in"
                                            + " [io.bloop.boot.nothing]: add a class with @Model, or one that extends"
                                            + " ModelDefinition, to one of these packages, or name its package with @BloopScan");
                });
    }

    static final class Service {

        @Autowired
        BloopTemplate<Link> links;

        @Autowired
        BloopTemplate<DailyVisits> visits;

        @Autowired
        Engine engine;
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnClient {

        @Bean
        DynamoDbClient ownClient() {
            return mock(DynamoDbClient.class);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnEngine {

        @Bean
        Engine ownEngine() {
            return Engine.builder(mock(DynamoDbClient.class))
                    .bindMode(BindMode.NONE)
                    .tableNames(TableNames.template("own-{table_name}"))
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnTableNames {

        @Bean
        TableNames ownTableNames() {
            return (model, name) -> model.getClass().getSimpleName() + "-of-" + name;
        }
    }
}
