package io.bloop.boot.migration;

import static io.bloop.boot.visits.VisitModel.VISIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.FailedStart;
import io.bloop.boot.LocalDynamoDb;
import io.bloop.boot.endpoint.BloopMigrationsEndpoint;
import io.bloop.boot.endpoint.BloopMigrationsEndpoint.Action;
import io.bloop.boot.endpoint.BloopMigrationsEndpoint.MigrationDescriptor;
import io.bloop.boot.visits.Visit;
import io.bloop.boot.visits.VisitsApplication;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.engine.TableNames;
import io.bloop.migration.ItemMigration;
import io.bloop.migration.MigrationCounts;
import io.bloop.migration.MigrationState;
import io.bloop.migration.Migrations;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Timeout(120)
class MigrationBeansTests {

    private final String prefix = LocalDynamoDb.prefix();

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(VisitsApplication.class, LocalDynamoDb.class, Doubling.class)
            .withPropertyValues(
                    "bloop.table-name-template=" + prefix + "{table_name}",
                    "bloop.migrations.segments=2",
                    "bloop.migrations.lease=1s");

    private BloopTemplate<Visit> visits;

    @BeforeEach
    void save() {
        visits = Engine.builder(LocalDynamoDb.client())
                .tableNames(TableNames.template(prefix + "{table_name}"))
                .build()
                .template(VISIT);
        visits.insert(new Visit("a", 1));
        visits.insert(new Visit("b", 2));
        visits.insert(new Visit("c", 200));
    }

    private static void await(ApplicationContext context, String id, MigrationState state) throws InterruptedException {
        MigrationRunner migrations = context.getBean(MigrationRunner.class);
        while (migrations.progress(id).filter(found -> found.state() == state).isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private List<Integer> counts() {
        return visits.scan().consistent().all().stream()
                .map(Visit::count)
                .sorted()
                .toList();
    }

    @Test
    @DisplayName("U6 beans are run once when the models are bound, in their order")
    void runsBeans() {
        runner.withPropertyValues("bloop.migrations.await=true").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(counts()).containsExactly(104, 106, 200);
            assertThat(context.getBean(Doubling.class).order).startsWith("add").endsWith("double");
        });
        visits.insert(new Visit("d", 4));
        runner.withPropertyValues("bloop.migrations.await=true")
                .run(context -> assertThat(counts()).containsExactly(4, 104, 106, 200));
    }

    @Test
    @DisplayName("U6 migrations run beside the application, and the endpoint tells how far they are")
    void runsInTheBackground() {
        runner.run(context -> {
            await(context, "double", MigrationState.DONE);
            BloopMigrationsEndpoint endpoint = new BloopMigrationsEndpoint(context.getBean(MigrationRunner.class));
            assertThat(endpoint.migrations().migrations()).containsOnlyKeys("add", "double");
            MigrationDescriptor described = endpoint.migration("double");
            assertThat(described)
                    .extracting(
                            MigrationDescriptor::model,
                            MigrationDescriptor::state,
                            MigrationDescriptor::run,
                            MigrationDescriptor::segments,
                            MigrationDescriptor::done,
                            MigrationDescriptor::held,
                            MigrationDescriptor::counts)
                    .containsExactly("Visit", "done", 1L, 2, 2, 0, new MigrationCounts(3, 2, 1, 0, 0, 0));
            assertThat(described.startedAt()).isBeforeOrEqualTo(described.endedAt());
            assertThat(endpoint.migration("unknown")).isNull();
            assertThat(endpoint.change("unknown", Action.PAUSE)).isNull();
        });
    }

    @Test
    @DisplayName("U6 the endpoint pauses, resumes and restarts a migration")
    void hasOperations() {
        for (int i = 0; i < 50; i++) {
            visits.insert(new Visit("more" + i, 1));
        }
        runner.withPropertyValues("bloop.migrations.rate=20").run(context -> {
            BloopMigrationsEndpoint endpoint = new BloopMigrationsEndpoint(context.getBean(MigrationRunner.class));
            await(context, "add", MigrationState.RUNNING);
            assertThat(endpoint.change("add", Action.PAUSE).state()).isEqualTo("paused");
            assertThat(endpoint.change("add", Action.RESUME).state()).isEqualTo("running");
            assertThat(endpoint.change("add", Action.RESTART).run()).isEqualTo(1);
            await(context, "add", MigrationState.DONE);
            assertThat(endpoint.change("add", Action.RESTART).run()).isEqualTo(2);
            await(context, "double", MigrationState.DONE);
            await(context, "add", MigrationState.DONE);
        });
    }

    @Test
    @DisplayName("U6 a dry run writes nothing, and the endpoint shows what would change")
    void dryRun() {
        runner.withPropertyValues("bloop.migrations.dry-run=true", "bloop.migrations.await=true")
                .run(context -> {
                    BloopMigrationsEndpoint endpoint =
                            new BloopMigrationsEndpoint(context.getBean(MigrationRunner.class));
                    MigrationDescriptor described = endpoint.migration("add");
                    assertThat(described.state()).isEqualTo("new");
                    assertThat(described.dryRun().counts()).isEqualTo(new MigrationCounts(3, 2, 1, 0, 0, 0));
                    assertThat(described.dryRun().samples())
                            .extracting(Object::toString)
                            .containsExactlyInAnyOrder(
                                    "Visit(id=S \"a\") sets [count]", "Visit(id=S \"b\") sets [count]");
                    assertThat(endpoint.change("add", Action.RESTART).state()).isEqualTo("new");
                });
        assertThat(counts()).containsExactly(1, 2, 200);
        assertThat(LocalDynamoDb.client().listTables().tableNames()).doesNotContain(prefix + "bloop-migrations");
    }

    @Test
    @DisplayName("U2 U6 in bind mode PLAN no migration is run")
    void runsNothingInPlanMode() {
        runner.withPropertyValues("bloop.bind=plan", "bloop.migrations.await=true")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(counts()).containsExactly(1, 2, 200);
    }

    @Test
    @DisplayName("U6 an application that ends during a migration begins no other one")
    void beginsNothingAfterTheEnd() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger later = new AtomicInteger();
        new ApplicationContextRunner()
                .withUserConfiguration(VisitsApplication.class, LocalDynamoDb.class)
                .withPropertyValues(
                        "bloop.table-name-template=" + prefix + "{table_name}", "bloop.migrations.threads=1")
                .withBean(
                        "first",
                        ItemMigration.class,
                        () -> ItemMigration.of("first", VISIT, item -> {
                            begun.countDown();
                            pause();
                            return item.unchanged();
                        }))
                .withBean(
                        "second",
                        ItemMigration.class,
                        () -> ItemMigration.of("second", VISIT, item -> {
                            later.incrementAndGet();
                            return item.unchanged();
                        }))
                .run(context -> assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue());

        Migrations migrations = Engine.builder(LocalDynamoDb.client())
                .tableNames(TableNames.template(prefix + "{table_name}"))
                .build()
                .migrations()
                .build();
        assertThat(migrations.progress("first").orElseThrow().state()).isEqualTo(MigrationState.RUNNING);
        assertThat(migrations.progress("second")).isEmpty();
        assertThat(later).hasValue(0);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(500);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("U6 migrations can be switched off, and an application without any has no ledger")
    void isOptional() {
        runner.withPropertyValues("bloop.migrations.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(MigrationRunner.class));
        new ApplicationContextRunner()
                .withUserConfiguration(VisitsApplication.class, LocalDynamoDb.class)
                .withPropertyValues("bloop.table-name-template=" + prefix + "{table_name}")
                .run(context -> assertThat(
                                context.getBean(MigrationRunner.class).beans())
                        .isEmpty());
        assertThat(LocalDynamoDb.client().listTables().tableNames()).doesNotContain(prefix + "bloop-migrations");
    }

    @Test
    @DisplayName("U6 an application that waits for a migration that fails does not start")
    void failsTheStart() {
        visits.insert(new Visit("z", -1));
        runner.withPropertyValues("bloop.migrations.await=true")
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().isInstanceOf(IllegalStateException.class));
        assertThat(counts()).contains(-1);
    }

    @Test
    @DisplayName("U6 the migration of the page gives items what they lack")
    void runsTheMigrationOfThePage() {
        LocalDynamoDb.client()
                .putItem(r -> r.tableName(prefix + "Visit").item(Map.of("id", AttributeValue.fromS("none"))));
        new ApplicationContextRunner()
                .withUserConfiguration(VisitsApplication.class, LocalDynamoDb.class, Filling.class)
                .withPropertyValues(
                        "bloop.table-name-template=" + prefix + "{table_name}", "bloop.migrations.await=true")
                .run(context -> assertThat(context.getBean(Migrations.class)
                                .progress("fill-counts")
                                .orElseThrow()
                                .counts())
                        .isEqualTo(new MigrationCounts(4, 1, 3, 0, 0, 0)));
        assertThat(LocalDynamoDb.client()
                        .getItem(r -> r.tableName(prefix + "Visit").key(Map.of("id", AttributeValue.fromS("none"))))
                        .item())
                .containsEntry("count", AttributeValue.fromN("0"));
    }

    @Test
    @DisplayName("U6 two migrations of one id stop the start")
    void refusesTwins() {
        runner.withBean("twin", ItemMigration.class, () -> ItemMigration.of("add", VISIT, item -> item.unchanged()))
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage("Two migrations have the id 'add': give each migration an id of its own."));
    }

    @Test
    @DisplayName("E21 settings that are out of range are named with the right form")
    void checksRanges() {
        assertThat(FailedStart.of(
                        VisitsApplication.class,
                        "--bloop.migrations.segments=0",
                        "--bloop.migrations.threads=101",
                        "--bloop.migrations.rate=-1",
                        "--bloop.migrations.lease=10ms",
                        "--bloop.migrations.samples=0",
                        "--bloop.migrations.table-name= "))
                .isEqualTo(new FailedStart("""
                                Bloop cannot follow its properties (6 problems):

                                  - 'bloop.migrations.lease' is 10ms, and has to be at least 1000ms.
                                  - 'bloop.migrations.rate' is -1, and has to be at least 0.
                                  - 'bloop.migrations.samples' is 0, and has to be from 1 to 1000.
                                  - 'bloop.migrations.segments' is 0, and has to be from 1 to 1000.
                                  - 'bloop.migrations.table-name' is empty.
                                  - 'bloop.migrations.threads' is 101, and has to be from 1 to 100.""", """
                                Correct them:

                                  - bloop.migrations.lease: Set a time such as 10s.
                                  - bloop.migrations.rate: Set a number of write units per second, or 0 for no limit.
                                  - bloop.migrations.samples: Set a number of that range, or remove the property.
                                  - bloop.migrations.segments: Set a number of that range, or remove the property.
                                  - bloop.migrations.table-name: Name the table, or remove the property.
                                  - bloop.migrations.threads: Set a number of that range, or remove the property."""));
    }

    @Configuration(proxyBeanMethods = false)
    static class Filling {

        @Bean
        ItemMigration<Visit> fillCounts() {
            return ItemMigration.of(
                    "fill-counts",
                    VISIT,
                    item -> item.attribute("count").isEmpty() ? item.set(VISIT.count, 0) : item.unchanged());
        }
    }

    /** Adds 50 to small numbers, and then doubles those of three digits at most that are not round. */
    @Configuration(proxyBeanMethods = false)
    static class Doubling {

        final CopyOnWriteArrayList<String> order = new CopyOnWriteArrayList<>();

        @Bean
        @Order(2)
        ItemMigration<Visit> doubling(ObjectProvider<Doubling> self) {
            return ItemMigration.of("double", VISIT, item -> {
                self.getObject().order.add("double");
                int count = item.object().count();
                return count < 100 ? item.set(VISIT.count, 2 * count + 2) : item.unchanged();
            });
        }

        @Bean
        @Order(1)
        ItemMigration<Visit> adding(ObjectProvider<Doubling> self) {
            return ItemMigration.of("add", VISIT, item -> {
                self.getObject().order.add("add");
                int count = item.object().count();
                if (count < 0) {
                    throw new IllegalStateException("negative");
                }
                return count < 50 ? item.set(VISIT.count, count + 50) : item.unchanged();
            });
        }
    }
}
