package io.bloop.boot.stream;

import static io.bloop.boot.stream.VisitsRunner.WAIT;
import static io.bloop.boot.stream.VisitsRunner.awaitCaughtUp;
import static io.bloop.boot.stream.VisitsRunner.container;
import static io.bloop.boot.stream.VisitsRunner.heard;
import static io.bloop.boot.stream.VisitsRunner.visits;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.LocalDynamoDb;
import io.bloop.boot.visits.Visit;
import io.bloop.boot.visits.VisitModel;
import io.bloop.boot.visits.VisitsApplication;
import io.bloop.engine.Engine;
import io.bloop.stream.Change;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In which contexts listeners run. */
class StreamListenerContextTests {

    private final ApplicationContextRunner runner = VisitsRunner.create();

    @Test
    @DisplayName("S11 a context inside of another one has listeners of its own, which end with it")
    void runsListenersOfAnInnerContext() {
        runner.withUserConfiguration(Outer.class).run(outer -> {
            StreamListenerRegistry outerRegistry = outer.getBean(StreamListenerRegistry.class);
            runner.withParent(outer).withBean(Inner.class).run(inner -> {
                StreamListenerContainer<?> container =
                        inner.getBean(StreamListenerRegistry.class).container("inner");
                visits(outer).save(new Visit("a", 1));
                container.awaitCaughtUp(WAIT);
                assertThat(heard(inner).notes()).containsExactly("INSERT -1>1 a");
            });
            assertThat(outerRegistry.containers())
                    .extracting(StreamListenerContainer::id)
                    .containsExactly("visits");
            awaitCaughtUp(outer);
            assertThat(heard(outer).notes()).containsExactly("INSERT -1>1 a");
        });
    }

    @Test
    void configuresNothingWhereBloopIsSwitchedOff() {
        new ApplicationContextRunner()
                .withUserConfiguration(VisitsApplication.class)
                .withBean(
                        Engine.class,
                        () -> Engine.builder(LocalDynamoDb.client()).build())
                .withPropertyValues("bloop.enabled=false")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(StreamListenerRegistry.class));
    }

    @Test
    @DisplayName("S11 a store of positions is bound when the application starts, whatever surrounds it")
    void bindsTheStoreOfPositions() {
        runner.withUserConfiguration(Outer.class)
                .withBean(Surrounding.class)
                .withPropertyValues("bloop.stream.listener.auto-startup=false")
                .run(context ->
                        assertThat(context.getBean(Surrounding.class).bound).hasValue(1));
    }

    @Test
    @DisplayName(
            "S11 a listener whose positions are in memory runs in every process, beside one that runs in one of them")
    void runsAListenerInEveryProcess() {
        runner.withUserConfiguration(Outer.class, Everywhere.class).run(one -> {
            awaitCaughtUp(one);
            runner.withUserConfiguration(Outer.class, Everywhere.class).run(other -> {
                visits(one).save(new Visit("a", 1));
                for (ApplicationContext context : List.of(one, other)) {
                    StreamListenerRegistry registry = context.getBean(StreamListenerRegistry.class);
                    registry.container("everywhere").awaitCaughtUp(WAIT);
                    assertThat(context.getBean(Everywhere.class).heard.notes()).containsExactly("INSERT -1>1 a");
                    assertThat(registry.container("everywhere").isLeader()).isTrue();
                }
                assertThat(container(other).isLeader()).isFalse();
            });
            assertThat(container(one).isLeader()).isTrue();
            assertThat(one.getBean(StreamPositions.class).find("visits")).isPresent();
            assertThat(one.getBean(StreamPositions.class).find("everywhere")).isEmpty();
        });
    }

    static final class Inner {

        private final Heard heard;

        Inner(Heard heard) {
            this.heard = heard;
        }

        @BloopStreamListener(id = "inner")
        void hear(Change<Visit> change) {
            heard.note(change);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Outer {

        @Bean
        StreamListenerConfigurer configurer(Heard heard) {
            return registrar -> registrar.register(
                    StreamListenerEndpoint.each("visits", VisitModel.VISIT, changes -> heard.note(changes.get(0))));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Everywhere {

        private final Heard heard = new Heard();

        @Bean
        StreamListenerContainerFactory inEveryProcess(StreamListenerContainerFactory factory) {
            return factory.positions(new InMemoryStreamPositions());
        }

        @BloopStreamListener(id = "everywhere", containerFactory = "inEveryProcess")
        void hear(Change<Visit> change) {
            heard.note(change);
        }
    }

    static final class Surrounding implements StreamPositions {

        private final AtomicInteger bound = new AtomicInteger();
        private final StreamPositions positions = new InMemoryStreamPositions();

        @Override
        public void bind() {
            bound.incrementAndGet();
        }

        @Override
        public Optional<StreamPosition> find(String listener) {
            return positions.find(listener);
        }

        @Override
        public boolean replace(@Nullable StreamPosition expected, StreamPosition next) {
            return positions.replace(expected, next);
        }
    }
}
