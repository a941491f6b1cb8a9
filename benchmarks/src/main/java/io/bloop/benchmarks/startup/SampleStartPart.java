package io.bloop.benchmarks.startup;

import io.bloop.benchmarks.run.Effort;
import io.bloop.benchmarks.run.JavaProcess;
import io.bloop.benchmarks.run.LocalServer;
import io.bloop.benchmarks.run.Part;
import io.bloop.benchmarks.run.Section;
import io.bloop.benchmarks.run.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures how long the packaged sample takes to start with Bloop and without it.
 *
 * <p>Without, {@code bloop.enabled} is false, and beans are made when they are needed, so that those which need Bloop
 * are not made before the application is up; for a fair comparison the run with Bloop is lazy too.
 */
public final class SampleStartPart implements Part {

    private static final String TITLE = "Start of the sample";
    private static final String WITH = "with Bloop";
    private static final String WITHOUT = "without Bloop";
    private static final String EAGER = "with Bloop, all beans at once, as it ships";
    private static final String ONE_AFTER_ANOTHER = "the same, without loading classes beside the start";
    private static final String ARCHIVED = "the same, extracted and with an archive of its classes";

    private static final String LAZY = "--spring.main.lazy-initialization=true";

    /** Creates the part. */
    public SampleStartPart() {}

    @Override
    public String name() {
        return "sample";
    }

    @Override
    public Section run(Effort effort) throws IOException {
        Optional<Path> found = jar(Path.of("sample-app", "target"));
        if (found.isEmpty()) {
            // the other parts, which have taken many minutes, are worth a page
            return new Section(
                    TITLE,
                    List.of(
                            "Not measured, because the sample is not packaged: "
                                    + "`./mvnw -pl sample-app -am package -DskipTests` does that.",
                            ""));
        }
        Path jar = found.get();
        Times times = new Times();
        try (LocalServer server = new LocalServer()) {
            // creates the tables
            start(List.of(), jar, server);
            Path directory = Files.createTempDirectory("bloop-sample");
            Path extracted = extract(jar, directory);
            Path archive = directory.resolve("sample-app.jsa");
            // writes the archive when it ends
            start(List.of("-XX:ArchiveClassesAtExit=" + archive), extracted, server);
            for (int i = 0; i < effort.processes(); i++) {
                times.add(WITHOUT, start(List.of(), jar, server, "--bloop.enabled=false", LAZY));
                times.add(WITH, start(List.of(), jar, server, LAZY));
                times.add(EAGER, start(List.of(), jar, server));
                times.add(
                        ONE_AFTER_ANOTHER,
                        start(List.of("-Dspring.backgroundpreinitializer.ignore=true"), jar, server));
                times.add(ARCHIVED, start(List.of("-XX:SharedArchiveFile=" + archive), extracted, server));
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "The packaged sample application on existing tables of DynamoDB Local in another process, from before "
                        + "its JVM is started until it says that it has started; " + effort.processes()
                        + " JVMs for each line, the first two of which make beans when they are needed.");
        lines.add("");
        lines.addAll(times.table("start of the sample", WITHOUT));
        return new Section(TITLE, lines);
    }

    private static Optional<Path> jar(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            List<Path> jars =
                    files.filter(file -> file.toString().endsWith(".jar")).toList();
            return jars.size() == 1 ? Optional.of(jars.get(0)) : Optional.empty();
        }
    }

    /** Takes the libraries out of the packaged application, since class-data archives know no jars inside of jars. */
    private static Path extract(Path jar, Path directory) throws IOException {
        try (JavaProcess process = JavaProcess.start(List.of(
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--force",
                "--destination",
                directory.toString()))) {
            process.awaitEnd();
        }
        return directory.resolve(jar.getFileName());
    }

    private static double start(List<String> options, Path jar, LocalServer server, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of(
                "-jar",
                jar.toString(),
                "--server.port=0",
                "--bloop.endpoint=" + server.endpoint(),
                "--golinks.import.on-start=false"));
        arguments.addAll(List.of(more));
        try (JavaProcess process = JavaProcess.start(arguments)) {
            return process.millisUntil(": Started ");
        }
    }
}
