package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.mock.env.MockEnvironment;

/** Loads classes beside the start of an application. */
@Timeout(60)
class StartUpClassesTests {

    private static final List<String> SWITCHES = List.of(StartUpClasses.IGNORE, "spring.aot.processing");

    /** Notes what is loaded, after it was let go. */
    private static final class NotingLoader extends ClassLoader {

        private final Set<String> loaded = ConcurrentHashMap.newKeySet();
        private final CountDownLatch released;
        private final boolean fails;

        NotingLoader(CountDownLatch released, boolean fails) {
            super(StartUpClassesTests.class.getClassLoader());
            this.released = released;
            this.fails = fails;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            try {
                released.await();
            } catch (InterruptedException ex) {
                throw new ClassNotFoundException(name, ex);
            }
            loaded.add(name);
            if (fails && name.hashCode() % 2 == 0) {
                throw new NoClassDefFoundError(name);
            } else if (fails) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(BloopAutoConfiguration.class)
    static class Application {}

    @AfterEach
    void switchOn() {
        SWITCHES.forEach(System::clearProperty);
    }

    private static NotingLoader loader(boolean fails) {
        return new NotingLoader(new CountDownLatch(0), fails);
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(StartUpClasses.THREAD))
                .toList();
    }

    /** Tells the listener of an environment, and waits for what it has started. */
    private static void prepare(StartUpClasses listener, MockEnvironment environment) throws InterruptedException {
        listener.onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment));
        for (Thread thread : threads()) {
            thread.join();
        }
    }

    @Test
    void everyClassOfTheListIsLoadedWhereThereAreTwoProcessors() throws Exception {
        NotingLoader loader = loader(false);

        prepare(new StartUpClasses(loader, 2), new MockEnvironment());

        assertThat(loader.loaded).containsAll(StartUpClasses.names());
    }

    @Test
    @DisplayName("the list names classes of Bloop, the SDK and its HTTP client, nearly all of which are there")
    void theListIsUpToDate() throws IOException {
        List<String> names = StartUpClasses.names();
        List<String> missing = names.stream().filter(name -> find(name) == null).toList();

        assertThat(names)
                .hasSizeGreaterThan(1000)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("software.amazon.awssdk.")
                        || name.startsWith("org.apache.hc.")
                        || name.startsWith("io.bloop."));
        assertThat(missing)
                .as("Classes that are not there any more. Start an application with one model with "
                        + "-Xlog:class+load, and write the list again from its output.")
                .hasSizeLessThan(names.size() / 10);
        assertThat(missing).noneMatch(name -> name.startsWith("io.bloop."));
        assertThat(names)
                .as("Classes without a name. Which of them there are depends on the compiler.")
                .noneMatch(name -> name.matches("io\\.bloop\\..*\\$\\d+"));
    }

    private static Class<?> find(String name) {
        try {
            return Class.forName(name, false, StartUpClassesTests.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError ex) {
            return null;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bloop.enabled, false",
        "bloop.enabled, FALSE",
        "spring.main.lazy-initialization, true",
    })
    void nothingIsLoadedWhereNothingIsBoundAtTheStart(String property, String value) throws Exception {
        NotingLoader loader = loader(false);

        prepare(new StartUpClasses(loader, 2), new MockEnvironment().withProperty(property, value));

        assertThat(loader.loaded).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {StartUpClasses.IGNORE, "spring.aot.processing"})
    void nothingIsLoadedWhereItIsSwitchedOffOrTheApplicationIsProcessed(String property) throws Exception {
        System.setProperty(property, "true");
        NotingLoader loader = loader(false);

        prepare(new StartUpClasses(loader, 2), new MockEnvironment());

        assertThat(loader.loaded).isEmpty();
    }

    @Test
    void nothingIsLoadedOnOneProcessor() throws Exception {
        NotingLoader loader = loader(false);

        prepare(new StartUpClasses(loader, 1), new MockEnvironment());

        assertThat(loader.loaded).isEmpty();
    }

    @Test
    void aClassThatCannotBeLoadedIsPassedOver() throws Exception {
        NotingLoader loader = loader(true);

        prepare(new StartUpClasses(loader, 2), new MockEnvironment());

        assertThat(loader.loaded).containsAll(StartUpClasses.names());
    }

    @Test
    void springBootFindsTheListener() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation().load(ApplicationListener.class))
                .hasAtLeastOneElementOfType(StartUpClasses.class);
    }

    private static SpringApplication application(StartUpClasses listener) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        application.setListeners(List.of(listener));
        return application;
    }

    @Test
    void anApplicationStartsAndClosesWithoutWaitingForTheThread() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        NotingLoader loader = new NotingLoader(released, false);
        try {
            ConfigurableApplicationContext context = application(new StartUpClasses(loader, 2))
                    .run("--bloop.endpoint=http://localhost:1", "--bloop.bind=none", "--spring.main.banner-mode=off");
            context.close();

            assertThat(threads()).singleElement().satisfies(thread -> {
                assertThat(thread.isDaemon()).isTrue();
                assertThat(thread.getContextClassLoader()).isSameAs(loader);
            });
            assertThat(loader.loaded).isEmpty();
        } finally {
            released.countDown();
        }
        for (Thread thread : threads()) {
            thread.join();
        }
    }

    @Test
    void aFailureSaysTheSameAsWithoutTheThread() {
        String without = failure(1);

        assertThat(failure(2)).isEqualTo(without);
        assertThat(without).contains("bloop.http.max-connections");
    }

    private static String failure(int processors) {
        Throwable failure =
                catchThrowable(() -> application(new StartUpClasses(StartUpClasses.class.getClassLoader(), processors))
                        .run(
                                "--bloop.endpoint=http://localhost:1",
                                "--bloop.http.max-connections=0",
                                "--spring.main.banner-mode=off"));
        return Objects.requireNonNull(failure, "the application has started") + " "
                + NestedExceptionUtils.getMostSpecificCause(failure);
    }
}
