package io.bloop.migration;

import static io.bloop.migration.Person.PERSON;
import static io.bloop.testing.NoteModel.NOTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.InvalidArgument;
import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Note;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

@Timeout(60)
class MigrationTests {

    private static final ItemMigration<Person> RENAME =
            ItemMigration.of("rename-mail", PERSON, item -> item.rename("mail", "email"));

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private Engine engine;
    private Migrations migrations;

    @BeforeEach
    void bind() {
        engine = dynamoDb.engine();
        engine.bind(List.of(PERSON));
        migrations = build(engine).build();
    }

    private static MigrationsBuilder build(Engine engine) {
        return engine.migrations().segments(4).threads(2).lease(Duration.ofSeconds(1));
    }

    private void put(String id, Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.put("id", fromS(id));
        dynamoDb.put("people", item);
    }

    private Map<String, AttributeValue> item(String id) {
        return dynamoDb.item("people", Map.of("id", fromS(id)));
    }

    @Test
    @DisplayName("U6 a migration changes the items that need it, and says how many")
    void changesItems() {
        put("ada", Map.of("mail", fromS("ada@example.org"), "visits", fromN("3"), "other", fromS("kept")));
        put("bob", Map.of("email", fromS("bob@example.org")));
        put("cy", Map.of("mail", fromS("old"), "email", fromS("new")));

        MigrationProgress progress = migrations.run(RENAME);

        assertThat(item("ada"))
                .isEqualTo(Map.of(
                        "id", fromS("ada"),
                        "email", fromS("ada@example.org"),
                        "visits", fromN("3"),
                        "other", fromS("kept")));
        assertThat(item("cy")).isEqualTo(Map.of("id", fromS("cy"), "email", fromS("new")));
        assertThat(progress.state()).isEqualTo(MigrationState.DONE);
        assertThat(progress.counts()).isEqualTo(new MigrationCounts(3, 2, 1, 0, 0, 0));
        assertThat(progress.segments()).isEqualTo(4);
        assertThat(progress.done()).isEqualTo(4);
        assertThat(progress.held()).isZero();
        assertThat(progress.endedAt()).isAfterOrEqualTo(progress.startedAt());
        assertThat(migrations.progress("rename-mail")).contains(progress);
        assertThat(progress)
                .hasToString("migration 'rename-mail' of Person in table '" + dynamoDb.tableName("people")
                        + "' is DONE: 4 of 4 segments done, 0 held; 3 read, 2 changed, 1 unchanged, 0 passed over, "
                        + "0 failed, 0 conflicts");
    }

    @Test
    @DisplayName("U6 a migration runs once for all instances")
    void runsOnce() {
        put("ada", Map.of("mail", fromS("a")));
        migrations.run(RENAME);
        put("bob", Map.of("mail", fromS("b")));

        Engine other = dynamoDb.engine();
        MigrationProgress progress = build(other).build().run(RENAME);

        assertThat(progress.state()).isEqualTo(MigrationState.DONE);
        assertThat(item("bob")).containsKey("mail");
    }

    @Test
    @DisplayName(
            "U6 a migration that is restarted reads every item again, and keeps what the ledger says of the run before")
    void restarts() {
        put("ada", Map.of("mail", fromS("a")));
        assertThat(migrations.restart("rename-mail")).isFalse();
        migrations.run(RENAME);
        put("bob", Map.of("mail", fromS("b")));

        assertThat(migrations.restart("rename-mail")).isTrue();
        MigrationProgress progress = migrations.run(RENAME);

        assertThat(progress.run()).isEqualTo(2);
        assertThat(progress.counts()).isEqualTo(new MigrationCounts(2, 1, 1, 0, 0, 0));
        assertThat(dynamoDb.client()
                        .scan(r -> r.tableName(dynamoDb.tableName("bloop-migrations")))
                        .items())
                .extracting(item -> item.get("part").s())
                .contains("migration", "run-0001-segment-0000", "run-0002-segment-0003")
                .hasSize(9);
    }

    @Test
    @DisplayName("U6 a write moves the version and the moment of the last change, as every write does")
    void movesTheVersion() {
        engine.template(NOTE).insert(new Note("n", "text"));
        ItemMigration<Note> upper = ItemMigration.of(
                "upper", NOTE, item -> item.set(NOTE.text, item.object().text().toUpperCase(Locale.ROOT)));

        migrations.run(upper);

        Note note = engine.template(NOTE).find("n").orElseThrow();
        assertThat(note.text()).isEqualTo("TEXT");
        assertThat(note.version()).isEqualTo(2);
    }

    @Test
    @DisplayName("U6 an item that was written meanwhile is read and migrated again, and the write is not lost")
    void losesNoWrite() {
        put("ada", Map.of("mail", fromS("a"), "visits", fromN("1")));
        AtomicInteger races = new AtomicInteger(3);
        InterceptedClient client = dynamoDb.intercept();
        client.updateItem((request, sent) -> {
            if (request.tableName().equals(dynamoDb.tableName("people")) && races.getAndDecrement() > 0) {
                dynamoDb.client()
                        .updateItem(r -> r.tableName(dynamoDb.tableName("people"))
                                .key(Map.of("id", fromS("ada")))
                                .updateExpression("ADD visits :one SET mail = :mail")
                                .expressionAttributeValues(
                                        Map.of(":one", fromN("1"), ":mail", fromS("mail " + races.get()))));
            }
            return sent.apply(request);
        });

        MigrationProgress progress =
                build(dynamoDb.engineBuilder(client.client()).build()).build().run(RENAME);

        assertThat(item("ada")).isEqualTo(Map.of("id", fromS("ada"), "email", fromS("mail 0"), "visits", fromN("4")));
        assertThat(progress.counts()).isEqualTo(new MigrationCounts(1, 1, 0, 0, 0, 3));
    }

    @Test
    @DisplayName("U6 an attribute that somebody adds before the write is seen")
    void seesAddedAttributes() {
        put("ada", Map.of("mail", fromS("a")));
        AtomicInteger races = new AtomicInteger(1);
        InterceptedClient client = dynamoDb.intercept();
        client.updateItem((request, sent) -> {
            if (request.tableName().equals(dynamoDb.tableName("people")) && races.getAndDecrement() > 0) {
                put("ada", Map.of("mail", fromS("a"), "email", fromS("already")));
            }
            return sent.apply(request);
        });

        build(dynamoDb.engineBuilder(client.client()).build()).build().run(RENAME);

        assertThat(item("ada")).isEqualTo(Map.of("id", fromS("ada"), "email", fromS("already")));
    }

    @Test
    @DisplayName("U6 an item that was deleted meanwhile stays deleted")
    void leavesDeletedItemsDeleted() {
        put("ada", Map.of("mail", fromS("a")));
        InterceptedClient client = dynamoDb.intercept();
        client.updateItem((request, sent) -> {
            if (request.tableName().equals(dynamoDb.tableName("people"))) {
                dynamoDb.client()
                        .deleteItem(
                                r -> r.tableName(dynamoDb.tableName("people")).key(Map.of("id", fromS("ada"))));
            }
            return sent.apply(request);
        });

        MigrationProgress progress =
                build(dynamoDb.engineBuilder(client.client()).build()).build().run(RENAME);

        assertThat(item("ada")).isEmpty();
        assertThat(progress.counts()).isEqualTo(new MigrationCounts(1, 0, 0, 1, 0, 1));
        assertThat(client.requests(UpdateItemRequest.class))
                .filteredOn(request -> request.tableName().equals(dynamoDb.tableName("people")))
                .hasSize(1);
    }

    @Test
    @DisplayName("U6 a dry run counts, shows names and no values, and writes nothing")
    void dryRun() {
        put("ada", Map.of("mail", fromS("secret"), "visits", fromN("1")));
        put("bob", Map.of("email", fromS("secret")));
        InterceptedClient client = dynamoDb.intercept();
        Migrations dry = build(dynamoDb.engineBuilder(client.client()).build()).build();

        DryRun result = dry.dryRun(RENAME);

        assertThat(result.counts()).isEqualTo(new MigrationCounts(2, 1, 1, 0, 0, 0));
        assertThat(result)
                .hasToString("dry run of migration 'rename-mail': 2 read, 1 changed, 1 unchanged, 0 passed over, "
                        + "0 failed, 0 conflicts\n  Person(id=S \"ada\") sets [email] removes [mail]");
        assertThat(item("ada")).containsKey("mail");
        assertThat(client.operations()).doesNotContain("UpdateItem", "PutItem", "TransactWriteItems");
        assertThat(client.operations()).contains("Scan");
        assertThat(dynamoDb.client().listTables().tableNames()).doesNotContain(dynamoDb.tableName("bloop-migrations"));
    }

    @Test
    @DisplayName(
            "U6 a migration stops at an item that it cannot change, names it, and goes on there when it is run again")
    void stopsAtAFailure() {
        put("ada", Map.of("visits", fromN("1")));
        AtomicInteger broken = new AtomicInteger(1);
        ItemMigration<Person> migration = ItemMigration.of("fails", PERSON, item -> {
            if (broken.get() > 0) {
                throw new IllegalStateException("secret");
            }
            return item.set(PERSON.email, "x");
        });

        MigrationFailed failed = catchThrowableOfType(MigrationFailed.class, () -> migrations.run(migration));

        assertThat(failed.id()).isEqualTo("fails");
        assertThat(failed)
                .hasMessageMatching("Migration 'fails' has stopped at an item: Person\\(id=S \"ada\"\\): the function "
                        + "threw java\\.lang\\.IllegalStateException at .*MigrationTests\\.java:\\d+\\)\\. Mend the item "
                        + "or the migration and run it again, or let it collect failures\\.");
        assertThat(failed).hasRootCauseMessage("secret");
        MigrationProgress stopped = migrations.progress("fails").orElseThrow();
        assertThat(stopped.state()).isEqualTo(MigrationState.FAILED);
        assertThat(stopped.failure()).isEqualTo(failed.item());
        broken.set(0);
        assertThat(migrations.run(migration).state()).isEqualTo(MigrationState.DONE);
        assertThat(item("ada")).containsEntry("email", fromS("x"));
        assertThat(migrations.progress("fails").orElseThrow().failure()).isNull();
    }

    @Test
    @DisplayName("U6 a migration that collects failures leaves such items as they are, lists them, and is done")
    void collectsFailures() {
        put("ada", Map.of("visits", fromS("no number")));
        put("bob", Map.of("visits", fromN("2")));
        ItemMigration<Person> migration = ItemMigration.of(
                "collects", PERSON, item -> item.set(PERSON.email, item.object().visits() + "@example.org"));

        MigrationProgress progress =
                build(engine).onFailure(OnFailure.COLLECT).build().run(migration);

        assertThat(progress.state()).isEqualTo(MigrationState.DONE);
        assertThat(progress.counts()).isEqualTo(new MigrationCounts(2, 1, 0, 0, 1, 0));
        assertThat(progress.failures()).singleElement().satisfies(item -> {
            assertThat(item.key()).isEqualTo("Person(id=S \"ada\")");
            assertThat(item.reason()).contains("Person.visits").doesNotContain("no number");
        });
        assertThat(item("ada")).isEqualTo(Map.of("id", fromS("ada"), "visits", fromS("no number")));
    }

    @Test
    @DisplayName("U6 a function that would change its own result again is refused before anything is written")
    void refusesWhatIsNotRepeatable() {
        put("ada", Map.of("visits", fromN("1")));

        assertThatExceptionOfType(MigrationFailed.class)
                .isThrownBy(() -> migrations.run(counting()))
                .withMessage("Migration 'count' has stopped at an item: Person(id=S \"ada\"): the function is not "
                        + "repeatable: it would change the item that it has changed again. Return unchanged() for such "
                        + "an item, or give the migration a mark. Mend the item or the migration and run it again, or "
                        + "let it collect failures.");
        assertThat(item("ada")).containsEntry("visits", fromN("1"));
    }

    private static ItemMigration<Person> counting() {
        return ItemMigration.of(
                "count", PERSON, item -> item.set(PERSON.visits, item.object().visits() + 1));
    }

    @Test
    @DisplayName("U6 with a mark, a function that is not repeatable changes each item once")
    void marks() {
        put("ada", Map.of("visits", fromN("1")));
        put("bob", Map.of("visits", fromN("1"), "done", AttributeValue.fromSs(List.of("earlier"))));
        ItemMigration<Person> migration = counting().marking("done");

        migrations.run(migration);
        migrations.restart("count");
        MigrationProgress progress = migrations.run(migration);

        assertThat(progress.counts()).isEqualTo(new MigrationCounts(2, 0, 2, 0, 0, 0));
        assertThat(item("ada"))
                .containsEntry("visits", fromN("2"))
                .containsEntry("done", AttributeValue.fromSs(List.of("count")));
        assertThat(item("bob").get("done").ss()).containsExactlyInAnyOrder("count", "earlier");
    }

    @Test
    @DisplayName("U6 a mark is not written over another value")
    void keepsWhatIsNoMark() {
        put("ada", Map.of("visits", fromN("1"), "done", fromS("yes")));
        put("bob", Map.of("visits", fromN("1"), "done", AttributeValue.fromNul(true)));

        MigrationProgress progress = build(engine)
                .onFailure(OnFailure.COLLECT)
                .build()
                .run(counting().marking("done"));

        assertThat(progress.failures())
                .singleElement()
                .hasToString("Person(id=S \"ada\"): the mark belongs into attribute 'done', which holds something else "
                        + "than a set of strings. Give the migration a mark of another name.");
        assertThat(item("ada")).containsEntry("visits", fromN("1")).containsEntry("done", fromS("yes"));
        assertThat(item("bob")).containsEntry("done", AttributeValue.fromSs(List.of("count")));
    }

    /** Runs a task on a thread of its own, since one that waits would take that of others. */
    private static void begin(Runnable task) {
        new Thread(task).start();
    }

    @Test
    @DisplayName("U6 a migration pauses in all instances, and goes on when it is told to")
    void pausesAndResumes() throws Exception {
        for (int i = 0; i < 60; i++) {
            put("p" + i, Map.of("mail", fromS("m" + i)));
        }
        Migrations slow = build(engine).rate(15).build();
        CompletableFuture<MigrationProgress> run =
                CompletableFuture.supplyAsync(() -> slow.run(RENAME), MigrationTests::begin);
        while (migrations.progress("rename-mail").isEmpty() || !migrations.pause("rename-mail")) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        TimeUnit.MILLISECONDS.sleep(1_500);
        MigrationProgress paused = migrations.progress("rename-mail").orElseThrow();
        assertThat(paused.state()).isEqualTo(MigrationState.PAUSED);
        assertThat(paused.held()).isZero();
        TimeUnit.MILLISECONDS.sleep(500);
        assertThat(migrations.progress("rename-mail")).contains(paused);
        assertThat(paused.counts().changed()).isLessThan(60);
        assertThat(run).isNotDone();

        assertThat(migrations.resume("rename-mail")).isTrue();

        assertThat(run.get(30, TimeUnit.SECONDS).counts().changed()).isEqualTo(60);
    }

    @Test
    @DisplayName("U6 a process that stops hands its segments over, and another one goes on where it was")
    void stopsAndGoesOn() throws Exception {
        for (int i = 0; i < 60; i++) {
            put("p" + i, Map.of("mail", fromS("m" + i)));
        }
        Migrations slow = build(engine).rate(20).build();
        CompletableFuture<MigrationProgress> run =
                CompletableFuture.supplyAsync(() -> slow.run(RENAME), MigrationTests::begin);
        TimeUnit.MILLISECONDS.sleep(1_000);
        slow.close();
        MigrationProgress stopped = run.get(10, TimeUnit.SECONDS);
        assertThat(stopped.state()).isEqualTo(MigrationState.RUNNING);
        assertThat(stopped.held()).isZero();
        assertThat(stopped.counts().changed()).isBetween(1L, 59L);

        MigrationProgress done = migrations.run(RENAME);

        assertThat(done.counts().changed()).isEqualTo(60);
        assertThat(done.counts().read()).isEqualTo(60);
    }

    @Test
    @DisplayName("U6 a request that fails for a while is sent again")
    void outlivesFailures() {
        put("ada", Map.of("mail", fromS("a")));
        AtomicInteger failures = new AtomicInteger(2);
        InterceptedClient client = dynamoDb.intercept();
        client.updateItem((request, sent) -> {
            if (request.tableName().equals(dynamoDb.tableName("people")) && failures.getAndDecrement() > 0) {
                throw SdkClientException.create("no connection");
            }
            return sent.apply(request);
        });

        MigrationProgress progress =
                build(dynamoDb.engineBuilder(client.client()).build()).build().run(RENAME);

        assertThat(progress.counts().changed()).isEqualTo(1);
        assertThat(item("ada")).containsKey("email");
    }

    @Test
    @DisplayName("U6 an item of more attributes than a condition can compare is migrated under what was read of it")
    void migratesWideItems() {
        Map<String, AttributeValue> wide = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            wide.put("attribute" + i, fromN("" + i));
        }
        wide.put("mail", fromS("a"));
        put("ada", wide);
        InterceptedClient client = dynamoDb.intercept();
        AtomicInteger races = new AtomicInteger(1);
        client.updateItem((request, sent) -> {
            if (request.tableName().equals(dynamoDb.tableName("people")) && races.getAndDecrement() > 0) {
                wide.put("mail", fromS("b"));
                wide.put("attribute7", fromN("-7"));
                put("ada", wide);
            }
            return sent.apply(request);
        });

        build(dynamoDb.engineBuilder(client.client()).build()).build().run(RENAME);

        assertThat(item("ada"))
                .hasSize(302)
                .containsEntry("email", fromS("b"))
                .containsEntry("attribute7", fromN("-7"));
    }

    @Test
    @DisplayName("U6 the id of a migration is refused for another table, and one of other characters everywhere")
    void refusesIds() {
        migrations.run(RENAME);

        assertThatExceptionOfType(InvalidMigration.class)
                .isThrownBy(() -> migrations.run(ItemMigration.of("rename-mail", NOTE, MigratedItem::unchanged)))
                .withMessage("Migration 'rename-mail' of Note in table '" + dynamoDb.tableName("Note")
                        + "' has an id that the ledger knows from table '" + dynamoDb.tableName("people")
                        + "': give each migration an id of its own.");
        assertThatExceptionOfType(InvalidMigration.class)
                .isThrownBy(() -> migrations.dryRun(ItemMigration.of("a b", NOTE, MigratedItem::unchanged)))
                .withMessage("Migration 'a b' has an id of other characters than letters, digits, dots, dashes and "
                        + "underscores, or of more than 200 of them; give it another one.");
    }

    @Test
    @DisplayName("U6 changes of keys, versions and what is no move are refused, and the item is named")
    void refusesChanges() {
        put("ada", Map.of());
        engine.template(NOTE).insert(new Note("n", "text"));

        assertThat(failure(PERSON, item -> item.remove("id")))
                .hasToString("Person(id=S \"ada\"): A migration of Person in table '" + dynamoDb.tableName("people")
                        + "' changes 'id', which is a key, and keys never change; use move().");
        assertThat(failure(PERSON, item -> item.unchanged().keepingExisting()))
                .hasToString("Person(id=S \"ada\"): A migration of Person in table '" + dynamoDb.tableName("people")
                        + "' calls keepingExisting() of a change that is no move; begin with move().");
        assertThat(failure(PERSON, MigratedItem::claim))
                .hasToString("Person(id=S \"ada\"): A migration of Person in table '" + dynamoDb.tableName("people")
                        + "' calls claim(), and the model has no discriminator to write; declare one.");
        assertThat(failure(NOTE, item -> item.set("version", fromN("7"))))
                .hasToString("Note(id=S \"n\"): A migration of Note in table '" + dynamoDb.tableName("Note")
                        + "' changes 'version', which is the version, and every write moves it; leave it out.");
    }

    private <T> FailedItem failure(ModelDefinition<T> model, Function<MigratedItem<T>, ItemChange<T>> function) {
        return migrations
                .dryRun(ItemMigration.of("dry", model, function))
                .failures()
                .get(0);
    }

    @Test
    @DisplayName("E21 arguments that are out of range are refused")
    void refusesArguments() {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> engine.migrations().segments(0))
                .withMessage("segments(): 'segments' has to be from 1 to 1000, and is 0.");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> engine.migrations().rate(0))
                .withMessage("rate(): 'unitsPerSecond' has to be at least 1, and is 0.");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> engine.migrations().lease(Duration.ofMillis(10)))
                .withMessage("lease(): 'lease' has to be at least PT1S, and is PT0.01S.");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> migrations.run(null))
                .withMessage("run(): 'migration' has to be a migration, and is null.");
    }
}
