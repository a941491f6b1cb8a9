package io.bloop.boot.stream;

import static io.bloop.boot.stream.VisitsRunner.awaitCaughtUp;
import static io.bloop.boot.stream.VisitsRunner.container;
import static io.bloop.boot.stream.VisitsRunner.heard;
import static io.bloop.boot.stream.VisitsRunner.visits;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.LocalDynamoDb;
import io.bloop.boot.stream.StreamListenerContainer.State;
import io.bloop.boot.visits.Visit;
import io.bloop.boot.visits.VisitModel;
import io.bloop.engine.Engine;
import io.bloop.stream.Change;
import io.bloop.stream.UnreadableChange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@ExtendWith(OutputCaptureExtension.class)
class FailedDeliveryTests {

    private final ApplicationContextRunner runner = VisitsRunner.create()
            .withBean(Failures.class)
            .withPropertyValues("bloop.stream.listener.retry.max-retries=2");

    private static void saveThree(ApplicationContext context) {
        visits(context).save(new Visit("a", 1));
        visits(context).save(new Visit("b", 13));
        visits(context).save(new Visit("c", 3));
    }

    private static void awaitFailure(ApplicationContext context) throws InterruptedException {
        context.getBean(Failures.class).await();
    }

    @Test
    @DisplayName("S12 a change that a handler refuses is delivered again in place, before those after it")
    void repeatsInPlace() {
        runner.withBean(RefusesTwice.class).run(context -> {
            saveThree(context);
            awaitCaughtUp(context);
            assertThat(heard(context).notes()).containsExactly("1", "refused", "refused", "13", "3");
            assertThat(container(context).failures()).isEqualTo(2);
            assertThat(container(context).records()).isEqualTo(3);
        });
    }

    @Test
    @DisplayName(
            "S12 a listener stops before the change that its handler refuses for good, and goes on there when it is started")
    void stops() {
        runner.withBean(Refuses13.class).run(context -> {
            saveThree(context);
            awaitFailure(context);
            assertThat(container(context).state()).isEqualTo(State.FAILED);
            assertThat(container(context).failure().orElseThrow()).hasMessage("13");
            assertThat(container(context).skipped()).isZero();
            assertThat(heard(context).notes()).containsExactly("1", "13", "13", "13");
            context.getBean(Refuses13.class).mended = true;
            container(context).stop();
            container(context).start();
            awaitCaughtUp(context);
            assertThat(container(context).state()).isEqualTo(State.ACTIVE);
            assertThat(heard(context).notes()).containsExactly("1", "13", "13", "13", "13", "3");
        });
    }

    @Test
    @DisplayName("S12 a change that its error handler skips is told in the log and counted, and the listener goes on")
    void skips(CapturedOutput output) {
        runner.withBean(Refuses13.class)
                .withBean(StreamErrorHandler.class, StreamErrorHandler::skip)
                .run(context -> {
                    saveThree(context);
                    awaitCaughtUp(context);
                    assertThat(heard(context).notes()).containsExactly("1", "13", "13", "13", "3");
                    assertThat(container(context).skipped()).isEqualTo(1);
                    assertThat(output)
                            .contains(
                                    "Passed over 1 record, because the error handler decided so: listener 'visits': INSERT of ");
                });
    }

    @Test
    @DisplayName("S12 a change that its handler refuses goes to a dead-letter store, and the listener goes on")
    void storesDeadLetters() {
        DeadLetters letters = new DeadLetters();
        runner.withBean(Refuses13.class)
                .withBean(StreamErrorHandler.class, () -> StreamErrorHandler.deadLetter(letters::store))
                .run(context -> {
                    saveThree(context);
                    awaitCaughtUp(context);
                    assertThat(letters.stored.notes()).containsExactly("visits 13 IllegalStateException");
                    assertThat(heard(context).notes()).containsExactly("1", "13", "13", "13", "3");
                });
    }

    @Test
    @DisplayName("S12 a listener stops where its dead letters cannot be stored")
    void stopsWhereDeadLettersCannotBeStored() {
        runner.withBean(Refuses13.class)
                .withBean(
                        StreamErrorHandler.class,
                        () -> StreamErrorHandler.deadLetter(letter -> {
                            throw new IllegalArgumentException("full");
                        }))
                .run(context -> {
                    saveThree(context);
                    awaitFailure(context);
                    Throwable failure = container(context).failure().orElseThrow();
                    assertThat(failure).hasMessage("13");
                    assertThat(failure.getSuppressed()).hasSize(1);
                    assertThat(heard(context).notes()).doesNotContain("3");
                });
    }

    @Test
    @DisplayName("S12 a batch that is refused is halved until the changes are found that are refused alone")
    void bisects() {
        DeadLetters letters = new DeadLetters();
        runner.withBean(RefusesBatchesWith13.class)
                .withBean(StreamErrorHandler.class, () -> StreamErrorHandler.deadLetter(letters::store))
                .withPropertyValues(
                        "bloop.stream.listener.bisect=true",
                        "bloop.stream.listener.retry.max-retries=0",
                        "bloop.stream.listener.auto-startup=false")
                .run(context -> {
                    saveThree(context);
                    visits(context).save(new Visit("d", 4));
                    container(context).start();
                    awaitCaughtUp(context);
                    assertThat(heard(context).notes()).containsExactly("[1]", "[3, 4]");
                    assertThat(letters.stored.notes()).containsExactly("visits 13 IllegalStateException");
                });
    }

    @Test
    @DisplayName("S12 a record that cannot be read is handed to the error handler, and the listener goes on after it")
    void passesUnreadableRecordsToTheErrorHandler() {
        DeadLetters letters = new DeadLetters();
        runner.withBean(Refuses13.class)
                .withBean(StreamErrorHandler.class, () -> StreamErrorHandler.deadLetter(letters::store))
                .run(context -> {
                    saveUnreadable(context);
                    visits(context).save(new Visit("c", 3));
                    awaitCaughtUp(context);
                    assertThat(heard(context).notes()).containsExactly("3");
                    assertThat(letters.stored.notes()).containsExactly("visits none UnreadableChange of [b]");
                });
    }

    @Test
    @DisplayName("S12 a record that cannot be read stops the listener before it")
    void stopsAtUnreadableRecords() {
        runner.withBean(Refuses13.class).run(context -> {
            saveUnreadable(context);
            awaitFailure(context);
            assertThat(container(context).failure().orElseThrow()).isInstanceOf(UnreadableChange.class);
            context.getBean(Failures.class).forget();
            container(context).stop();
            container(context).start();
            awaitFailure(context);
            assertThat(container(context).failure().orElseThrow()).isInstanceOf(UnreadableChange.class);
        });
    }

    private static void saveUnreadable(ApplicationContext context) {
        String table = context.getBean(Engine.class).tables().get(VisitModel.VISIT);
        LocalDynamoDb.client()
                .putItem(r -> r.tableName(table)
                        .item(Map.of("id", AttributeValue.fromS("b"), "count", AttributeValue.fromS("many"))));
    }

    private static final class DeadLetters {

        private final Heard stored = new Heard();

        void store(FailedDelivery letter) {
            Object count = letter.changes().isEmpty()
                    ? "none"
                    : ((Visit) letter.changes().get(0).after().orElseThrow()).count();
            String cause = letter.cause().getClass().getSimpleName();
            String unreadable = letter.changes().isEmpty()
                    ? " of "
                            + letter.records().stream()
                                    .map(record ->
                                            record.dynamodb().keys().get("id").s())
                                    .toList()
                    : "";
            stored.note(letter.listener() + " " + count + " " + cause + unreadable);
        }
    }

    static final class RefusesTwice {

        private final Heard heard;
        private int refused;

        RefusesTwice(Heard heard) {
            this.heard = heard;
        }

        @BloopStreamListener(id = "visits")
        void hear(Visit visit) {
            if (visit.count() == 13 && refused++ < 2) {
                heard.note("refused");
                throw new IllegalStateException("not yet");
            }
            heard.note("" + visit.count());
        }
    }

    static final class Refuses13 {

        private final Heard heard;
        private volatile boolean mended;

        Refuses13(Heard heard) {
            this.heard = heard;
        }

        @BloopStreamListener(id = "visits")
        void hear(Visit visit) {
            heard.note("" + visit.count());
            if (visit.count() == 13 && !mended) {
                throw new IllegalStateException("13");
            }
        }
    }

    static final class RefusesBatchesWith13 {

        private final Heard heard;

        RefusesBatchesWith13(Heard heard) {
            this.heard = heard;
        }

        @BloopStreamListener(id = "visits")
        void hear(List<Change<Visit>> changes) {
            List<Integer> counts = changes.stream()
                    .map(change -> change.after().orElseThrow().count())
                    .toList();
            if (counts.contains(13)) {
                throw new IllegalStateException("13");
            }
            heard.note(counts.toString());
        }
    }
}
