package io.bloop.benchmarks.bytes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedBytesTests {

    private final RecordedBytes recorded = new RecordedBytes(Map.of("read, of the bean, bytes", 0.2));

    @Test
    void aRatioThatHasGrownByElevenPerCentIsComplainedOf() {
        assertThat(recorded.complaint(Map.of("read, of the bean, bytes", 0.222)))
                .isEqualTo("""
                        Ratios of allocated bytes have grown by more than a tenth, or are not those of benchmarks/bytes.csv:
                          read, of the bean, bytes: from 0.2000 to 0.2220, which is 11.0 % more
                        Find out what allocates more. If that is meant, record the new ratios, and commit the file:
                          ./mvnw -pl benchmarks -am compile spring-boot:run -Dspring-boot.run.main-class=\
                        io.bloop.benchmarks.bytes.RecordedBytes""");
    }

    @Test
    void aRatioThatHasGrownByNinePerCentIsNotComplainedOf() {
        assertThat(recorded.complaint(Map.of("read, of the bean, bytes", 0.218)))
                .isEmpty();
    }

    @Test
    void aRatioThatHasShrunkIsNotComplainedOf() {
        assertThat(recorded.complaint(Map.of("read, of the bean, bytes", 0.1))).isEmpty();
    }

    @Test
    void ratiosThatAreNotRecordedOrNotMeasuredAreComplainedOf() {
        assertThat(recorded.complaint(Map.of("write, of the bean, bytes", 0.3))).contains("""

                          write, of the bean, bytes: 0.3000, and nothing is recorded
                          read, of the bean, bytes: recorded as 0.2000, and not measured
                        Find""");
    }

    @Test
    void eachVersionOfJavaHasItsOwnRatios(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("bytes.csv"),
                "java,ratio,name\n17,0.2000,\"read, bytes\"\n25,0.1000,\"read, bytes\"\n");

        assertThat(RecordedBytes.read(file, 17).complaint(Map.of("read, bytes", 0.21)))
                .isEmpty();
        assertThat(RecordedBytes.read(file, 25).complaint(Map.of("read, bytes", 0.21)))
                .contains("  read, bytes: from 0.1000 to 0.2100, which is 110.0 % more");
        assertThat(RecordedBytes.read(file, 21).isEmpty()).isTrue();
    }
}
