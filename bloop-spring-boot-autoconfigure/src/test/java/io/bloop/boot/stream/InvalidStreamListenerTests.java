package io.bloop.boot.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.visits.Visit;
import io.bloop.stream.Change;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

class InvalidStreamListenerTests {

    static Stream<Arguments> listeners() {
        return Stream.of(
                Arguments.of(NoParameter.class, "NoParameter.hear() has 0 parameters, and needs one."),
                Arguments.of(
                        NoModel.class, "NoModel.hear() has a parameter of objects String, of which there is no model."),
                Arguments.of(NoId.class, "NoId.hear() has no id."),
                Arguments.of(
                        NoStart.class,
                        "NoStart.hear() starts at 'yesterday', which is neither trim-horizon, latest nor an instant."),
                Arguments.of(
                        NoBatch.class, "NoBatch.hear() has 'batch' of '0', and needs a whole number of at least 1."),
                Arguments.of(
                        Twice.class, "'visits' has the id of another listener, with which it would share a position."));
    }

    @ParameterizedTest
    @MethodSource("listeners")
    @DisplayName("S11 a listener that cannot be understood stops the start, with its name")
    void tellsWhatIsWrong(Class<?> listener, String message) {
        VisitsRunner.create()
                .withPropertyValues("bloop.bind=none")
                .withBean(listener)
                .run(context -> assertThat(context.getStartupFailure())
                        .hasMessageEndingWith(message.replace(listener.getSimpleName(), name(listener))));
    }

    private static String name(Class<?> listener) {
        return "InvalidStreamListenerTests." + listener.getSimpleName();
    }

    @Test
    void tellsWhatToDo() {
        FailureAnalysis analysis = new InvalidStreamListenerFailureAnalyzer()
                .analyze(new InvalidStreamListener("Links.hear()", "has no id", "Set 'id'."));
        assertThat(analysis.getDescription()).isEqualTo("The stream listener Links.hear() has no id.");
        assertThat(analysis.getAction()).isEqualTo("Set 'id'.");
    }

    static final class NoParameter {

        @BloopStreamListener(id = "visits")
        void hear() {}
    }

    static final class NoModel {

        @BloopStreamListener(id = "visits")
        void hear(String text) {}
    }

    static final class NoId {

        @BloopStreamListener(id = "")
        void hear(Visit visit) {}
    }

    static final class NoStart {

        @BloopStreamListener(id = "visits", start = "yesterday")
        void hear(Visit visit) {}
    }

    static final class NoBatch {

        @BloopStreamListener(id = "visits", batch = "0")
        void hear(Visit visit) {}
    }

    static final class Twice {

        @BloopStreamListener(id = "visits")
        void hear(Visit visit) {}

        @BloopStreamListener(id = "visits")
        void hearAgain(Change<Visit> change) {}
    }
}
