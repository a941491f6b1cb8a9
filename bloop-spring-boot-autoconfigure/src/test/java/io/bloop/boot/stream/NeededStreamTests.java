package io.bloop.boot.stream;

import static io.bloop.boot.stream.VisitsRunner.WAIT;
import static io.bloop.boot.stream.VisitsRunner.heard;
import static io.bloop.boot.stream.VisitsRunner.visits;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.LocalDynamoDb;
import io.bloop.boot.stream.StreamListenerContainer.State;
import io.bloop.boot.visits.Visit;
import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.settings.StreamView;
import io.bloop.stream.Change;
import io.bloop.stream.MissingImage;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** What listeners need of the streams of their tables. */
@ExtendWith(OutputCaptureExtension.class)
class NeededStreamTests {

    record Note(String id) {}

    static final class NoteModel extends ModelDefinition<Note> {

        final StringColumn<Note, String> id =
                column("id", STRING).getter(Note::id).hashKey();

        NoteModel() {
            super(Note.class);
        }

        @Override
        protected Note create(Values<Note> values) {
            return new Note(values.get(id));
        }
    }

    static final class EachChange {

        private final Heard heard;

        EachChange(Heard heard) {
            this.heard = heard;
        }

        @BloopStreamListener(id = "changes")
        void hear(Change<Note> change) {
            heard.note(change.kind() + " " + change.after().orElseThrow().id());
        }
    }

    static final class EachObject {

        @BloopStreamListener(id = "objects")
        void hear(Note note) {}
    }

    static final class OldImages {

        @BloopStreamListener(id = "old", view = "${view:old}")
        void hear(Change<Note> change) {}
    }

    static final class KeysAlone {

        @BloopStreamListener(id = "keys", view = "keys")
        void hear(Change<Note> change) {}
    }

    static final class EachVisit {

        @BloopStreamListener(id = "visits")
        void hear(Visit visit) {}
    }

    static final class UnknownView {

        @BloopStreamListener(id = "unknown", view = "images")
        void hear(Change<Note> change) {}
    }

    private final ApplicationContextRunner runner =
            VisitsRunner.create().withBean("noteModel", ModelDefinition.class, NoteModel::new);

    private static @Nullable StreamViewType view(ApplicationContext context, String model) {
        StreamSpecification stream =
                LocalDynamoDb.describe(table(context, model)).streamSpecification();
        return stream == null ? null : stream.streamViewType();
    }

    private static String table(ApplicationContext context, String model) {
        return Objects.requireNonNull(context.getBean(Environment.class).getProperty("bloop.table-name-template"))
                .replace("{table_name}", model);
    }

    @Test
    @DisplayName("S11 a table is created with the stream that a listener needs, though the model declares none")
    void createsTheStream(CapturedOutput output) {
        runner.withBean(EachChange.class).run(context -> {
            assertThat(view(context, "Note")).isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
            assertThat(output)
                    .contains("The table of Note has to have a stream with the view NEW_AND_OLD, which listeners need:"
                            + " [changes]");
            context.getBean(Engine.class)
                    .template(context.getBean(NoteModel.class))
                    .save(new Note("a"));
            context.getBean(StreamListenerRegistry.class).container("changes").awaitCaughtUp(WAIT);
            assertThat(heard(context).notes()).containsExactly("INSERT a");
        });
    }

    @Test
    @DisplayName("S11 a table without listeners gets no stream")
    void createsNoStreamForNobody() {
        runner.run(context -> assertThat(view(context, "Note")).isNull());
    }

    @Test
    @DisplayName("S11 a stream that is created has what all listeners need together, and no more")
    void needsWhatAllNeed() {
        runner.withBean(EachObject.class)
                .run(context -> assertThat(view(context, "Note")).isEqualTo(StreamViewType.NEW_IMAGE));
        newRunner()
                .withBean(KeysAlone.class)
                .withBean(OldImages.class)
                .run(context -> assertThat(view(context, "Note")).isEqualTo(StreamViewType.OLD_IMAGE));
        newRunner()
                .withBean(EachObject.class)
                .withBean(OldImages.class)
                .run(context -> assertThat(view(context, "Note")).isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES));
    }

    private static ApplicationContextRunner newRunner() {
        return VisitsRunner.create().withBean("noteModel", ModelDefinition.class, NoteModel::new);
    }

    @Test
    @DisplayName("S11 the start fails where the table that is there has no stream for a listener")
    void stopsTheStartWithoutAStream() {
        AtomicReference<String> table = new AtomicReference<>();
        runner.run(context -> table.set(table(context, "Note")));
        runner.withBean(EachObject.class)
                .withPropertyValues("bloop.bind=validate")
                .run(context -> failure(context.getStartupFailure()).isEqualTo("""
                        Table '%s' does not match model Note (1 difference):

                                              expected    actual
                          stream              NEW_IMAGE   disabled""".formatted(table.get())));
    }

    private static AbstractStringAssert<?> failure(@Nullable Throwable failure) {
        return assertThat(NestedExceptionUtils.getMostSpecificCause(Objects.requireNonNull(failure)))
                .message()
                .asString();
    }

    @Test
    @DisplayName("S11 the start fails where the model declares a view that lacks what a listener needs")
    void comparesTheDeclaredView() {
        runner.withBean(EachVisit.class)
                .withPropertyValues("bloop.tables.visit.stream=keys")
                .run(context -> failure(context.getStartupFailure())
                        .isEqualTo(
                                "The stream listener 'visits' needs a stream with the view NEW, and the table of Visit is"
                                        + " declared with KEYS."));
    }

    @Test
    @DisplayName("S11 a view that there is not stops the start")
    void refusesAnUnknownView() {
        runner.withBean(UnknownView.class)
                .withPropertyValues("bloop.bind=none")
                .run(context -> failure(context.getStartupFailure())
                        .isEqualTo(
                                "The stream listener NeededStreamTests.UnknownView.hear() has 'view' of 'images', which is"
                                        + " no view of a stream."));
    }

    @Test
    @DisplayName("S12 a change without the image that a method takes is not delivered again in vain")
    void repeatsNothingWithoutAnImage() {
        runner.withPropertyValues("bloop.tables.visit.stream=keys")
                .run(context -> visits(context).save(new Visit("a", 1)));
        runner.withBean(EachVisit.class)
                .withBean(Failures.class)
                .withPropertyValues("bloop.bind=none", "bloop.stream.positions.store=memory")
                .run(context -> {
                    context.getBean(Failures.class).await();
                    StreamListenerContainer<?> container = VisitsRunner.container(context);
                    assertThat(container.state()).isEqualTo(State.FAILED);
                    assertThat(container.failures()).isEqualTo(1);
                    assertThat(container.failure())
                            .get(InstanceOfAssertFactories.type(MissingImage.class))
                            .extracting(MissingImage::getMessage)
                            .isEqualTo("The change of Visit(id=S \"a\") in table '" + table(context, "Visit")
                                    + "' does not tell the object after it: the view of its stream is KEYS_ONLY, and has to be"
                                    + " NEW_IMAGE or NEW_AND_OLD_IMAGES.");
                });
    }

    @Test
    @DisplayName("S12 a declared view includes those that have less")
    void comparesViews() {
        assertThat(StreamView.NEW.with(StreamView.KEYS)).isEqualTo(StreamView.NEW);
        assertThat(StreamView.KEYS.with(StreamView.OLD)).isEqualTo(StreamView.OLD);
        assertThat(StreamView.NEW.with(StreamView.OLD)).isEqualTo(StreamView.NEW_AND_OLD);
        assertThat(StreamView.NEW_AND_OLD.includes(StreamView.OLD)).isTrue();
        assertThat(StreamView.OLD.includes(StreamView.NEW)).isFalse();
    }
}
