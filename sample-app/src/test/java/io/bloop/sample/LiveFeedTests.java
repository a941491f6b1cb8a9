package io.bloop.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.BloopConnectionDetails;
import io.bloop.boot.stream.StreamListenerRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listens to what open pages are told. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "golinks.import.on-start=false")
class LiveFeedTests {

    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private Links links;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private BloopConnectionDetails database;

    @LocalServerPort
    private int port;

    /** An open page, which hears of events. */
    private static final class Page {

        private final Iterator<String> lines;

        Page(int port) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/live"))
                    .build();
            lines = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofLines())
                    .body()
                    .iterator();
        }

        /** Reads up to an event that is wanted. */
        void await(String event, Predicate<JsonNode> wanted) {
            while (lines.hasNext()) {
                if (lines.next().equals("event:" + event)
                        && wanted.test(JSON.readTree(lines.next().substring("data:".length())))) {
                    return;
                }
            }
            throw new AssertionError("The page has ended.");
        }

        void awaitEnd() {
            lines.forEachRemaining(line -> {});
        }
    }

    private static void awaitListening(ApplicationContext listening) {
        StreamListenerRegistry listeners = listening.getBean(StreamListenerRegistry.class);
        List.of("live-links", "live-top").forEach(id -> listeners.container(id).awaitCaughtUp(WAIT));
    }

    private static boolean has(JsonNode news, String slug, Predicate<JsonNode> link) {
        return news.valueStream()
                .anyMatch(one -> one.path("slug").asString().equals(slug) && link.test(one.path("link")));
    }

    private void shorten(String slug) {
        Link link = new Link();
        link.slug = slug;
        link.target = URI.create("https://example.org/");
        link.owner = "me";
        links.shorten(link);
    }

    private ConfigurableApplicationContext startAnother() {
        return new SpringApplicationBuilder(GoLinksApplication.class)
                .web(WebApplicationType.SERVLET)
                .initializers(another -> another.getBeanFactory().registerSingleton("database", database))
                .run("--server.port=0", "--golinks.import.on-start=false");
    }

    @Test
    @Timeout(300)
    void thePagesOfEveryProcessAreTold() throws Exception {
        try (ConfigurableApplicationContext other = startAnother()) {
            awaitListening(context);
            awaitListening(other);
            List<Page> pages = List.of(
                    new Page(port),
                    new Page(port),
                    new Page(other.getEnvironment().getRequiredProperty("local.server.port", Integer.class)));

            shorten("told");
            for (Page page : pages) {
                page.await(
                        "links",
                        news -> has(news, "told", link -> link.path("clicks").asInt() == 0));
            }
            links.click("told");
            for (Page page : pages) {
                page.await(
                        "links",
                        news -> has(news, "told", link -> link.path("clicks").asInt() == 1));
                page.await(
                        "top",
                        top -> top.valueStream()
                                .anyMatch(place -> place.path("slug").asString().equals("told")));
            }
            links.delete("told");
            for (Page page : pages) {
                page.await("links", news -> has(news, "told", JsonNode::isNull));
            }
        }
    }

    @Test
    @Timeout(300)
    void openPagesDoNotKeepAnApplicationFromStopping() throws Exception {
        ConfigurableApplicationContext other = startAnother();
        Page page = new Page(other.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        page.await("top", top -> true);
        long start = System.nanoTime();

        other.close();
        page.awaitEnd();

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("time to stop, of which a graceful shutdown waits for 30 seconds")
                .isLessThan(Duration.ofSeconds(25));
    }
}
