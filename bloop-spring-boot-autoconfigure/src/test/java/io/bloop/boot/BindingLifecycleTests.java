package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.bloop.boot.links.LinkModel;
import io.bloop.boot.links.LinksApplication;
import io.bloop.engine.Engine;
import io.bloop.table.BindMode;
import io.bloop.table.ExportFormat;
import io.bloop.testing.InterceptedClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.SmartLifecycle;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

@ExtendWith(OutputCaptureExtension.class)
class BindingLifecycleTests {

    private final String prefix = LocalDynamoDb.prefix();

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LocalDynamoDb.class, LinksApplication.class)
            .withPropertyValues("bloop.table-name-template=" + prefix + "{table_name}");

    @Test
    void bindsAllModelsAndSaysSoInOneLine(CapturedOutput output) {
        contextRunner.run(context -> {
            assertThat(context.getBean(Engine.class).tables()).containsValues(prefix + "Link", prefix + "DailyVisits");
            assertThat(output)
                    .containsPattern("INFO  BindingLifecycle - Bloop has bound 2 models to 2 tables in \\d+ ms");
            assertThat(output).containsOnlyOnce("BindingLifecycle");
        });
    }

    @Test
    void bindsWhereBeansAreLazy() {
        contextRunner
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context ->
                        assertThat(context.getBean(Engine.class).tables()).hasSize(2));
    }

    @Test
    void comesLongBeforeServersAndListeners() {
        contextRunner.withPropertyValues("bloop.bind=none").run(context -> {
            BindingLifecycle lifecycle = context.getBean(BindingLifecycle.class);
            assertThat(lifecycle.getPhase()).isEqualTo(BloopPhase.BINDING).isEqualTo(Integer.MIN_VALUE / 2);
            assertThat(BloopPhase.BINDING).isLessThan(0).isLessThan(SmartLifecycle.DEFAULT_PHASE);
        });
    }

    @Test
    void goesOnWhileTheContextIsPausedBetweenTests() {
        contextRunner.withPropertyValues("bloop.bind=none").run(context -> {
            BindingLifecycle lifecycle = context.getBean(BindingLifecycle.class);
            assertThat(lifecycle.isPauseable()).isFalse();
            assertThat(lifecycle.isAutoStartup()).isTrue();
            assertThat(lifecycle.isRunning()).isTrue();
        });
    }

    @Test
    void canBeStoppedAndStartedAgain() {
        Engine engine = Engine.builder(mock(DynamoDbClient.class))
                .bindMode(BindMode.NONE)
                .build();
        BindingLifecycle lifecycle = new BindingLifecycle(engine, List.of(LinkModel.LINK), List.of(), null);
        lifecycle.start();
        lifecycle.stop();
        assertThat(lifecycle.isRunning()).isFalse();
        lifecycle.start();
        assertThat(lifecycle.isRunning()).isTrue();
    }

    @Test
    void stopsTheStartWhereATableIsMissingAndMayNotBeCreated() {
        contextRunner
                .withPropertyValues("bloop.bind=validate")
                .run(context -> assertThat(context)
                        .getFailure()
                        .isInstanceOf(ApplicationContextException.class)
                        .rootCause()
                        .hasMessage("""
                        Table '%sDailyVisits' does not match model DailyVisits (1 difference):

                                              expected       actual
                          table               hash day (S)   missing

                        Table '%sLink' does not match model Link (1 difference):

                                              expected        actual
                          table               hash slug (S)   missing""".formatted(prefix, prefix)));
    }

    private void createTables() {
        LocalDynamoDb.client()
                .createTable(r -> r.tableName(prefix + "Link")
                        .keySchema(KeySchemaElement.builder()
                                .attributeName("slug")
                                .keyType(KeyType.HASH)
                                .build())
                        .attributeDefinitions(AttributeDefinition.builder()
                                .attributeName("slug")
                                .attributeType(ScalarAttributeType.S)
                                .build())
                        .provisionedThroughput(t -> t.readCapacityUnits(3L).writeCapacityUnits(3L)));
    }

    @Test
    @DisplayName("U2 bloop.bind=plan prints the plans, changes nothing, and the application starts")
    void plans(CapturedOutput output) {
        createTables();
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel("io.bloop.table", LogLevel.INFO);

        contextRunner.withPropertyValues("bloop.bind=plan").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(output)
                    .contains("Table '" + prefix + "Link' of model Link: 2 steps, 2 safe")
                    .contains("Table '" + prefix + "DailyVisits' of model DailyVisits: 1 step, 1 safe");
            assertThat(LocalDynamoDb.describe(prefix + "Link").globalSecondaryIndexes())
                    .isEmpty();
        });
    }

    @Test
    @DisplayName("U2 bloop.bind=update adds what is missing, and the application starts")
    void updates() {
        createTables();

        // DynamoDB Local may never finish an index while any table has time to live
        contextRunner
                .withPropertyValues("bloop.bind=update", "bloop.index-wait=go-on")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(LocalDynamoDb.describe(prefix + "Link").globalSecondaryIndexes())
                            .extracting(index -> index.indexName())
                            .containsExactly("byOwner");
                    assertThat(LocalDynamoDb.describe(prefix + "DailyVisits").tableStatus())
                            .isEqualTo(TableStatus.ACTIVE);
                });
    }

    @Test
    @DisplayName("U4 bloop.index-wait=go-on starts without waiting for indexes that are being filled")
    void goesOnWithoutIndexes() {
        InterceptedClient filling = new InterceptedClient(LocalDynamoDb.client())
                .describing(table -> table.copy(t -> t.globalSecondaryIndexes(table.globalSecondaryIndexes().stream()
                        .map(index -> index.copy(i -> i.indexStatus(IndexStatus.CREATING)))
                        .toList())));
        contextRunner.run(context -> assertThat(context).hasNotFailed());

        new ApplicationContextRunner()
                .withBean(DynamoDbClient.class, filling::client, definition -> definition.setDestroyMethodName(""))
                .withUserConfiguration(LinksApplication.class)
                .withPropertyValues(
                        "bloop.table-name-template=" + prefix + "{table_name}",
                        "bloop.index-wait=go-on",
                        "bloop.bind=update")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    @DisplayName("U5 bloop.export prints the tables, sends nothing and ends the process")
    void exports() {
        Engine engine = Engine.builder(mock(DynamoDbClient.class)).build();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> codes = new ArrayList<>();
        TablePrinter printer = new TablePrinter(ExportFormat.CLOUDFORMATION, new PrintStream(out), codes::add);

        new BindingLifecycle(engine, List.of(LinkModel.LINK), List.of(), printer).start();

        assertThat(out.toString())
                .startsWith("AWSTemplateFormatVersion: \"2010-09-09\"")
                .contains("  LinkTable:");
        assertThat(codes).containsExactly(0);
        assertThat(engine.tables()).isEmpty();
    }
}
