package io.bloop.boot.stream;

import static io.bloop.boot.stream.VisitsRunner.WAIT;
import static io.bloop.boot.stream.VisitsRunner.heard;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.stream.SeveralModelsTests.Event.Arrived;
import io.bloop.boot.stream.SeveralModelsTests.Event.Left;
import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.stream.Change;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/** Listeners to the models of a table that have a class in common. */
class SeveralModelsTests {

    sealed interface Event {

        String id();

        record Arrived(String id) implements Event {}

        record Left(String id) implements Event {}
    }

    static class EventModel<T extends Event> extends ModelDefinition<T> {

        private final Function<String, T> constructor;
        private final StringColumn<T, String> id =
                column("id", STRING).getter(Event::id).hashKey();

        EventModel(Class<T> type, String table, Function<String, T> constructor) {
            super(type);
            this.constructor = constructor;
            table(t -> t.named(table));
            discriminator("type", type.getSimpleName());
        }

        @Override
        protected T create(Values<T> values) {
            return constructor.apply(values.get(id));
        }
    }

    static final class ArrivedModel extends EventModel<Arrived> {

        ArrivedModel() {
            super(Arrived.class, "events", Arrived::new);
        }
    }

    static final class LeftModel extends EventModel<Left> {

        LeftModel() {
            super(Left.class, "events", Left::new);
        }
    }

    static final class DepartedModel extends EventModel<Left> {

        DepartedModel() {
            super(Left.class, "departures", Left::new);
        }
    }

    static final class Changes {

        private final Heard heard;

        Changes(Heard heard) {
            this.heard = heard;
        }

        @BloopStreamListener(id = "changes")
        void hear(Change<? extends Event> change) {
            heard.note(change.kind() + " " + change.after().orElseThrow());
        }
    }

    static final class Objects {

        private final Heard heard;

        Objects(Heard heard) {
            this.heard = heard;
        }

        @BloopStreamListener(id = "objects")
        void hear(Event event) {
            heard.note("object " + event);
        }
    }

    static final class Batches {

        private final Heard heard;

        Batches(Heard heard) {
            this.heard = heard;
        }

        @BloopStreamListener(id = "batches")
        void hear(List<Change<Event>> changes) {
            changes.forEach(change -> heard.note("batch " + change.target().models()));
        }
    }

    private final ApplicationContextRunner runner =
            VisitsRunner.create().withBean("arrivedModel", ModelDefinition.class, ArrivedModel::new);

    private static void happen(ApplicationContext context) {
        Engine engine = context.getBean(Engine.class);
        engine.template(context.getBean(ArrivedModel.class)).insert(new Arrived("a"));
        engine.template(context.getBean(LeftModel.class)).insert(new Left("b"));
        context.getBean(StreamListenerRegistry.class).containers().forEach(container -> container.awaitCaughtUp(WAIT));
    }

    private static List<String> heardBy(ApplicationContext context) {
        happen(context);
        return heard(context).notes();
    }

    @Test
    @DisplayName("S10 a method whose parameter is a supertype hears the changes of all its models")
    void hearsASupertype() {
        ApplicationContextRunner both = runner.withBean("leftModel", ModelDefinition.class, LeftModel::new);
        both.withBean(Changes.class).run(context -> {
            assertThat(heardBy(context)).containsExactly("INSERT Arrived[id=a]", "INSERT Left[id=b]");
            assertThat(context.getBean(StreamListenerRegistry.class)
                            .container("changes")
                            .modelNames())
                    .isEqualTo("Arrived, Left");
        });
        another()
                .withBean(Objects.class)
                .run(context ->
                        assertThat(heardBy(context)).containsExactly("object Arrived[id=a]", "object Left[id=b]"));
        another()
                .withBean(Batches.class)
                .run(context -> assertThat(heardBy(context)).containsExactly("batch Arrived", "batch Left"));
    }

    private static ApplicationContextRunner another() {
        return VisitsRunner.create()
                .withBean("arrivedModel", ModelDefinition.class, ArrivedModel::new)
                .withBean("leftModel", ModelDefinition.class, LeftModel::new);
    }

    @Test
    @DisplayName("S10 models of several tables have no stream in common, which stops the start")
    void refusesSeveralTables() {
        runner.withBean("departedModel", ModelDefinition.class, DepartedModel::new)
                .withBean(Changes.class)
                .run(context -> assertThat(NestedExceptionUtils.getMostSpecificCause(
                                java.util.Objects.requireNonNull(context.getStartupFailure())))
                        .message()
                        .matches(
                                "The stream listener 'changes' hears models of the tables \\[t\\d+-departures, t\\d+-events],"
                                        + " and a stream is that of one table\\."));
    }
}
