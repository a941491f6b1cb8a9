package io.bloop.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills the application, and its database with it, in the middle of an import.
 *
 * <p>The application reads the rows from a named pipe, so that the test decides where the middle is, however fast or
 * slow the machine is.
 */
@Tag("once")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no mkfifo")
class KilledImportTests {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern REPORT = Pattern.compile("Imported \\S+ in \\d+ s: (.*)");
    private static final JsonMapper JSON = new JsonMapper();

    private static final int ROWS = 2_000;
    private static final int ROWS_BEFORE_THE_KILL = 1_500;
    private static final long PAUSE_MILLIS = 100;

    @TempDir
    private Path database;

    @TempDir
    private Path files;

    private Path pipe;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void createPipe() throws IOException, InterruptedException {
        pipe = files.resolve("pipe");
        Process mkfifo =
                new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start();
        assertThat(mkfifo.waitFor()).isZero();
    }

    private static String rows(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> "s" + i + "\thttps://example.org/" + i + "\tme\tweb\t1\tt\n")
                .collect(Collectors.joining("", "slug\ttarget\towner\ttopic\tsize_kib\ttitle\n", ""));
    }

    private ForkedApplication application(Path file) throws IOException {
        return new ForkedApplication(
                database,
                System.getProperty("java.class.path"),
                List.of(),
                "--server.port=0",
                "--bloop.embedded.directory=" + database,
                "--import=" + file);
    }

    @Test
    @Timeout(value = 600, threadMode = ThreadMode.SEPARATE_THREAD) // opening a pipe cannot be interrupted
    void anImportThatWasKilledGoesOnWhenTheApplicationIsStartedAgain() throws Exception {
        try (ForkedApplication first = application(pipe)) {
            String address = "http://localhost:" + first.await(PORT);
            Files.writeString(pipe, rows(ROWS)); // rows are counted first
            await(address + "/api/import", now -> now.path("total").asLong() == ROWS);
            try (Writer rest = Files.newBufferedWriter(pipe)) {
                rest.write(rows(ROWS_BEFORE_THE_KILL));
                rest.flush();
                JsonNode status =
                        await(address + "/api/import", now -> now.path("stored").asLong() == ROWS_BEFORE_THE_KILL);
                assertThat(status.path("running").asBoolean()).isTrue();
                get(address + "/go/s1");
                await(address + "/api/links/s1", link -> link.path("clicks").asLong() == 1);
                first.kill();
            }
        }

        Path file = Files.writeString(files.resolve("links.tsv"), rows(ROWS));
        try (ForkedApplication second = application(file)) {
            String address = "http://localhost:" + second.await(PORT);

            assertThat(second.await(REPORT))
                    .isEqualTo("2000 of 2000 (100 %) rows read, 500 stored, 1500 already present, 0 refused");
            JsonNode link = JSON.readTree(get(address + "/api/links/s1").body());
            assertThat(link.path("clicks").asLong()).isEqualTo(1);
        }
    }

    private JsonNode await(String address, Predicate<JsonNode> condition) throws IOException, InterruptedException {
        JsonNode answer = JSON.readTree(get(address).body());
        while (!condition.test(answer)) {
            Thread.sleep(PAUSE_MILLIS);
            answer = JSON.readTree(get(address).body());
        }
        return answer;
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }
}
