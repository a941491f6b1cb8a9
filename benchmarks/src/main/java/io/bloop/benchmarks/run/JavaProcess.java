package io.bloop.benchmarks.run;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of the same kind as this one, whose output is read line by line. Not thread-safe. */
public final class JavaProcess implements AutoCloseable {

    private final List<String> arguments;
    private final long start;
    private final Process process;
    private final BufferedReader output;

    private JavaProcess(List<String> arguments, ProcessBuilder.Redirect output) throws IOException {
        this.arguments = arguments;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(output).redirectError(ProcessBuilder.Redirect.INHERIT);
        // DynamoDB Local and clients in those processes take any
        builder.environment().put("AWS_ACCESS_KEY_ID", "local");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "local");
        this.start = System.nanoTime();
        this.process = builder.start();
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * Starts a JVM.
     *
     * @param arguments what follows {@code java} on the command line
     * @return the process
     * @throws IOException if it does not start
     */
    public static JavaProcess start(List<String> arguments) throws IOException {
        return new JavaProcess(arguments, ProcessBuilder.Redirect.PIPE);
    }

    /**
     * Starts a JVM whose output nobody wants, which would wait for a reader otherwise.
     *
     * @param arguments what follows {@code java} on the command line
     * @return the process
     * @throws IOException if it does not start
     */
    static JavaProcess startSilent(List<String> arguments) throws IOException {
        return new JavaProcess(arguments, ProcessBuilder.Redirect.DISCARD);
    }

    /**
     * Starts a main class of this process's own class path.
     *
     * @param options the options of the JVM
     * @param mainClass the class
     * @return the process
     * @throws IOException if it does not start
     */
    public static JavaProcess start(List<String> options, Class<?> mainClass) throws IOException {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass.getName()));
        return start(all);
    }

    /**
     * Starts a main class.
     *
     * @param mainClass the class
     * @param more goes before this process's own class path
     * @param arguments the arguments of the main class
     * @return the process
     * @throws IOException if it does not start
     */
    public static JavaProcess start(Class<?> mainClass, List<Path> more, String... arguments) throws IOException {
        List<String> classPath = new ArrayList<>();
        more.forEach(path -> classPath.add(path.toString()));
        classPath.add(System.getProperty("java.class.path"));
        List<String> all =
                new ArrayList<>(List.of("-cp", String.join(File.pathSeparator, classPath), mainClass.getName()));
        all.addAll(List.of(arguments));
        return start(all);
    }

    /**
     * Waits for a line.
     *
     * @param part what it has to contain
     * @return the line
     * @throws IOException if the process ends without one
     */
    public String await(String part) throws IOException {
        List<String> seen = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(part)) {
                return line;
            }
            seen.add(line);
        }
        throw new IOException("java " + arguments.get(arguments.size() - 1) + " ends without '" + part + "', after: "
                + String.join("\n", seen));
    }

    /**
     * Waits for a line, and tells how long that took from before the process was started.
     *
     * @param part what the line has to contain
     * @return the time, in milliseconds
     * @throws IOException if the process ends without one
     */
    public double millisUntil(String part) throws IOException {
        await(part);
        return (System.nanoTime() - start) / 1e6;
    }

    /**
     * Waits until the process ends.
     *
     * @throws IOException if it fails
     */
    public void awaitEnd() throws IOException {
        List<String> seen = output.lines().toList();
        int status = process.onExit().join().exitValue();
        if (status != 0) {
            throw new IOException("java " + arguments.get(arguments.size() - 1) + " ends with " + status + ", after: "
                    + String.join("\n", seen));
        }
    }

    /** Ends the process, if it has not ended by itself. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
