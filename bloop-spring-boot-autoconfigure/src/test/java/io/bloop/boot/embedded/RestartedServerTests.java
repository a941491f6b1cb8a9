package io.bloop.boot.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.devtools.restart.Restarter;

@Timeout(180)
class RestartedServerTests {

    @TempDir
    private Path directory;

    @BeforeEach
    void useTheRestarter() {
        Restarter.disable();
    }

    @AfterEach
    void close() throws Exception {
        if (Restarter.getInstance().removeAttribute(RestartedServer.ATTRIBUTE) instanceof AutoCloseable server) {
            server.close();
        }
    }

    @Test
    void theDatabaseSurvivesARestartByTheDeveloperTools() throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        RestartingApplication.class.getName(),
                        "--spring.docker.compose.enabled=false",
                        "--spring.devtools.livereload.enabled=false")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS))
                    .as("whether it ends")
                    .isTrue();
        } finally {
            process.destroyForcibly().onExit().join();
        }

        List<String> found;
        try (Stream<String> lines = Files.lines(output)) {
            found = lines.filter(line -> line.startsWith("Found ")).toList();
        }

        assertThat(found).hasSize(2);
        assertThat(found.get(0)).startsWith("Found false by RestartClassLoader in DynamoDB Local on port ");
        assertThat(found.get(1)).isEqualTo(found.get(0).replace("false", "true"));
    }

    @Test
    void anotherDirectoryIsAnotherServerAndTheFirstIsClosed() {
        EmbeddedDynamoDb first = RestartedServer.get(0, null);
        assertThat(RestartedServer.get(0, null)).isSameAs(first);

        EmbeddedDynamoDb second = RestartedServer.get(0, directory);

        assertThat(second)
                .isNotSameAs(first)
                .hasToString("DynamoDB Local on port " + second.port() + ", in " + directory);
        assertThat(first.port()).as("the port of a closed server").isNegative();
    }

    @Test
    void whatClassesOfTheLastStartHaveLeftIsClosed() {
        AtomicBoolean closed = new AtomicBoolean();
        Restarter.getInstance()
                .getOrAddAttribute(RestartedServer.ATTRIBUTE, () -> (AutoCloseable) () -> closed.set(true));

        EmbeddedDynamoDb server = RestartedServer.get(0, null);

        assertThat(closed).isTrue();
        assertThat(server.port()).isPositive();
    }

    @Test
    void whatCannotBeClosedIsTold() {
        Restarter.getInstance().getOrAddAttribute(RestartedServer.ATTRIBUTE, () -> (AutoCloseable) () -> {
            throw new IOException("in use");
        });

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> RestartedServer.get(0, null))
                .withMessage("The embedded DynamoDB Local of the last start cannot be stopped.");
    }
}
