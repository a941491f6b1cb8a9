package io.bloop.boot.stream;

import io.bloop.boot.visits.Visit;
import io.bloop.boot.visits.VisitsApplication;
import io.bloop.engine.Engine;
import io.bloop.stream.Change;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application with one listener in a process of its own, which tells in lines what it has done. */
final class ListeningProcess implements AutoCloseable {

    /**
     * One thing that a process has done.
     *
     * @param process the process
     * @param nanos when the line has come
     * @param words the words of the line
     */
    record Line(ListeningProcess process, long nanos, List<String> words) {}

    private final Process process;
    private final Thread reader;

    /** Starts a process, whose lines are added to a list. */
    ListeningProcess(CopyOnWriteArrayList<Line> lines, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(Map.of("AWS_ACCESS_KEY_ID", "local", "AWS_SECRET_ACCESS_KEY", "local"));
        process = builder.start();
        reader = new Thread(() -> read(process.inputReader(), lines), "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    private void read(BufferedReader output, CopyOnWriteArrayList<Line> lines) {
        output.lines().forEach(line -> lines.add(new Line(this, System.nanoTime(), List.of(line.split(" ")))));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process by signal 9. */
    void kill() throws IOException, InterruptedException {
        end("KILL");
    }

    /** Asks the process to end, as an orchestrator does, and waits. */
    void terminate() throws IOException, InterruptedException {
        end("TERM");
    }

    /** Reads to the end what the process has written, which {@link Process#destroy()} would throw away. */
    private void end(String signal) throws IOException, InterruptedException {
        signal(signal);
        process.onExit().join();
        reader.join();
    }

    void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public String toString() {
        return "process " + process.pid();
    }

    /** Runs in the process. */
    static final class Main {

        private Main() {}

        public static void main(String[] arguments) {
            new SpringApplicationBuilder(VisitsApplication.class, Listening.class)
                    .bannerMode(Banner.Mode.OFF)
                    .run(Arrays.copyOf(arguments, arguments.length));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Listening {

        @BloopStreamListener(id = "visits", batch = "10")
        void hear(Change<Visit> change) {
            System.out.println("HANDLED " + change.after().orElseThrow().count());
        }

        @Bean
        StreamPositions positions(Engine engine) {
            DynamoDbStreamPositions positions = new DynamoDbStreamPositions(engine, "positions");
            return new StreamPositions() {
                @Override
                public void bind() {
                    positions.bind();
                }

                @Override
                public Optional<StreamPosition> find(String listener) {
                    return positions.find(listener);
                }

                @Override
                public boolean replace(@Nullable StreamPosition expected, StreamPosition next) {
                    boolean replaced = positions.replace(expected, next);
                    if (replaced) {
                        System.out.println("STORED " + next.counter() + " " + next.owner() + " " + next.token());
                    }
                    return replaced;
                }
            };
        }
    }
}
