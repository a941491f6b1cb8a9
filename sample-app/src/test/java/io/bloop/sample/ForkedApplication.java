package io.bloop.sample;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.springframework.boot.SpringApplicationAotProcessor;

/** The application in a process of its own. */
final class ForkedApplication implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    /** Starts the application in a directory, where its data goes unless an argument says otherwise. */
    ForkedApplication(Path directory, String classPath, List<String> options, String... arguments) throws IOException {
        this(directory, classPath, options, GoLinksApplication.class.getName(), List.of(arguments));
    }

    private ForkedApplication(
            Path directory, String classPath, List<String> options, String mainClass, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(arguments);
        process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        output = process.inputReader();
    }

    /** Runs what {@code spring-boot:process-aot} runs, and returns the class path to prepend to the application's. */
    static String processedAheadOfTime(Path directory) throws IOException {
        List<String> folders = Stream.of("sources", "resources", "classes")
                .map(directory::resolve)
                .map(Path::toString)
                .toList();
        List<String> arguments = new ArrayList<>(List.of(GoLinksApplication.class.getName()));
        arguments.addAll(folders);
        arguments.addAll(List.of("io.bloop", "sample-app"));
        String classPath = System.getProperty("java.class.path");
        try (ForkedApplication processor = new ForkedApplication(
                directory, classPath, List.of(), SpringApplicationAotProcessor.class.getName(), arguments)) {
            processor.awaitSuccess();
        }
        compile(directory.resolve("sources"), directory.resolve("classes"));
        return String.join(File.pathSeparator, folders.get(2), folders.get(1), classPath);
    }

    private static void compile(Path sources, Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-nowarn", "-parameters", "-cp", System.getProperty("java.class.path"), "-d"));
        arguments.add(classes.toString());
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        if (ToolProvider.getSystemJavaCompiler().run(null, null, errors, arguments.toArray(String[]::new)) != 0) {
            throw new AssertionError(errors.toString(StandardCharsets.UTF_8));
        }
    }

    private void awaitSuccess() throws IOException {
        output.lines().forEach(lines::add);
        int exit = process.onExit().join().exitValue();
        if (exit != 0) {
            throw new AssertionError("The process ended with " + exit + ":\n" + String.join("\n", lines));
        }
    }

    /** Reads the output up to a line that has what is sought, and returns its first group. */
    String await(Pattern sought) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            Matcher matcher = sought.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        throw new AssertionError("The application ended without '" + sought + "':\n" + String.join("\n", lines));
    }

    /** Ends the process at once, as a lost machine does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
