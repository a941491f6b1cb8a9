package io.bloop.boot.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.bloop.boot.stream.BloopStreamListener;
import io.bloop.boot.stream.StreamListenerRegistry;
import io.bloop.boot.test.notes.Note;
import io.bloop.boot.test.notes.NotesApplication;
import io.bloop.engine.BloopTemplate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Runs test classes that share a context, as an application's build does. */
class StreamListenerSliceTests {

    private static final List<String> FOUND = new CopyOnWriteArrayList<>();

    @Test
    @DisplayName("S11 listeners run against the test's database, a test can wait for them, and each class starts anew")
    void listenersRunAgainstTheTestDatabase() {
        FOUND.clear();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(First.class), selectClass(Second.class))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        assertThat(listener.getSummary().getFailures())
                .extracting(failure -> failure.getException())
                .isEmpty();
        assertThat(FOUND).containsExactly("[First]", "[First, Second]");
    }

    @BloopTest
    @ContextConfiguration(classes = NotesApplication.class)
    @Import(Index.class)
    static class First {

        @Test
        void hears(
                @Autowired BloopTemplate<Note> notes,
                @Autowired StreamListenerRegistry listeners,
                @Autowired Index index) {
            notes.save(new Note("1", getClass().getSimpleName()));
            listeners.container("index").awaitCaughtUp(Duration.ofSeconds(30));
            FOUND.add(index.texts.toString());
        }
    }

    static class Second extends First {}

    static class Index {

        private final List<String> texts = new CopyOnWriteArrayList<>();

        @BloopStreamListener(id = "index")
        void add(Note note) {
            texts.add(note.text());
        }
    }
}
