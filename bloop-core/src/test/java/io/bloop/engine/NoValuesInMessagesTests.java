package io.bloop.engine;

import static io.bloop.model.IndexProjection.ALL;
import static io.bloop.model.IndexProjection.KEYS;
import static io.bloop.type.Types.BYTES;
import static io.bloop.type.Types.DYNAMIC;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.mapOf;
import static io.bloop.type.Types.setOf;
import static io.bloop.write.WriteOptions.onlyIf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.bloop.BloopException;
import io.bloop.InvalidArgument;
import io.bloop.bulk.BulkFailed;
import io.bloop.collection.CollectionMember;
import io.bloop.collection.CollectionMismatch;
import io.bloop.collection.CollectionValues;
import io.bloop.collection.InvalidCollection;
import io.bloop.collection.ItemCollectionDefinition;
import io.bloop.expression.Condition;
import io.bloop.expression.InvalidCondition;
import io.bloop.migration.InvalidMigration;
import io.bloop.migration.ItemMigration;
import io.bloop.migration.MigratedItem;
import io.bloop.migration.MigrationFailed;
import io.bloop.model.BaseModel;
import io.bloop.model.BinaryColumn;
import io.bloop.model.DynamicColumn;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.InvalidColumn;
import io.bloop.model.InvalidIndex;
import io.bloop.model.InvalidKey;
import io.bloop.model.InvalidModel;
import io.bloop.model.ListColumn;
import io.bloop.model.MapColumn;
import io.bloop.model.MissingKey;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.SetColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.query.InvalidSearch;
import io.bloop.query.InvalidToken;
import io.bloop.read.MissingObjects;
import io.bloop.read.UnprocessedItems;
import io.bloop.request.AccessDenied;
import io.bloop.request.CallInterrupted;
import io.bloop.request.ConstraintViolation;
import io.bloop.request.ExpressionTooLong;
import io.bloop.request.ForeignItem;
import io.bloop.request.IndexNotReady;
import io.bloop.request.InvalidLimit;
import io.bloop.request.InvalidRequest;
import io.bloop.request.ItemTooLarge;
import io.bloop.request.NoAnswer;
import io.bloop.request.RequestFailed;
import io.bloop.request.RequestInterrupted;
import io.bloop.request.RequestLimit;
import io.bloop.request.RequestObserver;
import io.bloop.request.RequestThrottled;
import io.bloop.request.TableNotFound;
import io.bloop.request.Target;
import io.bloop.stream.InvalidStreamToken;
import io.bloop.stream.MissingImage;
import io.bloop.stream.RecordsExpired;
import io.bloop.stream.StreamUnavailable;
import io.bloop.stream.UnreadableChange;
import io.bloop.table.BindMode;
import io.bloop.table.OutdatedExport;
import io.bloop.table.TableMismatch;
import io.bloop.table.TableNotReady;
import io.bloop.testing.BothClients;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.transaction.InvalidTransaction;
import io.bloop.transaction.PreparedTransaction;
import io.bloop.transaction.TransactionCancelled;
import io.bloop.transaction.TransactionTokenExpired;
import io.bloop.type.InvalidType;
import io.bloop.type.InvalidValue;
import io.bloop.type.MappingFailed;
import io.bloop.type.Type;
import io.bloop.type.Types;
import io.bloop.write.IncompleteObject;
import io.bloop.write.InvalidWrite;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** What is in an item beside its key is in no message and in no log, whatever goes wrong. */
@BothClients
class NoValuesInMessagesTests {

    private static final String SECRET = "hunter2";
    private static final long PIN = 8_765_432_109L;
    private static final SecretModel VAULT = new SecretModel();

    /** Are of tables and models, and have nothing to do with items. */
    private static final Set<Class<?>> WITHOUT_ITEMS = Set.of(
            CallInterrupted.class,
            IndexNotReady.class,
            OutdatedExport.class,
            InvalidCollection.class,
            InvalidColumn.class,
            InvalidIndex.class,
            InvalidModel.class,
            InvalidStreamToken.class,
            InvalidTableName.class,
            InvalidTemplate.class,
            InvalidType.class,
            RecordsExpired.class,
            StreamUnavailable.class,
            TableMismatch.class,
            TableNotReady.class);

    /** Have tests of their own, beside those of conditions. */
    private static final Set<Class<?>> OF_CONDITIONS = Set.of(ConstraintViolation.class, TransactionCancelled.class);

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.bloop");
    private Engine engine;
    private BloopTemplate<Vault> vaults;

    @BeforeEach
    void bind() {
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.DEBUG);
        engine = dynamoDb.engine();
        engine.bind(List.of(VAULT));
        vaults = engine.template(VAULT);
    }

    @AfterEach
    void stopListening() {
        logger.setLevel(null);
        logger.detachAppender(log);
    }

    /** Makes a vault with a secret in every column, and prints as one. */
    private static Vault vault(String id) {
        Vault vault = new Vault();
        vault.id = id;
        vault.password = SECRET;
        vault.pin = PIN;
        vault.card = SECRET.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        vault.hints = Set.of(SECRET);
        vault.notes = List.of(SECRET);
        vault.more = Map.of(SECRET, SECRET);
        vault.any = SECRET;
        return vault;
    }

    private static Record record(Map<String, AttributeValue> key, Map<String, AttributeValue> image) {
        return Record.builder()
                .eventID("1")
                .eventName("MODIFY")
                .dynamodb(d -> d.keys(key).newImage(image).sequenceNumber("1"))
                .build();
    }

    private Map<Class<? extends BloopException>, ThrowingCallable> failures() {
        Map<Class<? extends BloopException>, ThrowingCallable> failures = new LinkedHashMap<>();
        failures.put(MissingKey.class, () -> vaults.save(vault(null)));
        failures.put(InvalidKey.class, () -> vaults.find(vault("a")));
        failures.put(InvalidValue.class, () -> {
            Vault vault = vault("a");
            vault.any = new Object() {
                @Override
                public String toString() {
                    return SECRET;
                }
            };
            vaults.save(vault);
        });
        failures.put(IncompleteObject.class, () -> {
            vaults.save(vault("a"));
            vaults.replace(vaults.query(VAULT.byPassword)
                    .where(VAULT.password.eq(SECRET))
                    .one());
        });
        Map<String, AttributeValue> key = Map.of("id", AttributeValue.fromS("a"));
        failures.put(
                UnreadableChange.class,
                () -> engine.changes(VAULT)
                        .of(record(key, Map.of("id", AttributeValue.fromS("a"), "pin", AttributeValue.fromS(SECRET)))));
        failures.put(
                MissingImage.class,
                () -> engine.changes(VAULT)
                        .of(record(
                                key, Map.of("id", AttributeValue.fromS("a"), "password", AttributeValue.fromS(SECRET))))
                        .changed());
        failures.put(CollectionMismatch.class, () -> {
            vaults.save(vault("a"));
            vaults.save(vault("other"));
            engine.query(new OneVault(), VAULT.allByPassword, VAULT.password.eq(SECRET))
                    .find();
        });
        failures.put(MissingObjects.class, () -> engine.loadAll(List.of(vault("a"), vault("b"))));
        failures.put(UnprocessedItems.class, () -> {
            throw new UnprocessedItems("BatchWriteItem", new Target("Vault", "vaults", null), List.of(vault("a")));
        });
        failures.put(BulkFailed.class, () -> {
            EngineListener<Vault> veto = new EngineListener<>() {
                @Override
                public void beforeSave(Engine engine, ModelDefinition<? extends Vault> model, Vault vault) {
                    throw new Veto(vault);
                }
            };
            dynamoDb.engineBuilder()
                    .listener(VAULT, veto)
                    .build()
                    .template(VAULT)
                    .bulk()
                    .saveEach(List.of(vault("a"), vault("b")));
        });
        failures.put(InvalidCondition.class, () -> VAULT.any.lt(Set.of(SECRET)));
        failures.put(
                InvalidSearch.class,
                () -> vaults.query()
                        .where(VAULT.password.eq(SECRET).and(VAULT.pin.eq(PIN)))
                        .all());
        failures.put(
                InvalidToken.class,
                () -> vaults.scan()
                        .filter(VAULT.password.eq(SECRET))
                        .from("not-a-token")
                        .page());
        failures.put(
                InvalidTransaction.class,
                () -> engine.writeTransaction(
                        tx -> tx.save(vault("a")).save(vault("a"), onlyIf(VAULT.password.eq(SECRET)))));
        failures.put(TransactionTokenExpired.class, () -> {
            List<Instant> now = new ArrayList<>(List.of(Instant.now()));
            InstantSource clock = () -> now.get(0);
            Engine aging = dynamoDb.engineBuilder().clock(clock).build();
            aging.bind(List.of(VAULT));
            PreparedTransaction prepared = aging.prepareTransaction(tx -> tx.save(vault("a")));
            prepared.commit();
            now.set(0, now.get(0).plus(Duration.ofHours(1)));
            prepared.commit();
        });
        failures.put(
                RequestFailed.class, () -> failing("InternalServerError", 500).save(vault("a")));
        failures.put(
                RequestThrottled.class,
                () -> failing("ThrottlingException", 400).save(vault("a")));
        failures.put(
                AccessDenied.class, () -> failing("AccessDeniedException", 400).save(vault("a")));
        failures.put(
                NoAnswer.class,
                () -> template(SdkClientException.create("no route")).save(vault("a")));
        failures.put(ItemTooLarge.class, () -> {
            Vault vault = vault("a");
            vault.password = SECRET.repeat(100_000);
            vaults.save(vault);
        });
        failures.put(ExpressionTooLong.class, () -> {
            Condition<Vault> condition = VAULT.password.eq(SECRET);
            for (int i = 0; i < 400; i++) {
                condition = condition.or(VAULT.pin.eq(PIN + i));
            }
            vaults.save(vault("a"), onlyIf(condition));
        });
        failures.put(
                InvalidRequest.class,
                () -> vaults.update("none").set(VAULT.more.key("x"), SECRET).run());
        failures.put(
                InvalidMigration.class,
                () -> engine.migrations().build().run(ItemMigration.of("no id", VAULT, MigratedItem::unchanged)));
        failures.put(MigrationFailed.class, () -> {
            vaults.save(vault("a"));
            engine.migrations()
                    .build()
                    .run(ItemMigration.of("fails", VAULT, item -> item.set("more", AttributeValue.fromS(SECRET))));
        });
        failures.put(InvalidArgument.class, () -> vaults.findAll(null));
        failures.put(ForeignItem.class, () -> {
            throw new ForeignItem(
                    new Target("Vault", "vaults", null),
                    "Vault(id=S \"a\")",
                    VAULT.claim(),
                    List.of("Safe"),
                    Map.of("password", AttributeValue.fromS(SECRET)),
                    null);
        });
        failures.put(InvalidLimit.class, () -> RequestLimit.of(0));
        failures.put(RequestInterrupted.class, () -> {
            BloopTemplate<Vault> limited = dynamoDb.engineBuilder()
                    .bindMode(BindMode.NONE)
                    .requestLimit(RequestLimit.of(1))
                    .build()
                    .template(VAULT);
            Thread.currentThread().interrupt();
            try {
                limited.save(vault("a"));
            } finally {
                Thread.interrupted();
            }
        });
        failures.put(MappingFailed.class, () -> {
            Vault vault = new Vault() {
                @Override
                String password() {
                    throw new Veto(this);
                }
            };
            vault.id = "a";
            vault.pin = PIN;
            vaults.save(vault);
        });
        failures.put(
                InvalidWrite.class,
                () -> vaults.update("a")
                        .set(VAULT.more, Map.of(SECRET, SECRET))
                        .set(VAULT.more.key("x"), SECRET)
                        .run());
        failures.put(TableNotFound.class, () -> {
            dynamoDb.client().deleteTable(request -> request.tableName(dynamoDb.tableName("Vault")));
            vaults.save(vault("a"));
        });
        return failures;
    }

    private BloopTemplate<Vault> failing(String code, int status) {
        return template(DynamoDbException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage("told so by the service")
                        .build())
                .statusCode(status)
                .build());
    }

    private BloopTemplate<Vault> template(RuntimeException failure) {
        InterceptedClient client = dynamoDb.intercept();
        client.updateItem((request, real) -> {
            throw failure;
        });
        return dynamoDb.engineBuilder(client.client()).build().template(VAULT);
    }

    @Test
    @DisplayName("E20 no message and no log of any exception has a value that is no key")
    void tellsNoValues() {
        failures().forEach((type, failure) -> {
            Throwable thrown = catchThrowable(failure);

            assertThat(thrown).as(type.getSimpleName()).isInstanceOf(type);
            assertThat(messages(thrown)).as(type.getSimpleName()).noneMatch(NoValuesInMessagesTests::isTold);
        });
        assertThat(logged()).noneMatch(NoValuesInMessagesTests::isTold);
    }

    @Test
    @DisplayName("E20 every exception is looked at")
    void looksAtEveryException() {
        Set<Class<?>> looked = new LinkedHashSet<>(failures().keySet());
        looked.addAll(WITHOUT_ITEMS);
        looked.addAll(OF_CONDITIONS);

        assertThat(new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests()).importPackages("io.bloop").stream()
                                .filter(type -> type.isAssignableTo(BloopException.class)
                                        && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                                .<Class<?>>map(JavaClass::reflect)
                                .collect(Collectors.toSet()))
                .isEqualTo(looked);
    }

    static Stream<Arguments> unreadable() {
        List<Type<?>> texts = List.of(
                Types.UUID,
                Types.INSTANT,
                Types.OFFSET_DATE_TIME,
                Types.ZONED_DATE_TIME,
                Types.LOCAL_DATE,
                Types.LOCAL_TIME,
                Types.LOCAL_DATE_TIME,
                Types.YEAR,
                Types.YEAR_MONTH,
                Types.DURATION,
                Types.PERIOD,
                Types.URL,
                Types.CURRENCY,
                Types.ZONE_ID,
                Types.enumOf(Thread.State.class));
        List<Type<?>> numbers = List.of(Types.INTEGER, Types.LONG, Types.SHORT, Types.BYTE, Types.BIG_INTEGER);
        return Stream.of(
                        texts.stream().map(type -> Arguments.of(type, AttributeValue.fromS(SECRET + " " + SECRET))),
                        numbers.stream().map(type -> Arguments.of(type, AttributeValue.fromN(PIN + ".5"))),
                        Stream.of(
                                Arguments.of(Types.URI, AttributeValue.fromS(SECRET + " " + SECRET)),
                                Arguments.of(Types.DURATION_SECONDS, AttributeValue.fromN(PIN + "0".repeat(20))),
                                Arguments.of(Types.BASE64_BYTES, AttributeValue.fromS(SECRET)),
                                Arguments.of(Types.LONG, AttributeValue.fromS(SECRET)),
                                Arguments.of(Types.LONG, AttributeValue.fromSs(List.of(SECRET))),
                                Arguments.of(Types.STRING, AttributeValue.fromN(String.valueOf(PIN))),
                                Arguments.of(Types.STRING, AttributeValue.fromNs(List.of(String.valueOf(PIN)))),
                                Arguments.of(Types.BYTES, AttributeValue.fromS(SECRET)),
                                Arguments.of(
                                        listOf(STRING),
                                        AttributeValue.fromM(Map.of(SECRET, AttributeValue.fromS(SECRET)))),
                                Arguments.of(
                                        listOf(LONG), AttributeValue.fromL(List.of(AttributeValue.fromS(SECRET))))))
                .flatMap(cases -> cases);
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    @DisplayName("E20 what cannot be read is not shown, not even by the JDK's own exceptions")
    void showsNothingThatCannotBeRead(Type<?> type, AttributeValue stored) {
        Throwable thrown = catchThrowable(() -> io.bloop.type.AttributeValues.load(type, stored));

        assertThat(thrown).isInstanceOf(InvalidValue.class);
        assertThat(messages(thrown)).noneMatch(NoValuesInMessagesTests::isTold);
    }

    static Stream<Arguments> unstorable() {
        return Stream.of(
                Arguments.of(Types.BIG_DECIMAL, new BigDecimal(PIN + "." + "1".repeat(40))),
                Arguments.of(Types.BIG_INTEGER, new BigInteger(PIN + "1".repeat(40))),
                Arguments.of(Types.DOUBLE, 8.765432109e200),
                Arguments.of(Types.INSTANT, Instant.parse("+18765-04-03T02:01:00Z")),
                Arguments.of(Types.LOCAL_DATE, java.time.LocalDate.of(18765, 4, 3)));
    }

    @ParameterizedTest
    @MethodSource("unstorable")
    @DisplayName("E20 what cannot be stored is a field, and not shown")
    <V> void showsNothingThatCannotBeStored(Type<V> type, V value) {
        InvalidValue thrown = (InvalidValue) catchThrowable(() -> io.bloop.type.AttributeValues.dump(type, value));

        assertThat(thrown.value()).isNotNull();
        assertThat(messages(thrown)).noneMatch(text -> text.contains("8765"));
    }

    @Test
    @DisplayName("E20 listeners and observers that fail are named by their classes")
    void namesListenersAndObserversByTheirClasses() {
        Engine watched = dynamoDb.engineBuilder()
                .listener(VAULT, new EngineListener<>() {
                    @Override
                    public void afterSave(Engine engine, ModelDefinition<? extends Vault> model, Vault vault) {
                        throw new Veto(vault);
                    }
                })
                .observer(new RequestObserver() {
                    @Override
                    public Observation start(String operation, Target target) {
                        throw new IllegalStateException("not today");
                    }

                    @Override
                    public String toString() {
                        return SECRET;
                    }
                })
                .build();

        watched.template(VAULT).save(vault("a"));

        assertThat(logged()).hasSizeGreaterThan(1).noneMatch(NoValuesInMessagesTests::isTold);
    }

    private static boolean isTold(String text) {
        return text.contains(SECRET) || text.contains(String.valueOf(PIN));
    }

    /** Returns what is printed of an exception, but for what others have thrown, which is theirs. */
    private static List<String> messages(Throwable thrown) {
        List<String> messages = new ArrayList<>();
        Throwable cause = thrown;
        for (; cause != null && !(cause instanceof Veto); cause = cause.getCause()) {
            messages.add(String.valueOf(cause));
        }
        if (cause == null) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace));
            messages.add(trace.toString());
        }
        return messages;
    }

    private List<String> logged() {
        List<String> lines = new ArrayList<>();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            lines.add(event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
        return lines;
    }

    /** Thrown by a listener of the application, and says more than it should. */
    private static final class Veto extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Veto(Vault vault) {
            super("refused: " + vault);
        }
    }

    static class Vault extends BaseModel {
        String id;
        String password;
        Long pin;
        byte[] card;
        Set<String> hints;
        List<String> notes;
        Map<String, String> more;
        Object any;

        String password() {
            return password;
        }

        @Override
        public String toString() {
            return SECRET;
        }
    }

    static final class SecretModel extends ModelDefinition<Vault> {

        final StringColumn<Vault, String> id = column("id", STRING)
                .getter(v -> v.id)
                .setter((v, x) -> v.id = x)
                .hashKey();
        final StringColumn<Vault, String> password =
                column("password", STRING).getter(Vault::password).setter((v, x) -> v.password = x);
        final NumberColumn<Vault, Long> pin =
                column("pin", LONG).getter(v -> v.pin).setter((v, x) -> v.pin = x);
        final BinaryColumn<Vault, byte[]> card =
                column("card", BYTES).getter(v -> v.card).setter((v, x) -> v.card = x);
        final SetColumn<Vault, String> hints =
                column("hints", setOf(STRING)).getter(v -> v.hints).setter((v, x) -> v.hints = x);
        final ListColumn<Vault, String> notes =
                column("notes", listOf(STRING)).getter(v -> v.notes).setter((v, x) -> v.notes = x);
        final MapColumn<Vault, String, String> more =
                column("more", mapOf(STRING)).getter(v -> v.more).setter((v, x) -> v.more = x);
        final DynamicColumn<Vault> any =
                column("any", DYNAMIC).getter(v -> v.any).setter((v, x) -> v.any = x);

        final GlobalSecondaryIndex<Vault> byPassword =
                globalIndex("byPassword", KEYS).hashKey(password);
        final GlobalSecondaryIndex<Vault> allByPassword =
                globalIndex("allByPassword", ALL).hashKey(password);

        SecretModel() {
            super(Vault.class);
        }

        @Override
        protected Vault create(Values<Vault> values) {
            return new Vault();
        }
    }

    /** A collection of one item. */
    private static final class OneVault extends ItemCollectionDefinition<Vault> {

        private final CollectionMember<Vault> vault = required("vault", VAULT);

        private OneVault() {
            super(Vault.class);
        }

        @Override
        protected Vault create(CollectionValues values) {
            return values.get(vault);
        }
    }
}
