package io.bloop.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Is the application in a process of its own, with its database in a directory. */
final class ForkedApplication implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    ForkedApplication(Path database) throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        GoLinksApplication.class.getName(),
                        "--server.port=0",
                        "--bloop.embedded.directory=" + database)
                .redirectErrorStream(true)
                .start();
        output = process.inputReader();
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
