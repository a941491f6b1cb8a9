package io.bloop.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.BloopConnectionDetails;
import io.bloop.engine.BloopTemplate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * Kills the application while it keeps the list of the most clicked links, and compares the list with the links.
 *
 * <p>The links are written by the test, whose database survives. A batch has all the changes, and its position is stored
 * at its end: a process that is killed in the middle leaves none, and all the changes come again.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = {"golinks.import.on-start=false", "bloop.stream.listener.auto-startup=false"})
@Tag("once")
class KilledTopListTests {

    private static final Pattern STARTED = Pattern.compile("(Started) GoLinksApplication");

    private static final int LINKS = 120;
    private static final int CLICKS = 300;
    private static final int LISTED_BEFORE_THE_KILL = 10;
    private static final long PAUSE_MILLIS = 20;

    @Autowired
    private Links links;

    @Autowired
    private BloopTemplate<Link> stored;

    @Autowired
    private BloopTemplate<TopLink> listed;

    @Autowired
    private BloopConnectionDetails database;

    @TempDir
    private Path directory;

    private final Random random = new Random(12);

    private ForkedApplication application() throws IOException {
        return new ForkedApplication(
                directory,
                System.getProperty("java.class.path"),
                List.of("-Daws.accessKeyId=local", "-Daws.secretAccessKey=local"),
                "--server.port=0",
                "--golinks.import.on-start=false",
                "--bloop.endpoint=" + database.getEndpoint(),
                "--bloop.stream.positions.lease=2s",
                "--bloop.stream.listener.batch=10000",
                "--bloop.stream.listener.position-interval=1h");
    }

    private void shorten(String slug) {
        Link link = new Link();
        link.slug = slug;
        link.target = URI.create("https://example.org/");
        link.owner = "me";
        links.shorten(link);
    }

    private void click(int times) {
        for (int i = 0; i < times; i++) {
            links.click("s" + random.nextInt(LINKS));
        }
    }

    private Map<String, Long> clicks() {
        Map<String, Long> clicks = new TreeMap<>();
        stored.scan().forEach(link -> clicks.put(link.slug, link.clicks));
        clicks.values().removeIf(number -> number == 0);
        return clicks;
    }

    private Map<String, Long> list() {
        Map<String, Long> list = new TreeMap<>();
        listed.scan().forEach(link -> list.put(link.slug(), link.clicks()));
        list.values().removeIf(number -> number == 0);
        return list;
    }

    private static long sum(Map<String, Long> clicks) {
        return clicks.values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    @Timeout(600)
    void theListIsRightAfterTheApplicationWasKilledInTheMiddle() throws Exception {
        for (int i = 0; i < LINKS; i++) {
            shorten("s" + i);
        }
        click(CLICKS);
        int clicked = clicks().size();

        try (ForkedApplication first = application()) {
            while (list().size() < LISTED_BEFORE_THE_KILL) {
                Thread.sleep(PAUSE_MILLIS);
            }
            first.kill();
        }
        assertThat(list())
                .as("links that were listed when the application was killed, of " + clicked)
                .hasSizeBetween(LISTED_BEFORE_THE_KILL, clicked - 1);

        links.delete("s0");
        links.rename("s1", "renamed");
        links.delete("s2");
        shorten("s2");
        click(CLICKS);

        try (ForkedApplication second = application()) {
            second.await(STARTED);
            while (!list().equals(clicks())) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        assertThat(sum(list())).isEqualTo(sum(clicks())).isGreaterThan(CLICKS);
        assertThat(listed.scan().all()).extracting(TopLink::slug).contains("s0", "s1", "renamed");
    }
}
