package io.bloop.boot.stream;

import static io.bloop.boot.stream.VisitsRunner.awaitCaughtUp;
import static io.bloop.boot.stream.VisitsRunner.container;
import static io.bloop.boot.stream.VisitsRunner.heard;
import static io.bloop.boot.stream.VisitsRunner.visits;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.visits.Visit;
import io.bloop.boot.visits.VisitModel;
import io.bloop.stream.Change;
import io.bloop.stream.Position;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

class StreamListenerTests {

    private final ApplicationContextRunner runner = VisitsRunner.create();

    @Test
    @DisplayName("S11 a method with Change<T> is called with each change in its order")
    void deliversEachChange() {
        runner.withBean(OfChanges.class).run(context -> {
            visits(context).save(new Visit("a", 1));
            visits(context).save(new Visit("a", 2));
            visits(context).delete(new Visit("a", 2));
            awaitCaughtUp(context);
            assertThat(heard(context).notes()).containsExactly("INSERT -1>1 a", "MODIFY 1>2 a", "REMOVE 2>-1 a");
        });
    }

    @Test
    @DisplayName("S11 a method with List<Change<T>> is called with what there is, up to the size of a batch")
    void deliversBatches() {
        runner.withBean(OfBatches.class).run(context -> {
            container(context).stop();
            for (int i = 1; i <= 5; i++) {
                visits(context).save(new Visit("a" + i, i));
            }
            container(context).start();
            awaitCaughtUp(context);
            assertThat(heard(context).notes()).containsExactly("2", "2", "1");
        });
    }

    @Test
    @DisplayName("S11 a method with the object alone is called with the object after the change, and with no removal")
    void deliversObjects() {
        runner.withBean(OfObjects.class).run(context -> {
            visits(context).save(new Visit("a", 1));
            visits(context).delete(new Visit("a", 1));
            visits(context).save(new Visit("b", 2));
            awaitCaughtUp(context);
            assertThat(heard(context).notes()).containsExactly("a 1", "b 2");
        });
    }

    @Test
    @DisplayName("S11 a listener goes on in the next process where it was stopped in the last one")
    void goesOnWhereItWasStopped() {
        ApplicationContextRunner application = runner.withBean(OfChanges.class);
        application.run(context -> {
            visits(context).save(new Visit("a", 1));
            awaitCaughtUp(context);
        });
        application
                .withPropertyValues("bloop.stream.listener.auto-startup=false")
                .run(context -> {
                    visits(context).save(new Visit("a", 2));
                    assertThat(container(context).state()).isEqualTo(StreamListenerContainer.State.STOPPED);
                });
        application.run(context -> {
            awaitCaughtUp(context);
            assertThat(heard(context).notes()).containsExactly("MODIFY 1>2 a");
        });
    }

    @Test
    @DisplayName(
            "S1 a listener that starts at the end hears what happens later, also after a restart without any change")
    void startsAtTheEnd() {
        ApplicationContextRunner application = runner.withBean(OfChanges.class);
        application
                .withPropertyValues("bloop.stream.listener.auto-startup=false")
                .run(context -> visits(context).save(new Visit("a", 1)));
        application.withPropertyValues("bloop.stream.listener.start=latest").run(context -> {
            awaitCaughtUp(context);
            assertThat(heard(context).notes()).isEmpty();
        });
        application
                .withPropertyValues("bloop.stream.listener.auto-startup=false")
                .run(context -> visits(context).save(new Visit("a", 2)));
        application.withPropertyValues("bloop.stream.listener.start=latest").run(context -> {
            awaitCaughtUp(context);
            assertThat(heard(context).notes()).contains("MODIFY 1>2 a");
        });
    }

    @Test
    @DisplayName("S11 placeholders and expressions of the annotation are resolved, and a filter chooses the changes")
    void resolvesTexts() {
        runner.withUserConfiguration(WithTexts.class)
                .withPropertyValues("app.listener=visits", "app.batch=7")
                .run(context -> {
                    visits(context).save(new Visit("a", 1));
                    visits(context).save(new Visit("b", 20));
                    awaitCaughtUp(context);
                    assertThat(heard(context).notes()).containsExactly("INSERT -1>20 b");
                    assertThat(container(context).settings().batch()).isEqualTo(7);
                });
    }

    @Test
    @DisplayName("S11 changes of one key stay in order where several threads deliver")
    void keepsTheOrderOfKeysOnSeveralThreads() {
        runner.withBean(OfChanges.class)
                .withPropertyValues("bloop.stream.listener.concurrency=4")
                .run(context -> {
                    for (int i = 1; i <= 10; i++) {
                        for (String id : List.of("a", "b", "c", "d", "e", "f")) {
                            visits(context).save(new Visit(id, i));
                        }
                    }
                    awaitCaughtUp(context);
                    for (String id : List.of("a", "b", "c", "d", "e", "f")) {
                        assertThat(heard(context).notes())
                                .filteredOn(note -> note.endsWith(id))
                                .hasSize(10)
                                .isSortedAccordingTo((one, other) -> Integer.compare(before(one), before(other)));
                    }
                });
    }

    private static int before(String note) {
        return Integer.parseInt(note.substring(note.indexOf(' ') + 1, note.indexOf('>')));
    }

    @Test
    @DisplayName("S11 a listener is registered without an annotation")
    void registersByProgram() {
        runner.withUserConfiguration(ByProgram.class).run(context -> {
            visits(context).save(new Visit("a", 1));
            awaitCaughtUp(context);
            assertThat(heard(context).notes()).containsExactly("INSERT -1>1 a");
        });
    }

    @Test
    @DisplayName("S13 a paused listener delivers nothing until it is resumed")
    void pauses() {
        runner.withBean(OfChanges.class).run(context -> {
            awaitCaughtUp(context);
            container(context).pause();
            assertThat(container(context).state()).isEqualTo(StreamListenerContainer.State.PAUSED);
            // a look that is in progress may still find something
            TimeUnit.MILLISECONDS.sleep(200);
            visits(context).save(new Visit("a", 1));
            TimeUnit.MILLISECONDS.sleep(200);
            assertThat(heard(context).notes()).isEmpty();
            container(context).resume();
            awaitCaughtUp(context);
            assertThat(heard(context).notes()).containsExactly("INSERT -1>1 a");
        });
    }

    @Test
    @DisplayName("S11 the change in hand is finished when the application is closed, and those after it are not begun")
    void finishesTheChangeInHand() {
        ApplicationContextRunner application = runner.withBean(Slow.class);
        application.run(context -> {
            visits(context).save(new Visit("a", 1));
            visits(context).save(new Visit("b", 2));
            Slow slow = context.getBean(Slow.class);
            assertThat(slow.entered.await(30, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<Void> close = CompletableFuture.runAsync(
                    () -> context.getSourceApplicationContext(ConfigurableApplicationContext.class)
                            .close());
            TimeUnit.MILLISECONDS.sleep(200);
            assertThat(close).isNotDone();
            slow.leave.countDown();
            close.get(30, TimeUnit.SECONDS);
            assertThat(slow.heard.notes()).containsExactly("INSERT -1>1 a");
        });
        application.run(context -> {
            context.getBean(Slow.class).leave.countDown();
            awaitCaughtUp(context);
            assertThat(heard(context).notes()).containsExactly("INSERT -1>2 b");
        });
    }

    @Test
    void publishesEvents() {
        runner.withBean(OfChanges.class)
                .withBean(Events.class)
                .withPropertyValues("bloop.stream.listener.idle-interval=50ms")
                .run(context -> {
                    awaitCaughtUp(context);
                    Events events = context.getBean(Events.class);
                    assertThat(events.idle.await(30, TimeUnit.SECONDS)).isTrue();
                    container(context).stop();
                    assertThat(events.heard.notes())
                            .startsWith("StreamListenerStarted visits", "StreamListenerIdle visits")
                            .endsWith("StreamListenerStopped visits");
                });
    }

    @Test
    @DisplayName("S11 positions in memory need no table")
    void keepsPositionsInMemory() {
        runner.withBean(OfChanges.class)
                .withPropertyValues("bloop.stream.positions.store=memory")
                .run(context -> {
                    visits(context).save(new Visit("a", 1));
                    awaitCaughtUp(context);
                    assertThat(heard(context).notes()).containsExactly("INSERT -1>1 a");
                    assertThat(context.getBean(io.bloop.engine.Engine.class).tables())
                            .hasSize(1);
                });
    }

    @Test
    void runsOnVirtualThreadsWhereTheseAreSwitchedOn() {
        runner.withBean(OfThreads.class)
                .withPropertyValues("spring.threads.virtual.enabled=true")
                .run(context -> {
                    visits(context).save(new Visit("a", 1));
                    awaitCaughtUp(context);
                    boolean virtual = Runtime.version().feature() >= 21;
                    assertThat(heard(context).notes().get(0).equals("VirtualThreads"))
                            .isEqualTo(virtual);
                });
    }

    static final class OfChanges {

        private final Heard heard;

        OfChanges(Heard heard) {
            this.heard = heard;
        }

        @BloopStreamListener(id = "visits")
        void hear(Change<Visit> change) {
            heard.note(change);
        }
    }

    static final class OfBatches {

        private final Heard heard;

        OfBatches(Heard heard) {
            this.heard = heard;
        }

        @BloopStreamListener(id = "visits", batch = "2")
        void hear(List<Change<Visit>> changes) {
            heard.note("" + changes.size());
        }
    }

    static final class OfObjects {

        private final Heard heard;

        OfObjects(Heard heard) {
            this.heard = heard;
        }

        @BloopStreamListener(id = "visits")
        void hear(Visit visit) {
            heard.note(visit.id() + " " + visit.count());
        }
    }

    static final class OfThreads {

        private final Heard heard;

        OfThreads(Heard heard) {
            this.heard = heard;
        }

        @BloopStreamListener(id = "visits")
        void hear(Visit visit) {
            heard.note(Thread.currentThread().getThreadGroup().getName());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithTexts {

        @Bean
        Predicate<Change<Visit>> many() {
            return change -> change.after().orElseThrow().count() > 10;
        }

        @Bean
        Texts texts(Heard heard) {
            return new Texts(heard);
        }
    }

    static final class Texts {

        private final Heard heard;

        Texts(Heard heard) {
            this.heard = heard;
        }

        @BloopStreamListener(
                id = "${app.listener}",
                batch = "${app.batch}",
                filter = "#{@many}",
                autoStartup = "#{1 < 2}")
        void hear(Change<Visit> change) {
            heard.note(change);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ByProgram {

        @Bean
        StreamListenerConfigurer configurer(Heard heard) {
            return registrar -> registrar.register(
                    StreamListenerEndpoint.each("visits", VisitModel.VISIT, changes -> heard.note(changes.get(0)))
                            .settings(settings -> settings.start(Position.trimHorizon())));
        }
    }

    static final class Slow {

        private final Heard heard;
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch leave = new CountDownLatch(1);

        Slow(Heard heard) {
            this.heard = heard;
        }

        @BloopStreamListener(id = "visits")
        void hear(Change<Visit> change) throws InterruptedException {
            entered.countDown();
            leave.await();
            heard.note(change);
        }
    }

    static final class Events {

        private final Heard heard = new Heard();
        private final CountDownLatch idle = new CountDownLatch(1);

        @EventListener
        void hear(StreamListenerEvent event) {
            heard.note(
                    event.getClass().getSimpleName() + " " + event.container().id());
            if (event instanceof StreamListenerIdle) {
                idle.countDown();
            }
        }
    }
}
