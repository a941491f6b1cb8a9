package io.bloop.boot.transaction;

import static io.bloop.boot.links.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.EngineBuilderCustomizer;
import io.bloop.boot.LocalDynamoDb;
import io.bloop.boot.links.Link;
import io.bloop.boot.links.LinksApplication;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@ExtendWith(OutputCaptureExtension.class)
class BloopTransactionAutoConfigurationTests {

    private static final String NOTICE =
            "Link is written inside a transaction of Spring (@Transactional), which does not"
                    + " include DynamoDB: a rollback does not undo the write. Use Engine.writeTransaction for writes that belong"
                    + " together. This is logged once; bloop.transaction-notice=false switches it off";

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LocalDynamoDb.class, LinksApplication.class)
            .withPropertyValues("bloop.table-name-template=" + LocalDynamoDb.prefix() + "{table_name}");

    /** Stands for the transaction manager of a relational database. */
    private static final class OtherTransactions extends AbstractPlatformTransactionManager {

        private static final long serialVersionUID = 1L;

        @Override
        protected Object doGetTransaction() {
            return new Object();
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }

    private static void inTransaction(Runnable work) {
        new TransactionTemplate(new OtherTransactions()).executeWithoutResult(status -> work.run());
    }

    static Stream<Arguments> writes() {
        return Stream.of(
                write("save", engine -> template(engine).save(new Link("docs", "ada"))),
                write("insert", engine -> template(engine).insert(new Link("docs", "ada"))),
                write("replace", engine -> template(engine).replace(new Link("docs", "ada"))),
                write("delete", engine -> template(engine).delete(new Link("docs", "ada"))),
                write("deleteByKey", engine -> template(engine).deleteByKey(LINK.keyOf("docs"))),
                write(
                        "update",
                        engine -> template(engine)
                                .update("docs")
                                .set(LINK.owner, "bob")
                                .run()),
                write("transaction", engine -> engine.writeTransaction(tx -> tx.save(new Link("docs", "ada")))),
                write("replaceAll", engine -> template(engine).bulk().replaceAll(List.of(new Link("docs", "ada")))),
                write(
                        "saveEach",
                        engine -> template(engine)
                                .bulk()
                                .saveEach(List.of(new Link("docs", "ada"), new Link("news", "ada")))));
    }

    private static Arguments write(String name, Consumer<Engine> write) {
        return Arguments.of(name, write);
    }

    private static BloopTemplate<Link> template(Engine engine) {
        return engine.template(LINK);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void aWriteInsideATransactionOfSpringIsToldOnce(String name, Consumer<Engine> write, CapturedOutput output) {
        contextRunner.run(context -> {
            Engine engine = context.getBean(Engine.class);

            inTransaction(() -> write.accept(engine));
            inTransaction(() -> template(engine).save(new Link("again", "ada")));

            assertThat(output).containsOnlyOnce(NOTICE);
        });
    }

    @Test
    void aReadAndAWriteOutsideOfTransactionsAreNotWorthAWord(CapturedOutput output) {
        contextRunner.run(context -> {
            BloopTemplate<Link> links = template(context.getBean(Engine.class));

            links.save(new Link("docs", "ada"));
            inTransaction(() -> links.find("docs"));
            links.bulk().saveEach(List.of(new Link("a", "ada"), new Link("b", "ada")));

            assertThat(output).doesNotContain("transaction of Spring");
        });
    }

    @Test
    void nothingIsLoggedWhereThatIsSwitchedOff(CapturedOutput output) {
        contextRunner.withPropertyValues("bloop.transaction-notice=false").run(context -> {
            inTransaction(() -> template(context.getBean(Engine.class)).save(new Link("docs", "ada")));

            assertThat(output).doesNotContain("transaction of Spring");
        });
    }

    @Test
    void givesWayToACustomizerOfItsName(CapturedOutput output) {
        contextRunner
                .withBean("bloopTransactionNoticeCustomizer", EngineBuilderCustomizer.class, () -> builder -> {})
                .run(context -> {
                    inTransaction(() -> template(context.getBean(Engine.class)).save(new Link("docs", "ada")));

                    assertThat(output).doesNotContain("transaction of Spring");
                });
    }

    @Test
    void staysAwayWithoutSpringTxAndWhereBloopIsDisabled() {
        contextRunner
                .withClassLoader(new FilteredClassLoader(TransactionSynchronizationManager.class))
                .run(context -> assertThat(context).doesNotHaveBean("bloopTransactionNoticeCustomizer"));
        contextRunner
                .withPropertyValues("bloop.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean("bloopTransactionNoticeCustomizer"));
    }
}
