package io.bloop.request.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.request.CallInterrupted;
import io.bloop.request.Target;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BackoffTests {

    private static final int RUNS = 200;
    private static final Target LINKS = new Target("Link", "links", null);
    private static final List<Long> LONGEST = List.of(50L, 100L, 200L, 400L, 800L, 1_600L, 3_200L, 5_000L, 5_000L);

    /** Returns the pauses of one call that never succeeds. */
    private static List<Long> pauses() {
        List<Long> pauses = new ArrayList<>();
        Backoff backoff = new Backoff(pauses::add);
        while (backoff.pause("BatchGetItem", LINKS)) {
            assertThat(pauses).as("pauses of an endless call").hasSizeLessThan(100);
        }
        return pauses;
    }

    @Test
    @DisplayName("E17 pauses grow from attempt to attempt up to five seconds, and end after ten attempts")
    void pausesGrow() {
        List<List<Long>> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(pauses());
        }

        assertThat(runs).allSatisfy(pauses -> assertThat(pauses).hasSameSizeAs(LONGEST));
        for (int attempt = 0; attempt < LONGEST.size(); attempt++) {
            int place = attempt;
            long longest = LONGEST.get(place);
            assertThat(runs)
                    .extracting(pauses -> pauses.get(place))
                    .allSatisfy(pause -> assertThat(pause).isBetween(0L, longest))
                    // a random part of the time: 200 pauses below half of it would be a wonder
                    .anySatisfy(pause -> assertThat(pause).isGreaterThan(longest / 2));
        }
    }

    @Test
    @DisplayName("E17 after progress the pauses begin anew, and as many attempts are left as at first")
    void progressStartsAnew() {
        List<Long> pauses = new ArrayList<>();
        Backoff backoff = new Backoff(pauses::add);
        while (backoff.pause("BatchGetItem", LINKS)) {
            assertThat(pauses).hasSizeLessThan(100);
        }
        backoff.reset();

        assertThat(backoff.pause("BatchGetItem", LINKS)).isTrue();

        assertThat(pauses).hasSize(LONGEST.size() + 1);
        assertThat(pauses.get(LONGEST.size())).isBetween(0L, LONGEST.get(0));
    }

    @Test
    @DisplayName("E21 an interrupt ends the waiting, and the thread stays interrupted")
    void endsWhenInterrupted() {
        Backoff backoff = new Backoff(millis -> {
            throw new InterruptedException();
        });

        assertThatExceptionOfType(CallInterrupted.class)
                .isThrownBy(() -> backoff.pause("BatchGetItem", LINKS))
                .withMessage(
                        "BatchGetItem of Link in table 'links' was interrupted while it waited for its next attempt.");
        assertThat(Thread.interrupted()).isTrue();
    }
}
