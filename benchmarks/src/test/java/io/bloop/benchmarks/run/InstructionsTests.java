package io.bloop.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "181234,,instructions:u,1043000,100.00,1.02,insn per cycle; true",
                "<not supported>,,instructions:u,0,100.00,,; false",
                "<not counted>,,instructions:u,0,0.00,,; false"
            })
    void aNumberTellsThatInstructionsAreCounted(String answer, boolean areCounted) {
        assertThat(Instructions.areCounted(List.of("echo", answer))).isEqualTo(areCounted);
    }

    @Test
    void withoutPerfNothingIsCounted() {
        assertThat(Instructions.areCounted(List.of("no-such-program"))).isFalse();
    }

    @Test
    void aFailureCountsNothing() {
        assertThat(Instructions.areCounted(List.of("sh", "-c", "echo 1,,instructions:u; exit 1")))
                .isFalse();
    }
}
