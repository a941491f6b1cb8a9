package io.bloop.boot.dao;

import static io.bloop.boot.accounts.AccountModel.ACCOUNT;
import static io.bloop.boot.links.LinkModel.LINK;
import static io.bloop.write.WriteOptions.onlyIf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_MOCKS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.bloop.BloopException;
import io.bloop.boot.LocalDynamoDb;
import io.bloop.boot.accounts.Account;
import io.bloop.boot.links.Link;
import io.bloop.bulk.BulkFailed;
import io.bloop.collection.CollectionMember;
import io.bloop.collection.CollectionValues;
import io.bloop.collection.ItemCollectionDefinition;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.engine.EngineListener;
import io.bloop.engine.TableNames;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.query.ParallelResults;
import io.bloop.read.Consistency;
import io.bloop.request.RequestLimit;
import io.bloop.table.BindMode;
import io.bloop.type.Types;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessResourceException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

class BloopExceptionTranslatorTests {

    private final BloopExceptionTranslator translator = new BloopExceptionTranslator();
    private final Engine engine = Engine.builder(LocalDynamoDb.client())
            .tableNames(TableNames.template(LocalDynamoDb.prefix() + "{table_name}"))
            .build();
    private final BloopTemplate<Link> links = engine.template(LINK);

    @Test
    void aTakenKeyIsDuplicate() {
        links.insert(new Link("docs", "ada"));
        assertTranslated(() -> links.insert(new Link("docs", "bob")), DuplicateKeyException.class);
        assertTranslated(
                () -> engine.writeTransaction(tx -> tx.insert(new Link("docs", "bob"))), DuplicateKeyException.class);
    }

    @Test
    void anUnmetConditionOfTheCallersOwnBreaksIntegrity() {
        links.insert(new Link("docs", "ada"));
        assertTranslated(
                () -> links.save(new Link("docs", "ada"), onlyIf(LINK.owner.eq("bob"))),
                DataIntegrityViolationException.class);
        assertTranslated(
                () -> links.update("docs")
                        .set(LINK.owner, "eve")
                        .onlyIf(LINK.owner.eq("bob"))
                        .run(),
                DataIntegrityViolationException.class);
    }

    @Test
    void anUnmetConditionOfATransactionIsNoOther() {
        links.insert(new Link("docs", "ada"));
        assertTranslated(
                () -> engine.writeTransaction(tx -> tx.delete(new Link("docs", "ada"), onlyIf(LINK.owner.eq("bob")))),
                DataIntegrityViolationException.class);
    }

    @Test
    void aVersionThatHasMovedOnIsAnOptimisticLockThatFailed() {
        BloopTemplate<Account> accounts = engine.template(ACCOUNT);
        accounts.insert(new Account("ada"));
        Account first = accounts.find("ada").orElseThrow();
        Account second = accounts.find("ada").orElseThrow();
        first.balance = 1;
        accounts.save(first);
        second.balance = 2;
        assertTranslated(() -> accounts.save(second), OptimisticLockingFailureException.class);
        assertTranslated(() -> accounts.delete(second), OptimisticLockingFailureException.class);
        assertTranslated(() -> engine.writeTransaction(tx -> tx.save(second)), OptimisticLockingFailureException.class);
    }

    @Test
    void anUnmetConditionBesideThatOnTheVersionIsNotToldFromIt() {
        BloopTemplate<Account> accounts = engine.template(ACCOUNT);
        Account account = accounts.insert(new Account("ada"));
        account.balance = 1;
        assertTranslated(
                () -> accounts.save(account, onlyIf(ACCOUNT.balance.eq(5L))), OptimisticLockingFailureException.class);
        assertTranslated(
                () -> accounts.delete(account, onlyIf(ACCOUNT.balance.eq(5L))),
                OptimisticLockingFailureException.class);
        assertTranslated(
                () -> engine.writeTransaction(tx -> tx.save(account, onlyIf(ACCOUNT.balance.eq(5L)))),
                OptimisticLockingFailureException.class);
    }

    record Claimed(String id, Long version) {}

    static final class ClaimedModel extends ModelDefinition<Claimed> {

        private final StringColumn<Claimed, String> id =
                column("id", Types.STRING).getter(Claimed::id).hashKey();
        private final NumberColumn<Claimed, Long> version =
                column("version", Types.LONG).getter(Claimed::version).version();

        ClaimedModel(String name) {
            super(Claimed.class, name);
            table(t -> t.named("claimed"));
            discriminator("type", name);
        }

        Key<Claimed> key(String id) {
            return keyOf(id);
        }

        @Override
        protected Claimed create(Values<Claimed> values) {
            return new Claimed(values.get(id), values.get(version));
        }
    }

    @Test
    void anItemOfAnotherModelBreaksIntegrity() {
        ClaimedModel order = new ClaimedModel("Order");
        ClaimedModel payment = new ClaimedModel("Payment");
        engine.bind(List.of(order, payment));
        BloopTemplate<Claimed> payments = engine.template(payment);
        engine.template(order).insert(new Claimed("1", null));
        Claimed mine = payments.insert(new Claimed("2", null));
        engine.template(order).insert(new Claimed("3", null));

        assertTranslated(() -> payments.find(payment.key("1")), DataIntegrityViolationException.class);
        assertTranslated(() -> payments.save(new Claimed("1", 1L)), DataIntegrityViolationException.class);
        assertTranslated(() -> payments.deleteByKey(payment.key("1")), DataIntegrityViolationException.class);
        assertTranslated(
                () -> payments.bulk().deleteAll(List.of(mine, new Claimed("3", 1L))),
                DataIntegrityViolationException.class);
        assertTranslated(
                () -> engine.writeTransaction(tx -> tx.delete(payment, new Claimed("1", 1L))),
                DataIntegrityViolationException.class);
    }

    @Test
    void anUpdateOfAVersionedModelAsksForItsOwnConditionAlone() {
        BloopTemplate<Account> accounts = engine.template(ACCOUNT);
        accounts.insert(new Account("ada"));
        assertTranslated(
                () -> accounts.update("ada")
                        .set(ACCOUNT.balance, 1L)
                        .onlyIf(ACCOUNT.balance.eq(5L))
                        .run(),
                DataIntegrityViolationException.class);
    }

    @Test
    void aBulkCallThatStopsIsOfTheKindOfItsCause() {
        BloopTemplate<Account> accounts = engine.template(ACCOUNT);
        accounts.insert(new Account("ada"));
        Account stale = accounts.find("ada").orElseThrow();
        Account current = accounts.find("ada").orElseThrow();
        current.balance = 1;
        accounts.save(current);
        stale.balance = 2;
        links.insert(new Link("docs", "ada"));

        assertStopped(() -> accounts.bulk().saveEach(List.of(stale)), OptimisticLockingFailureException.class);
        assertStopped(
                () -> links.bulk().saveEach(List.of(new Link("docs", "ada")), onlyIf(LINK.owner.eq("bob"))),
                DataIntegrityViolationException.class);
        assertStopped(
                () -> failing(service("ProvisionedThroughputExceededException", 400))
                        .bulk()
                        .saveEach(List.of(new Link("docs", "ada"))),
                TransientDataAccessResourceException.class);
        assertStopped(
                () -> failing(service("AccessDeniedException", 400)).bulk().saveEach(List.of(new Link("docs", "ada"))),
                PermissionDeniedDataAccessException.class);
    }

    @Test
    void aBulkCallThatStopsForAnotherReasonIsOfNoKind() {
        EngineListener<Link> veto = new EngineListener<>() {
            @Override
            public void beforeSave(Engine engine, ModelDefinition<? extends Link> model, Link link) {
                throw new IllegalStateException("not today");
            }
        };
        BloopTemplate<Link> vetoed = Engine.builder(LocalDynamoDb.client())
                .bindMode(BindMode.NONE)
                .listener(LINK, veto)
                .build()
                .template(LINK);
        assertStopped(
                () -> vetoed.bulk().saveEach(List.of(new Link("docs", "ada"))), UncategorizedBloopException.class);
        assertThat(catchThrowableOfType(
                        BulkFailed.class, () -> vetoed.bulk().saveEach(List.of(new Link("docs", "ada")))))
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void noResultIsAnEmptyOneAndSeveralAreOfAnIncorrectSize() {
        assertTranslated(() -> links.scan().one(), EmptyResultDataAccessException.class);
        links.insert(new Link("docs", "ada"));
        links.insert(new Link("curl", "ada"));
        assertTranslated(() -> links.scan().one(), IncorrectResultSizeDataAccessException.class);
    }

    @Test
    void itemsThatMakeNoCollectionAreOfAnIncorrectSize() {
        record OneLink(Link link) {}
        ItemCollectionDefinition<OneLink> collection = new ItemCollectionDefinition<>(OneLink.class) {
            private final CollectionMember<Link> link = required("link", LINK);

            @Override
            protected OneLink create(CollectionValues values) {
                return new OneLink(values.get(link));
            }
        };
        for (String slug : List.of("docs", "curl")) {
            Link indexed = new Link(slug, "ada");
            indexed.createdOn = Instant.EPOCH;
            links.insert(indexed);
        }

        assertTranslated(
                () -> engine.query(collection, LINK.byOwner, LINK.owner.eq("ada"))
                        .find(),
                IncorrectResultSizeDataAccessException.class);
    }

    static Stream<Class<?>> exceptions() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("io.bloop").stream()
                        .filter(type -> type.isAssignableTo(BloopException.class)
                                && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    @DisplayName("E21 every exception of the library is translated")
    void everyExceptionIsTranslated(Class<? extends BloopException> type) {
        BloopException thrown = mock(type, RETURNS_MOCKS);

        assertThat(translator.translateExceptionIfPossible(thrown)).isNotNull().hasCause(thrown);
    }

    @Test
    void missingObjectsAreAnEmptyResult() {
        assertTranslated(
                () -> engine.loadAll(List.of(bound(new Link("docs", null))), Consistency.EVENTUAL),
                EmptyResultDataAccessException.class);
    }

    @Test
    void wrongCallsAreMisuse() {
        assertTranslated(() -> links.save(new Link(null, "ada")), InvalidDataAccessApiUsageException.class);
        assertTranslated(() -> links.query(LINK.byOwner).all(), InvalidDataAccessApiUsageException.class);
        assertTranslated(() -> links.scan().limit(0), InvalidDataAccessApiUsageException.class);
        assertTranslated(() -> links.scan().from("x").all(), InvalidDataAccessApiUsageException.class);
        assertTranslated(() -> links.find(1), InvalidDataAccessApiUsageException.class);
        assertTranslated(() -> links.findAll(null), InvalidDataAccessApiUsageException.class);
    }

    @Test
    void translatesTableNamesThatAreNotAllowed() {
        Engine misnamed = Engine.builder(LocalDynamoDb.client())
                .tableNames((model, name) -> "p1")
                .build();
        assertTranslated(() -> misnamed.template(LINK).find("docs"), InvalidDataAccessApiUsageException.class);
    }

    @Test
    void aMissingTableIsAnInvalidResource() {
        BloopTemplate<Link> unbound = Engine.builder(LocalDynamoDb.client())
                .tableNames(TableNames.template("absent-{table_name}"))
                .bindMode(BindMode.NONE)
                .build()
                .template(LINK);
        assertTranslated(() -> unbound.find("docs"), InvalidDataAccessResourceUsageException.class);
    }

    @Test
    void throttlingPasses() {
        assertTranslated(
                () -> failing(service("ProvisionedThroughputExceededException", 400))
                        .save(new Link("docs", "ada")),
                TransientDataAccessResourceException.class);
        assertTranslated(
                () -> failing(service("InternalServerError", 500)).save(new Link("docs", "ada")),
                TransientDataAccessResourceException.class);
    }

    @Test
    void whatIsDeniedIsPermission() {
        assertTranslated(
                () -> failing(service("AccessDeniedException", 400)).save(new Link("docs", "ada")),
                PermissionDeniedDataAccessException.class);
    }

    @Test
    void anItemThatIsTooLargeBreaksIntegrity() {
        assertTranslated(
                () -> links.save(new Link("docs", "a".repeat(500_000))), DataIntegrityViolationException.class);
    }

    @Test
    void aConflictWithATransactionIsOneOfConcurrency() {
        TransactionConflictException conflict = TransactionConflictException.builder()
                .awsErrorDetails(details("TransactionConflictException"))
                .build();
        assertTranslated(() -> failing(conflict).save(new Link("docs", "ada")), ConcurrencyFailureException.class);
    }

    @Test
    void noAnswerIsAResourceThatFailed() {
        assertTranslated(
                () -> failing(SdkClientException.create("connection reset")).save(new Link("docs", "ada")),
                DataAccessResourceFailureException.class);
        assertTranslated(
                () -> failing(ApiCallTimeoutException.create(50)).save(new Link("docs", "ada")),
                QueryTimeoutException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    @DisplayName("E5 the status of a gateway that is busy or has failed passes")
    void statusesOfGatewaysPass(int status) {
        assertTranslated(
                () -> failing((RuntimeException)
                                DynamoDbException.builder().statusCode(status).build())
                        .save(new Link("docs", "ada")),
                TransientDataAccessResourceException.class);
    }

    @Test
    @DisplayName("E23 an interrupted request is a resource that failed")
    void anInterruptIsAResourceThatFailed() {
        assertTranslated(
                () -> failing(AbortedException.create("interrupted")).save(new Link("docs", "ada")),
                DataAccessResourceFailureException.class);
        assertThat(Thread.interrupted()).isTrue();
        Engine limited = Engine.builder(LocalDynamoDb.client())
                .bindMode(BindMode.NONE)
                .requestLimit(RequestLimit.of(1))
                .build();
        assertTranslated(
                () -> {
                    Thread.currentThread().interrupt();
                    limited.template(LINK).find("docs");
                },
                DataAccessResourceFailureException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    @DisplayName("E21 an interrupt while a call waits is a resource that failed")
    void anInterruptedWaitIsAResourceThatFailed() {
        engine.bind(List.of(LINK));
        assertTranslated(
                () -> {
                    ParallelResults<Link> results = links.scan().parallel(2).results();
                    Thread.currentThread().interrupt();
                    results.hasNext();
                },
                DataAccessResourceFailureException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertTranslated(
                () -> {
                    Thread.currentThread().interrupt();
                    links.bulk().replaceAll(List.of(new Link("a", "ada"), new Link("b", "ada")));
                },
                DataAccessResourceFailureException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    @DisplayName("E21 a limit that lets no request pass is misuse")
    void aLimitThatLetsNothingPassIsMisuse() {
        assertTranslated(() -> RequestLimit.of(0), InvalidDataAccessApiUsageException.class);
    }

    @Test
    void whatIsNotOfBloopIsNotUnderstood() {
        assertThat(translator.translateExceptionIfPossible(new IllegalStateException("other")))
                .isNull();
    }

    private void assertTranslated(ThrowingCallable call, Class<? extends DataAccessException> expected) {
        RuntimeException thrown = catchThrowableOfType(RuntimeException.class, call);
        assertThat(thrown).isNotNull();
        DataAccessException translated = translator.translateExceptionIfPossible(thrown);
        assertThat(translated).isExactlyInstanceOf(expected).hasCause(thrown).hasMessage(thrown.getMessage());
    }

    private void assertStopped(ThrowingCallable call, Class<? extends DataAccessException> expected) {
        assertThat(catchThrowableOfType(BulkFailed.class, call).left()).hasSize(1);
        assertTranslated(call, expected);
    }

    private Link bound(Link link) {
        engine.bind(List.of(LINK));
        return link;
    }

    private static DynamoDbException service(String code, int status) {
        return (DynamoDbException) DynamoDbException.builder()
                .awsErrorDetails(details(code))
                .statusCode(status)
                .build();
    }

    private static AwsErrorDetails details(String code) {
        return AwsErrorDetails.builder()
                .errorCode(code)
                .errorMessage("told so by the service")
                .build();
    }

    private static BloopTemplate<Link> failing(RuntimeException failure) {
        DynamoDbClient client = mock(DynamoDbClient.class);
        when(client.updateItem(any(UpdateItemRequest.class))).thenThrow(failure);
        return Engine.builder(client).bindMode(BindMode.NONE).build().template(LINK);
    }
}
