package io.bloop.boot;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Selects jars of the class path of the tests, to run an application with these alone. */
public final class JarSelection {

    /** Jars that look for no other jar; their classes are loaded once for all selections. */
    private static final Pattern SHARED = Pattern.compile(
            ".*/(software/amazon/awssdk|org/apache/httpcomponents|org/reactivestreams|org/slf4j|ch/qos/logback)/.*\\.jar");

    private static final ClassLoader SHARED_LOADER =
            new URLClassLoader(urls(classPath().filter(JarSelection::isShared)), ClassLoader.getPlatformClassLoader());

    private final List<String> jars;

    private JarSelection(List<String> jars) {
        this.jars = jars;
    }

    /** Selects jars by their file names. */
    public static JarSelection of(Predicate<String> selected) {
        return new JarSelection(
                classPath().filter(jar -> selected.test(name(jar))).toList());
    }

    private static Stream<String> classPath() {
        // Surefire starts the JVM with a class path of its own
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator));
    }

    private static boolean isShared(String jar) {
        return SHARED.matcher(jar.replace('\\', '/')).matches();
    }

    private static String name(String jar) {
        return String.valueOf(Path.of(jar).getFileName());
    }

    /** Returns the file names of the selected jars. */
    public List<String> names() {
        return jars.stream().map(JarSelection::name).toList();
    }

    /** Returns a new class loader of the selected jars, which sees nothing else of the class path. */
    public URLClassLoader load() {
        return new URLClassLoader(urls(jars.stream().filter(jar -> !isShared(jar))), SHARED_LOADER);
    }

    private static URL[] urls(Stream<String> jars) {
        return jars.map(JarSelection::url).toArray(URL[]::new);
    }

    private static URL url(String jar) {
        try {
            return Path.of(jar).toUri().toURL();
        } catch (MalformedURLException ex) {
            throw new IllegalArgumentException(ex);
        }
    }
}
