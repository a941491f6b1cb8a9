package io.bloop.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bloop.boot.stream.StreamListenerRegistry;
import io.bloop.engine.BloopTemplate;
import io.bloop.stream.Change;
import io.bloop.stream.ChangeStream;
import io.bloop.stream.Position;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = "golinks.import.on-start=false")
class TopLinksTests {

    private static final Duration WAIT = Duration.ofSeconds(60);

    @Autowired
    private Links links;

    @Autowired
    private TopLinks topLinks;

    @Autowired
    private BloopTemplate<Link> stored;

    @Autowired
    private StreamListenerRegistry listeners;

    @BeforeEach
    void deleteAll() {
        stored.scan().forEach(stored::delete);
        awaitCaughtUp();
    }

    private void awaitCaughtUp() {
        listeners.container("top-links").awaitCaughtUp(WAIT);
    }

    private void shorten(String slug) {
        Link link = new Link();
        link.slug = slug;
        link.target = URI.create("https://example.org/");
        link.owner = "me";
        links.shorten(link);
    }

    private void click(String slug, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(links.click(slug)).isPresent();
        }
    }

    private List<Tuple> list() {
        awaitCaughtUp();
        return topLinks.most(10).stream()
                .map(link -> tuple(link.slug(), link.clicks()))
                .toList();
    }

    @Test
    void theListHasTheMostClickedLinksFirst() {
        List.of("a", "b", "c", "never").forEach(this::shorten);
        click("a", 1);
        click("b", 3);
        click("c", 2);

        assertThat(list()).containsExactly(tuple("b", 3L), tuple("c", 2L), tuple("a", 1L));
        assertThat(topLinks.most(2)).extracting(TopLink::slug).containsExactly("b", "c");
    }

    @Test
    void aRenamedLinkKeepsItsPlace() {
        shorten("before");
        click("before", 2);
        links.rename("before", "after");
        click("after", 1);

        assertThat(list()).containsExactly(tuple("after", 3L));
    }

    @Test
    void aDeletedLinkIsNotListedAndBeginsAnew() {
        shorten("gone");
        click("gone", 4);
        links.delete("gone");
        assertThat(list()).isEmpty();

        shorten("gone");
        click("gone", 1);

        assertThat(list()).containsExactly(tuple("gone", 1L));
    }

    @Test
    void changesThatComeAgainChangeNothing() {
        shorten("a");
        click("a", 2);
        shorten("b");
        click("b", 1);
        links.delete("b");
        List<Tuple> list = list();
        try (ChangeStream<Link> stream = stored.stream(Position.trimHorizon())) {
            for (List<Change<Link>> changes = stream.poll(3); !changes.isEmpty(); changes = stream.poll(3)) {
                topLinks.follow(changes);
            }
        }

        assertThat(list()).isEqualTo(list).containsExactly(tuple("a", 2L));
    }
}
