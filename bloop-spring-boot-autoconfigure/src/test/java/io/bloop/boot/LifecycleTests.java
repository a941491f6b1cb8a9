package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.embedded.EmbeddedDynamoDb;
import io.bloop.boot.links.Link;
import io.bloop.boot.links.LinkModel;
import io.bloop.boot.links.LinksApplication;
import io.bloop.boot.notes.Note;
import io.bloop.boot.notes.NotesScan;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.thread.Threading;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.AsyncTaskExecutor;

/** Uses templates earlier and later than an application should, and in contexts of several kinds. */
@ExtendWith(OutputCaptureExtension.class)
class LifecycleTests {

    private final String template = "bloop.table-name-template=" + LocalDynamoDb.prefix() + "{table_name}";

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LocalDynamoDb.class, LinksApplication.class)
            .withPropertyValues(template);

    @Test
    void aTemplateThatIsUsedBeforeTheStartBindsItsModelAtOnce() {
        contextRunner.withBean(Early.class).run(context -> {
            Early early = context.getBean(Early.class);
            assertThat(early.boundInConstructor).containsOnlyKeys(LinkModel.LINK);
            assertThat(early.foundAfterConstruction).isPresent();
            assertThat(context.getBean(Engine.class).tables()).hasSize(2);
        });
    }

    @Test
    void everythingMayBeLazy() {
        contextRunner.withPropertyValues("spring.main.lazy-initialization=true").run(context -> {
            assertThat(context.getBean(Engine.class).tables()).hasSize(2);
            BloopTemplate<Link> links = links(context);
            links.save(new Link("docs", "ada"));
            assertThat(links.find("docs")).isPresent();
        });
    }

    @Test
    void aChildHasTheEngineOfItsParentAndTheModelsOfBoth(CapturedOutput output) {
        try (ConfigurableApplicationContext parent = application(LocalDynamoDb.class, LinksApplication.class);
                ConfigurableApplicationContext child = new SpringApplicationBuilder(NotesChild.class)
                        .parent(parent)
                        .bannerMode(Banner.Mode.OFF)
                        .properties(template)
                        .run()) {
            assertThat(child.getBean(Engine.class)).isSameAs(parent.getBean(Engine.class));
            assertThat(child.getBean("linkTemplate")).isSameAs(parent.getBean("linkTemplate"));
            assertThat(parent.containsBean("noteTemplate")).isFalse();
            notes(child).save(new Note("1"));
            assertThat(notes(child).find("1")).isPresent();
            assertThat(parent.getBean(Engine.class).tables()).hasSize(3);
            assertThat(output).containsOnlyOnce("Bloop uses the application's DynamoDbClient");
        }
    }

    @Test
    void aParentGoesOnWhenItsChildIsClosed() {
        try (ConfigurableApplicationContext parent = application(LocalDynamoDb.class, LinksApplication.class)) {
            new SpringApplicationBuilder(NotesChild.class)
                    .parent(parent)
                    .bannerMode(Banner.Mode.OFF)
                    .properties(template)
                    .run()
                    .close();
            links(parent).save(new Link("docs", "ada"));
            assertThat(links(parent).find("docs")).isPresent();
        }
    }

    @Test
    void theThreadsOfTheApplicationMayBeVirtual() {
        contextRunner.withPropertyValues("spring.threads.virtual.enabled=true").run(context -> {
            BloopTemplate<Link> links = links(context);
            AsyncTaskExecutor executor = context.getBean(AsyncTaskExecutor.class);
            List<CompletableFuture<Void>> saves = IntStream.range(0, 50)
                    .mapToObj(i -> executor.submitCompletable(() -> {
                        links.save(new Link(
                                "docs-" + i, Thread.currentThread().getClass().getSimpleName()));
                    }))
                    .toList();
            CompletableFuture.allOf(saves.toArray(CompletableFuture[]::new)).join();
            assertThat(links.scan().parallel(4, executor).all())
                    .hasSize(50)
                    .allMatch(link -> link.owner.equals(
                            Threading.VIRTUAL.isActive(context.getEnvironment()) ? "VirtualThread" : "Thread"));
        });
    }

    @Test
    void whatIsUnderWayAtTheEndIsStillWritten(@TempDir Path directory) {
        String data = "--bloop.embedded.directory=" + directory;
        application(new Class<?>[] {LinksApplication.class, Late.class}, data).close();
        try (ConfigurableApplicationContext second = application(new Class<?>[] {LinksApplication.class}, data)) {
            assertThat(links(second).find("stopped")).isPresent();
            assertThat(links(second).find("destroyed")).isPresent();
        }
    }

    @Test
    void contextsThatAreStoppedAndStartedInTurnAreBoundOnceAndKeepTheirData(CapturedOutput output) {
        try (ConfigurableApplicationContext first = application(LinksApplication.class);
                ConfigurableApplicationContext second = application(LinksApplication.class)) {
            links(first).save(new Link("docs", "first"));
            for (int turn = 0; turn < 2; turn++) {
                first.stop();
                second.start();
                links(second).save(new Link("docs", "second"));
                second.stop();
                first.start();
            }
            assertThat(links(first).find("docs").orElseThrow().owner).isEqualTo("first");
            assertThat(first.getBean(EmbeddedDynamoDb.class)).isNotSameAs(second.getBean(EmbeddedDynamoDb.class));
            assertThat(output.getOut().split("Bloop has bound 2 models", -1)).hasSize(3);
        }
    }

    private ConfigurableApplicationContext application(Class<?>... sources) {
        return application(sources, "--" + template);
    }

    private static ConfigurableApplicationContext application(Class<?>[] sources, String... arguments) {
        return new SpringApplicationBuilder(sources).bannerMode(Banner.Mode.OFF).run(arguments);
    }

    @SuppressWarnings("unchecked") // the bean's name is that of its model
    private static BloopTemplate<Link> links(ApplicationContext context) {
        return (BloopTemplate<Link>) context.getBean("linkTemplate");
    }

    @SuppressWarnings("unchecked") // as above
    private static BloopTemplate<Note> notes(ApplicationContext context) {
        return (BloopTemplate<Note>) context.getBean("noteTemplate");
    }

    @EnableAutoConfiguration
    @Import(NotesScan.class)
    static class NotesChild {}

    static class Early {

        private final BloopTemplate<Link> links;
        final Map<ModelDefinition<?>, String> boundInConstructor;
        Optional<Link> foundAfterConstruction = Optional.empty();

        Early(BloopTemplate<Link> links, Engine engine) {
            this.links = links;
            links.save(new Link("early", "ada"));
            this.boundInConstructor = engine.tables();
        }

        @PostConstruct
        void find() {
            foundAfterConstruction = links.find("early");
        }
    }

    static class Late implements SmartLifecycle {

        private final BloopTemplate<Link> links;
        private boolean running;

        Late(BloopTemplate<Link> links) {
            this.links = links;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            links.save(new Link("stopped", "ada"));
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return Integer.MIN_VALUE;
        }

        @PreDestroy
        void end() {
            links.save(new Link("destroyed", "ada"));
        }
    }
}
