package io.bloop.boot.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.embedded.EmbeddedDynamoDb;
import io.bloop.boot.stream.BloopStreamListener;
import io.bloop.boot.stream.FailedDelivery;
import io.bloop.boot.stream.StreamErrorHandler;
import io.bloop.boot.stream.StreamListenerContainer;
import io.bloop.boot.stream.StreamListenerRegistry;
import io.bloop.boot.test.notes.Note;
import io.bloop.boot.test.notes.NotesApplication;
import io.bloop.engine.BloopTemplate;
import io.bloop.stream.RecordsExpired;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Moves the time of streams, as tests of an application's listeners do. */
@BloopTest
@ContextConfiguration(classes = NotesApplication.class)
@Import({StreamTimeTests.Index.class, StreamTimeTests.Expired.class})
class StreamTimeTests {

    private static final Duration WAIT = Duration.ofSeconds(60);

    @Autowired
    private EmbeddedDynamoDb database;

    @Autowired
    private BloopTemplate<Note> notes;

    @Autowired
    private StreamListenerRegistry listeners;

    @Autowired
    private Index index;

    @Autowired
    private Expired expired;

    private StreamListenerContainer<?> container;

    @BeforeEach
    void begin() {
        container = listeners.container("index");
        saveAndAwait("first");
        index.texts.clear();
        expired.failures.clear();
    }

    private void save(String text) {
        notes.save(new Note(UUID.randomUUID().toString(), text));
    }

    private void saveAndAwait(String text) {
        save(text);
        container.awaitCaughtUp(WAIT);
    }

    @Test
    @DisplayName("S5 a test rolls the shards over, and the listener goes on with their children")
    void rollsOver() {
        database.rollOver();
        saveAndAwait("second");
        database.rollOver();
        saveAndAwait("third");
        assertThat(index.texts).containsExactly("second", "third");
    }

    @Test
    @DisplayName("S6 a test lets iterators expire, and the listener replaces them and reports nothing")
    void letsIteratorsExpire() {
        database.age(Duration.ofMinutes(20));
        saveAndAwait("second");
        assertThat(index.texts).containsExactly("second");
        assertThat(expired.failures).isEmpty();
    }

    @Test
    @DisplayName(
            "S6 a test lets a day pass in which a listener stands still, and its error handler hears of what is lost")
    void letsRecordsExpire() {
        container.stop();
        save("lost");
        database.age(Duration.ofHours(25));
        container.start();
        saveAndAwait("second");
        assertThat(index.texts).containsExactly("second");
        assertThat(expired.failures).hasSize(1).first().isInstanceOf(RecordsExpired.class);
    }

    static class Index {

        private final List<String> texts = new CopyOnWriteArrayList<>();

        @BloopStreamListener(id = "index")
        void add(Note note) {
            texts.add(note.text());
        }
    }

    static class Expired implements StreamErrorHandler {

        private final List<Throwable> failures = new CopyOnWriteArrayList<>();

        @Override
        public Decision handle(FailedDelivery failed) {
            failures.add(failed.cause());
            return Decision.GO_ON;
        }
    }
}
