package io.bloop.migration;

import static io.bloop.migration.Person.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.Engine;
import io.bloop.request.AccessDenied;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

@Tag("once")
@Timeout(60)
class AnyFailureTests {

    private static final int ITEMS = 12;

    private static final ItemMigration<Person> RENAME =
            ItemMigration.of("rename-mail", PERSON, item -> item.rename("mail", "email"));

    private static final ItemMigration<Person> FAILING = ItemMigration.of("fails", PERSON, item -> {
        throw new IllegalStateException("no");
    });

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    @BeforeEach
    void bind() {
        dynamoDb.engine().bind(List.of(PERSON));
        for (int i = 0; i < ITEMS; i++) {
            dynamoDb.put("people", Map.of("id", fromS("p" + i), "mail", fromS("m" + i)));
        }
    }

    /** Builds migrations whose requests go through a function as soon as the items are read. */
    private MigrationsBuilder build(Consumer<DynamoDbRequest> before) {
        AtomicBoolean reads = new AtomicBoolean();
        InterceptedClient client = dynamoDb.intercept().before(request -> {
            if (request instanceof ScanRequest || reads.get()) {
                reads.set(true);
                before.accept(request);
            }
        });
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        return engine.migrations().segments(3).threads(2).lease(Duration.ofSeconds(1));
    }

    private static Consumer<DynamoDbRequest> failing(long seed, Supplier<RuntimeException> failure) {
        Random random = new Random(seed);
        return request -> {
            synchronized (random) {
                if (random.nextInt(4) == 0) {
                    throw failure.get();
                }
            }
        };
    }

    private static RuntimeException unreachable() {
        return SdkClientException.create("no connection");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    @DisplayName("U6 whichever requests fail in passing, those of the ledger too, every item is migrated")
    void goesOn(long seed) {
        Migrations migrations =
                build(failing(seed, AnyFailureTests::unreachable)).rate(100).build();

        MigrationProgress progress = migrations.run(RENAME);

        assertThat(progress.state()).isEqualTo(MigrationState.DONE);
        for (int i = 0; i < ITEMS; i++) {
            assertThat(dynamoDb.item("people", Map.of("id", fromS("p" + i))))
                    .isEqualTo(Map.of("id", fromS("p" + i), "email", fromS("m" + i)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    @DisplayName("U6 whichever requests fail in passing, all instances learn at which item a migration has stopped")
    void tellsTheLedger(long seed) {
        Migrations migrations =
                build(failing(seed, AnyFailureTests::unreachable)).build();

        MigrationFailed failed = catchThrowableOfType(MigrationFailed.class, () -> migrations.run(FAILING));

        MigrationProgress told =
                dynamoDb.engine().migrations().build().progress("fails").orElseThrow();
        assertThat(told.state()).isEqualTo(MigrationState.FAILED);
        assertThat(told.failure()).isEqualTo(failed.item());
    }

    @Test
    @DisplayName("U6 a ledger that cannot be written does not hide at which item a migration has stopped")
    void keepsTheFailure() {
        AtomicBoolean denied = new AtomicBoolean();
        Migrations migrations = build(request -> {
                    if (denied.get()) {
                        throw denied();
                    }
                })
                .threads(1)
                .build();
        ItemMigration<Person> migration = ItemMigration.of("fails", PERSON, item -> {
            denied.set(true);
            throw new IllegalStateException("no");
        });

        MigrationFailed failed = catchThrowableOfType(MigrationFailed.class, () -> migrations.run(migration));

        assertThat(failed.item().reason()).startsWith("the function threw java.lang.IllegalStateException");
        assertThat(failed.getSuppressed())
                .hasOnlyElementsOfType(AccessDenied.class)
                .isNotEmpty();
    }

    private static RuntimeException denied() {
        return DynamoDbException.builder()
                .statusCode(400)
                .message("not authorized")
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("AccessDeniedException")
                        .errorMessage("not authorized")
                        .build())
                .build();
    }
}
