package io.bloop.boot.stream;

import static io.bloop.boot.stream.VisitsRunner.awaitCaughtUp;
import static io.bloop.boot.stream.VisitsRunner.visits;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.visits.Visit;
import io.bloop.stream.Change;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Has the code of docs/stream-listeners.md. */
class ListenerPageTests {

    @Test
    @DisplayName("S11 the listener of the page keeps its index")
    void keepsAnIndex() {
        VisitsRunner.create().withBean(Index.class).run(context -> {
            visits(context).save(new Visit("a", 1));
            visits(context).save(new Visit("b", 13));
            visits(context).delete(new Visit("a", 1));
            context.getBean(StreamListenerRegistry.class)
                    .container("visit-index")
                    .awaitCaughtUp(VisitsRunner.WAIT);
            assertThat(context.getBean(Index.class).counts).containsOnly(Map.entry("b", 13));
        });
    }

    @Test
    @DisplayName("S12 the listener of the page that refuses a change has a dead letter of it")
    void hasDeadLetters() {
        VisitsRunner.create()
                .withUserConfiguration(Letters.class)
                .withBean(Refusing.class)
                .run(context -> {
                    visits(context).save(new Visit("a", 1));
                    awaitCaughtUp(context);
                    assertThat(context.getBean(Letters.class).letters).hasSize(1);
                });
    }

    static class Index {

        private final Map<String, Integer> counts = new ConcurrentHashMap<>();

        @BloopStreamListener(id = "visit-index")
        void index(Change<Visit> change) {
            String id = change.key().attributes().get("id").s();
            switch (change.kind()) {
                case INSERT, MODIFY ->
                    counts.put(id, change.after().orElseThrow().count());
                case REMOVE -> counts.remove(id);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Letters {

        private final List<Record> letters = new CopyOnWriteArrayList<>();

        @Bean
        StreamErrorHandler deadLetters() {
            return StreamErrorHandler.deadLetter(failed -> letters.addAll(failed.records()));
        }
    }

    static class Refusing {

        @BloopStreamListener(id = "visits")
        void refuse(Visit visit) {
            throw new IllegalStateException("never");
        }
    }
}
