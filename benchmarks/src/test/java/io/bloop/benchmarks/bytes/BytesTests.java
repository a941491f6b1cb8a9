package io.bloop.benchmarks.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures what is allocated, beside what was recorded for the same version of Java: the default one of {@code .ci/run}. */
@Tag("once")
class BytesTests {

    @Test
    void noRatioOfBytesHasGrownByMoreThanATenth() throws IOException {
        RecordedBytes recorded =
                RecordedBytes.read(Path.of("bytes.csv"), Runtime.version().feature());
        assumeThat(recorded.isEmpty())
                .as("nothing is recorded for this version of Java")
                .isFalse();

        assertThat(recorded.complaint(MeasuredBytes.measure())).isEmpty();
    }
}
