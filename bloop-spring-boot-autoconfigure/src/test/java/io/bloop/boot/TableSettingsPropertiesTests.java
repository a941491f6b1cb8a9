package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.links.LinksApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.TableClass;
import software.amazon.awssdk.services.dynamodb.model.Tag;

/** Reads the requests that create tables, since DynamoDB Local does not tell all of what it was asked for. */
class TableSettingsPropertiesTests {

    private final List<CreateTableRequest> created = new CopyOnWriteArrayList<>();

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LinksApplication.class)
            .withBean(
                    DynamoDbClientBuilderCustomizer.class,
                    () -> builder ->
                            builder.overrideConfiguration(c -> c.addExecutionInterceptor(new Recorder(created))));

    @Test
    void createsTheTableWithEverySettingOfTheProperties() {
        contextRunner
                .withPropertyValues(
                        "bloop.tables.link.billing=on-demand",
                        "bloop.tables.link.maximum-read-units=400",
                        "bloop.tables.link.maximum-write-units=100",
                        "bloop.tables.link.warm-read-units=12000",
                        "bloop.tables.link.warm-write-units=4000",
                        "bloop.tables.link.table-class=infrequent-access",
                        "bloop.tables.link.deletion-protection=true",
                        "bloop.tables.link.encryption-key=alias/links",
                        "bloop.tables.link.tags.team=go",
                        "bloop.tables.link.tags.[cost/centre]=17")
                .run(context -> {
                    CreateTableRequest request = requestFor("Link");
                    assertThat(request.billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
                    assertThat(request.onDemandThroughput().maxReadRequestUnits())
                            .isEqualTo(400);
                    assertThat(request.onDemandThroughput().maxWriteRequestUnits())
                            .isEqualTo(100);
                    assertThat(request.warmThroughput().readUnitsPerSecond()).isEqualTo(12_000);
                    assertThat(request.warmThroughput().writeUnitsPerSecond()).isEqualTo(4_000);
                    assertThat(request.tableClass()).isEqualTo(TableClass.STANDARD_INFREQUENT_ACCESS);
                    assertThat(request.deletionProtectionEnabled()).isTrue();
                    assertThat(request.sseSpecification().sseType()).isEqualTo(SSEType.KMS);
                    assertThat(request.sseSpecification().kmsMasterKeyId()).isEqualTo("alias/links");
                    assertThat(request.tags())
                            .containsExactlyInAnyOrder(
                                    Tag.builder().key("team").value("go").build(),
                                    Tag.builder().key("cost/centre").value("17").build(),
                                    Tag.builder()
                                            .key("bloop:unfinished")
                                            .value("")
                                            .build());
                });
    }

    @Test
    void takesTheNamesOfModelsFromYamlAsTheyAreWritten() {
        contextRunner.withInitializer(yaml("""
                        bloop:
                          table-name-template: "{table_name}-dev"
                          tables:
                            DailyVisits: { table-name: visits, read-units: 4 }
                            link:
                              tableName: short_links
                              indexes: { byOwner: { readUnits: 9 } }
                        """)).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(requestFor("visits-dev").provisionedThroughput().readCapacityUnits())
                    .isEqualTo(4);
            assertThat(requestFor("short_links-dev")
                            .globalSecondaryIndexes()
                            .get(0)
                            .provisionedThroughput()
                            .readCapacityUnits())
                    .isEqualTo(9);
        });
    }

    @Test
    void environmentVariablesGoBeforeFiles() {
        contextRunner
                .withInitializer(yaml("bloop: { tables: { DailyVisits: { table-name: visits, write-units: 4 } } }"))
                .withInitializer(environment(Map.of(
                        "BLOOP_TABLENAMETEMPLATE", "test-{table_name}",
                        "BLOOP_TABLES_DAILYVISITS_TABLENAME", "by-day",
                        "BLOOP_TABLES_LINK_DELETIONPROTECTION", "true",
                        "BLOOP_TABLES_LINK_INDEXES_BYOWNER_WRITEUNITS", "8")))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(requestFor("test-by-day").provisionedThroughput().writeCapacityUnits())
                            .isEqualTo(4);
                    assertThat(requestFor("test-Link").deletionProtectionEnabled())
                            .isTrue();
                    assertThat(requestFor("test-Link")
                                    .globalSecondaryIndexes()
                                    .get(0)
                                    .provisionedThroughput()
                                    .writeCapacityUnits())
                            .isEqualTo(8);
                });
    }

    @Test
    void refusesSettingsThatContradictEachOther() {
        assertThat(FailedStart.of(
                        LinksApplication.class,
                        "--bloop.tables.link.encryption=false",
                        "--bloop.tables.link.encryption-key=alias/links",
                        "--bloop.tables.link.warm-read-units=0",
                        "--bloop.tables.daily-visits.encryption-key= "))
                .isEqualTo(new FailedStart("""
                                Bloop cannot follow its properties (3 problems):

                                  - 'bloop.tables.daily-visits.encryption-key' is empty.
                                  - 'bloop.tables.link.encryption-key' is 'alias/links', but \
                                bloop.tables.link.encryption is false.
                                  - 'bloop.tables.link.warm-read-units' is 0, and has to be at least 1.""", """
                                Correct them:

                                  - bloop.tables.daily-visits.encryption-key: Name the key, or remove the property.
                                  - bloop.tables.link.encryption-key: Remove one of the two.
                                  - bloop.tables.link.warm-read-units: Set 1 or more, or remove the property."""));
    }

    @Test
    void refusesAMaximumBesideProvisionedBilling() {
        assertThat(FailedStart.of(
                        LinksApplication.class,
                        "--bloop.endpoint=http://localhost:1",
                        "--bloop.bind=none",
                        "--bloop.tables.link.billing=provisioned",
                        "--bloop.tables.link.maximum-read-units=5"))
                .isEqualTo(new FailedStart("""
                                Bloop cannot follow its properties (1 problem):

                                  - 'bloop.tables.link.maximum-read-units' is 5, but the table of model Link is billed as \
                                provisioned.""", """
                                Correct it:

                                  - bloop.tables.link.maximum-read-units: Remove the property, or set \
                                bloop.tables.link.billing=on-demand."""));
    }

    private CreateTableRequest requestFor(String table) {
        return created.stream()
                .filter(request -> request.tableName().equals(table))
                .findFirst()
                .orElseThrow(() -> new AssertionError(table + " is not among " + created));
    }

    private static ApplicationContextInitializer<ConfigurableApplicationContext> yaml(String text) {
        return context -> {
            try {
                new YamlPropertySourceLoader()
                        .load("test", new ByteArrayResource(text.getBytes()))
                        .forEach(context.getEnvironment().getPropertySources()::addLast);
            } catch (IOException ex) {
                throw new UncheckedIOException(ex);
            }
        };
    }

    private static ApplicationContextInitializer<ConfigurableApplicationContext> environment(
            Map<String, Object> variables) {
        return context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", variables));
    }

    private record Recorder(List<CreateTableRequest> created) implements ExecutionInterceptor {

        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (context.request() instanceof CreateTableRequest request) {
                created.add(request);
            }
        }
    }
}
