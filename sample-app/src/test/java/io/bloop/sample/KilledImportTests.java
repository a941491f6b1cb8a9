package io.bloop.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kills the application, and its database with it, in the middle of an import. */
class KilledImportTests {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern REPORT = Pattern.compile("Imported \\S+ in \\d+ s: (.*)");
    private static final String FIRST_SLUG = "0ad";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path directory;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    @Timeout(240)
    void anImportThatWasKilledGoesOnWhenTheApplicationIsStartedAgain() throws Exception {
        long storedBefore;
        try (ForkedApplication first = new ForkedApplication(directory)) {
            String address = "http://localhost:" + first.await(PORT);
            JsonNode status =
                    await(address + "/api/import", now -> now.path("stored").asLong() > 300);
            assertThat(status.path("running").asBoolean()).isTrue();
            storedBefore = status.path("stored").asLong();
            await(address + "/api/links/" + FIRST_SLUG, link -> link.has("clicks"));
            get(address + "/go/" + FIRST_SLUG);
            await(
                    address + "/api/links/" + FIRST_SLUG,
                    link -> link.path("clicks").asLong() == 1);
            first.kill();
        }

        try (ForkedApplication second = new ForkedApplication(directory)) {
            String address = "http://localhost:" + second.await(PORT);
            String report = second.await(REPORT);

            JsonNode status = JSON.readTree(get(address + "/api/import").body());
            long total = status.path("total").asLong();
            long present = status.path("present").asLong();
            long stored = status.path("stored").asLong();
            assertThat(report)
                    .isEqualTo(total + " of " + total + " (100 %) rows read, " + stored + " stored, " + present
                            + " already present, 0 refused");
            assertThat(present).isGreaterThanOrEqualTo(storedBefore);
            assertThat(stored + present).isEqualTo(total);
            assertThat(stored).isPositive();
            JsonNode link =
                    JSON.readTree(get(address + "/api/links/" + FIRST_SLUG).body());
            assertThat(link.path("clicks").asLong()).isEqualTo(1);
        }
    }

    private JsonNode await(String address, Predicate<JsonNode> condition) throws IOException, InterruptedException {
        while (true) {
            JsonNode answer = JSON.readTree(get(address).body());
            if (condition.test(answer)) {
                return answer;
            }
        }
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }
}
