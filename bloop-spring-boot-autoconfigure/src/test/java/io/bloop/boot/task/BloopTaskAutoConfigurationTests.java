package io.bloop.boot.task;

import static io.bloop.boot.links.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.EngineBuilderCustomizer;
import io.bloop.boot.LocalDynamoDb;
import io.bloop.boot.event.ObjectSaving;
import io.bloop.boot.links.Link;
import io.bloop.boot.links.LinksApplication;
import io.bloop.engine.Engine;
import io.micrometer.context.ContextRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.core.task.TaskDecorator;
import org.springframework.core.task.support.ContextPropagatingTaskDecorator;

class BloopTaskAutoConfigurationTests {

    private static final String KEY = BloopTaskAutoConfigurationTests.class.getName();

    /** Stands for the holder of a security context, which Spring Security registers in the same way. */
    private static final ThreadLocal<String> CALLER = new ThreadLocal<>();

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LocalDynamoDb.class, LinksApplication.class)
            .withBean(Witness.class)
            .withPropertyValues("bloop.table-name-template=" + LocalDynamoDb.prefix() + "{table_name}");

    /** Hears of what is saved, on whichever thread that is. */
    static final class Witness {

        private final Set<String> callers = ConcurrentHashMap.newKeySet();
        private final Set<String> threads = ConcurrentHashMap.newKeySet();

        @EventListener
        void on(ObjectSaving<Link> saving) {
            callers.add(String.valueOf(CALLER.get()));
            threads.add(Thread.currentThread().getName().replaceAll("[0-9]+$", "")
                    + (Thread.currentThread().toString().startsWith("VirtualThread") ? "virtual" : ""));
        }
    }

    @BeforeEach
    void registerTheContext() {
        ContextRegistry.getInstance().registerThreadLocalAccessor(KEY, CALLER);
        CALLER.set("ada");
    }

    @AfterEach
    void removeTheContext() {
        ContextRegistry.getInstance().removeThreadLocalAccessor(KEY);
        CALLER.remove();
    }

    private static Witness saveEach(ApplicationContext context) {
        context.getBean(Engine.class)
                .template(LINK)
                .bulk()
                .saveEach(IntStream.range(0, 8)
                        .mapToObj(number -> new Link("slug" + number, "ada"))
                        .toList());
        return context.getBean(Witness.class);
    }

    @Test
    void listenersOnOtherThreadsHaveTheCallersContext() {
        contextRunner.run(context -> {
            Witness witness = saveEach(context);
            assertThat(witness.threads).contains("bloop-bulk-");
            assertThat(witness.callers).containsExactly("ada");
        });
    }

    @Test
    void requestsOfOtherThreadsAreChildrenOfTheCallersObservation() {
        TestObservationRegistry registry = TestObservationRegistry.create();
        List<String> orphans = Collections.synchronizedList(new ArrayList<>());
        registry.observationConfig().observationHandler(new io.micrometer.observation.ObservationHandler<>() {
            @Override
            public void onStop(Observation.Context stopped) {
                if (stopped.getName().startsWith("db.client") && stopped.getParentObservation() == null) {
                    orphans.add(stopped.getContextualName());
                }
            }

            @Override
            public boolean supportsContext(Observation.Context ignored) {
                return true;
            }
        });
        contextRunner.withBean(ObservationRegistry.class, () -> registry).run(context -> {
            orphans.clear();
            Observation.createNotStarted("caller", registry).observe(() -> {
                saveEach(context);
                assertThat(context.getBean(Engine.class)
                                .template(LINK)
                                .scan()
                                .parallel(3)
                                .all())
                        .hasSize(8);
            });
            assertThat(orphans).isEmpty();
        });
    }

    @Test
    void tasksAreDecoratedByTheApplicationsDecoratorsInTheirOrder() {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        contextRunner
                .withBean("second", TaskDecorator.class, () -> new Second(order))
                .withBean("first", TaskDecorator.class, () -> new First(order))
                .run(context -> {
                    context.getBean(Engine.class).template(LINK).bulk().saveEach(List.of(new Link("docs", "ada")));
                    assertThat(order).containsExactly("second", "first");
                });
    }

    @Test
    void theContextIsPropagatedOnceWhereTheApplicationDoesSoItself() {
        contextRunner.withBean(ContextPropagatingTaskDecorator.class).run(context -> {
            assertThat(context).doesNotHaveBean("bloopContextPropagationCustomizer");
            assertThat(saveEach(context).callers).containsExactly("ada");
        });
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void threadsAreVirtualWhereThatIsEnabled() {
        contextRunner
                .withPropertyValues("spring.threads.virtual.enabled=true")
                .run(context -> assertThat(saveEach(context).threads).containsExactly("bloop-virtual"));
    }

    @Test
    void threadsArePlatformThreadsWhereNothingElseIsEnabled() {
        contextRunner.run(context -> assertThat(context).doesNotHaveBean("bloopVirtualThreadsCustomizer"));
    }

    @Test
    void theExecutorOfTheApplicationIsUsed() {
        contextRunner
                .withBean(
                        EngineBuilderCustomizer.class,
                        () -> builder -> builder.executor(new SimpleAsyncTaskExecutor("own-")))
                .withPropertyValues("spring.threads.virtual.enabled=true")
                .run(context -> {
                    Witness witness = saveEach(context);
                    assertThat(witness.threads).contains("own-").doesNotContain("bloop-bulk-", "bloop-virtual");
                    assertThat(witness.callers).containsExactly("ada");
                });
    }

    @Test
    void noContextIsPropagatedWithoutTheLibrary() {
        contextRunner
                .withClassLoader(new FilteredClassLoader("io.micrometer.context"))
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean("bloopContextPropagationCustomizer");
                    assertThat(saveEach(context).callers).contains("null");
                });
    }

    @Test
    void nothingIsConfiguredWhereBloopIsDisabled() {
        contextRunner
                .withPropertyValues("bloop.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean("bloopTaskDecoratorCustomizer"));
    }

    @Order(1)
    private record First(List<String> order) implements TaskDecorator {
        @Override
        public Runnable decorate(Runnable task) {
            return () -> {
                order.add("first");
                task.run();
            };
        }
    }

    @Order(2)
    private record Second(List<String> order) implements TaskDecorator {
        @Override
        public Runnable decorate(Runnable task) {
            return () -> {
                order.add("second");
                task.run();
            };
        }
    }
}
