package io.bloop.sample;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Processes the application ahead of time, as a build for a native image does, and runs what comes of it. */
@Tag("once")
class AheadOfTimeTests {

    private static final Pattern STARTING = Pattern.compile("Starting (AOT-processed) GoLinksApplication");
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path directory;

    @Test
    @Timeout(600)
    void theApplicationThatIsProcessedAheadOfTimeServesItsLinks() throws Exception {
        String classPath = ForkedApplication.processedAheadOfTime(directory);
        try (ForkedApplication application = new ForkedApplication(
                directory,
                classPath,
                List.of("-Dspring.aot.enabled=true"),
                "--server.port=0",
                "--golinks.import.on-start=false")) {
            application.await(STARTING);
            String address = "http://localhost:" + application.await(PORT);
            HttpRequest creation = HttpRequest.newBuilder(URI.create(address + "/api/links"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("""
                            {"slug": "aot", "target": "https://example.org/", "owner": "ada"}
                            """))
                    .build();
            assertThat(send(creation).statusCode()).isEqualTo(201);
            HttpResponse<String> moved =
                    send(HttpRequest.newBuilder(URI.create(address + "/go/aot")).build());
            assertThat(moved.statusCode()).isEqualTo(302);
            assertThat(moved.headers().firstValue("Location")).contains("https://example.org/");
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, BodyHandlers.ofString());
    }
}
