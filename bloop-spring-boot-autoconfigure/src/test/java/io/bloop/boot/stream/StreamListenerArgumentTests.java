package io.bloop.boot.stream;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.InvalidArgument;
import io.bloop.boot.visits.VisitModel;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StreamListenerArgumentTests {

    private static Arguments refused(Consumer<StreamListenerSettings> change, String message) {
        return Arguments.of(change, "settings of a stream's listener: " + message);
    }

    @SuppressWarnings("NullAway") // null is what is tried
    static Stream<Arguments> invalidSettings() {
        return Stream.of(
                refused(s -> s.batch(0), "'batch' has to be at least 1, and is 0."),
                refused(s -> s.concurrency(-1), "'concurrency' has to be at least 1, and is -1."),
                refused(
                        s -> s.pollInterval(Duration.ZERO),
                        "'pollInterval' has to be a time of more than 0, and is PT0S."),
                refused(s -> s.lease(Duration.ofSeconds(-1)), "'lease' has to be a time of more than 0, and is PT-1S."),
                refused(
                        s -> s.idleInterval(Duration.ZERO),
                        "'idleInterval' has to be a time of more than 0, and is PT0S."),
                refused(
                        s -> s.positionInterval(Duration.ofSeconds(-1)),
                        "'positionInterval' has to be a time that is not negative, and is PT-1S."),
                refused(s -> s.start(null), "'start' has to be set, and is null."),
                refused(s -> s.lease(null), "'lease' has to be set, and is null."),
                refused(s -> s.errorHandler(null), "'errorHandler' has to be set, and is null."),
                refused(s -> s.backOff(null), "'backOff' has to be set, and is null."),
                refused(s -> s.interceptor(null), "'interceptor' has to be set, and is null."));
    }

    @ParameterizedTest
    @MethodSource("invalidSettings")
    @DisplayName("E21 a setting that cannot be followed is refused when it is made")
    void refusesInvalidSettings(Consumer<StreamListenerSettings> change, String message) {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> change.accept(new StreamListenerSettings()))
                .withMessage(message);
    }

    @Test
    @DisplayName("E21 a listener needs a name")
    void refusesAnEmptyName() {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> StreamListenerEndpoint.each(" ", VisitModel.VISIT, changes -> {}))
                .withMessage("endpoint of a stream's listener: 'id' has to be a name, and is empty.");
    }

    @Test
    @DisplayName("E21 a listener that is not there is named beside those that are")
    void namesTheListenersThatAreThere() {
        VisitsRunner.create()
                .run(
                        context -> assertThatExceptionOfType(InvalidArgument.class)
                                .isThrownBy(() -> context.getBean(StreamListenerRegistry.class)
                                        .container("visit"))
                                .withMessage(
                                        "container(): 'id' has to be that of a listener, of which there are [], and is 'visit'."));
    }
}
