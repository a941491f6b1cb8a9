package io.bloop.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuietTurnsTests {

    @TempDir
    Path proc;

    private long all = 1_000;
    private long busy = 400;
    private long own = 100;

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(proc.resolve("self"));
        pass(0, 0, 0);
    }

    /** Lets time pass, of which the processors do something in a part, and this process has a part of that. */
    private void pass(long all, long busy, long own) throws IOException {
        this.all += all;
        this.busy += busy;
        this.own += own;
        long idle = this.all - this.busy;
        Files.writeString(
                proc.resolve("stat"),
                "cpu  " + (this.busy - 12) + " 5 4 " + (idle - 7) + " 7 1 1 1 3 2\ncpu0 1 1 1 1 1 1 1 1 0 0\n");
        Files.writeString(
                proc.resolve("self").resolve("stat"),
                "42 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 " + (this.own - 6) + " 3 2 1 20 0\n");
    }

    /** Takes one turn whose attempts have so much of others, in per cent, and 30 per cent for this process. */
    private String take(QuietTurns turns, int... others) throws IOException {
        List<Integer> attempts = new ArrayList<>();
        for (int other : others) {
            attempts.add(other);
        }
        Iterator<Integer> rest = attempts.iterator();
        String taken = turns.take(() -> {
            int other = rest.next();
            pass(200, 2 * (30 + other), 60);
            return "with " + other + " % of others";
        });
        assertThat(rest).isExhausted();
        return taken;
    }

    @Test
    void aQuietTurnCounts() throws IOException {
        QuietTurns turns = new QuietTurns(proc, 3);

        assertThat(take(turns, 3)).isEqualTo("with 3 % of others");
        assertThat(turns.turns()).isEqualTo(new Turns(1, 0, 0));
        assertThat(turns.others()).isEqualTo(0.03);
    }

    @Test
    void aTurnInWhichOthersHadTheProcessorsIsDroppedAndTakenAgain() throws IOException {
        QuietTurns turns = new QuietTurns(proc, 3);

        assertThat(take(turns, 4, 70, 2)).isEqualTo("with 2 % of others");
        assertThat(turns.turns()).isEqualTo(new Turns(1, 2, 0));
    }

    @Test
    void ofDisturbedTurnsTheLeastDisturbedCounts() throws IOException {
        QuietTurns turns = new QuietTurns(proc, 3);

        assertThat(take(turns, 50, 20, 40)).isEqualTo("with 20 % of others");
        take(turns, 1);
        assertThat(turns.turns()).isEqualTo(new Turns(2, 2, 1));
    }

    @Test
    void aSystemThatTellsNothingIsTakenToBeQuiet() throws IOException {
        QuietTurns turns = new QuietTurns(proc.resolve("missing"), 3);

        assertThat(take(turns, 90)).isEqualTo("with 90 % of others");
        assertThat(turns.turns()).isEqualTo(new Turns(1, 0, 0));
    }

    @Test
    void aTurnThatFailsIsNotTakenAgain() {
        QuietTurns turns = new QuietTurns(proc, 3);

        assertThatThrownBy(() -> turns.take(() -> {
                    throw new IllegalStateException("no JVM");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no JVM");
        assertThat(turns.turns()).isEqualTo(Turns.NONE);
    }
}
