package io.bloop.table.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.request.CallInterrupted;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PollTimerTests {

    @Test
    @DisplayName("E21 a wait for a table that is interrupted says what it waited for, and the thread stays interrupted")
    void saysThatItWasInterrupted() {
        PollTimer timer = new PollTimer(new Deadline("links", Duration.ofMinutes(1)));
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(CallInterrupted.class)
                .isThrownBy(() -> timer.pause("the table is CREATING"))
                .withMessage("Binding of table 'links' was interrupted while it waited for it: the table is CREATING.");
        assertThat(Thread.interrupted()).isTrue();
    }
}
