package io.bloop.boot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.NativeDetector;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Loads the classes of the SDK and of Bloop that a start needs, on a thread of its own, while Spring Boot prepares the context.
 *
 * <p>Nothing waits for the thread: a class that it has not loaded yet is loaded where it is needed. Classes are loaded and
 * verified, and not initialised, so that no code of theirs runs before an application calls it. It does nothing on one
 * processor, in native images, while an application is processed ahead of time, where Spring Boot's own background
 * preinitialisation is switched off, and where Bloop does not bind at the start.
 */
final class StartUpClasses implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    /** Spring Boot's own property, which is a system property. */
    static final String IGNORE = "spring.backgroundpreinitializer.ignore";

    static final String THREAD = "bloop-start-up-classes";

    /** Names the classes, one in a line, in the order in which they are needed. */
    static final String LIST = "start-up-classes.txt";

    private static final Logger LOG = LoggerFactory.getLogger(StartUpClasses.class);

    /** After logging is set up, and beside Spring Boot's own preinitialisation. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 22;

    private final ClassLoader classes;
    private final int processors;

    StartUpClasses() {
        this(StartUpClasses.class.getClassLoader(), Runtime.getRuntime().availableProcessors());
    }

    /**
     * Creates a listener.
     *
     * @param classes loads the classes
     * @param processors how many processors there are
     */
    StartUpClasses(ClassLoader classes, int processors) {
        this.classes = classes;
        this.processors = processors;
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        boolean isPossible = processors > 1
                && !NativeDetector.inNativeImage()
                && !Boolean.getBoolean(IGNORE)
                && !Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
        if (isPossible && isBoundAtTheStart(event.getEnvironment())) {
            Thread thread = new Thread(this::load, THREAD);
            thread.setDaemon(true);
            // that of the application may be one of many that follow each other
            thread.setContextClassLoader(classes);
            thread.start();
        }
    }

    private static boolean isBoundAtTheStart(Environment environment) {
        return !"false".equalsIgnoreCase(environment.getProperty("bloop.enabled"))
                && !"true".equalsIgnoreCase(environment.getProperty("spring.main.lazy-initialization"));
    }

    private void load() {
        try {
            names().forEach(this::load);
        } catch (IOException | RuntimeException ex) {
            LOG.debug("Bloop loads no classes beforehand", ex);
        }
    }

    /** Returns the names of the classes. */
    static List<String> names() throws IOException {
        try (InputStream list = StartUpClasses.class.getResourceAsStream(LIST)) {
            return list == null
                    ? List.of()
                    : new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
                            .lines()
                            .toList();
        }
    }

    private void load(String name) {
        try {
            // asking for the members of a class verifies it, and does not initialise it
            Class.forName(name, false, classes).getDeclaredConstructors();
        } catch (ClassNotFoundException | LinkageError ex) {
            LOG.trace("Bloop does not load {} beforehand", name, ex);
        }
    }
}
