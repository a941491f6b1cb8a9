package io.bloop.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Starts the application twice, as docs/getting-started.md says. */
@Tag("once")
class SecondStartTests {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    @TempDir
    private Path directory;

    private ForkedApplication application() throws IOException {
        return new ForkedApplication(
                directory,
                System.getProperty("java.class.path"),
                List.of(),
                "--server.port=0",
                "--golinks.import.on-start=false");
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    @Test
    @Timeout(600)
    void theSecondStartFindsTheLinksOfTheFirst() throws Exception {
        try (ForkedApplication first = application()) {
            String address = "http://localhost:" + first.await(PORT);
            HttpRequest.Builder creation = HttpRequest.newBuilder(URI.create(address + "/api/links"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("""
                            {"slug": "kept", "target": "https://example.org/", "owner": "ada"}
                            """));
            assertThat(send(creation).statusCode()).isEqualTo(201);
        }
        assertThat(directory.resolve(".data")).isNotEmptyDirectory();

        try (ForkedApplication second = application()) {
            String address = "http://localhost:" + second.await(PORT);
            assertThat(send(HttpRequest.newBuilder(URI.create(address + "/api/links/kept")))
                            .body())
                    .contains("https://example.org/");
        }
    }
}
