package io.bloop.benchmarks.compile;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Compiles a project of 30 models by several versions of the processor, each in a compiler of its own, in turns.
 *
 * <p>The models have what the processor could read from its first day on, so that older versions take part.
 */
public final class CompileTime {

    private static final int MODELS = 30;

    private CompileTime() {}

    /**
     * Prints the median of each version in milliseconds, and its ratio to that of the first.
     *
     * @param args how often each version compiles the project; then for each version its name, {@code =}, and the class
     *     path with its core and its processor, and with what core needs
     * @throws IOException if the project cannot be written
     * @throws InterruptedException if the thread is interrupted while a compiler runs
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> paths = new LinkedHashMap<>();
        for (String version : List.of(args).subList(1, args.length)) {
            int end = version.indexOf('=');
            paths.put(version.substring(0, end), version.substring(end + 1));
        }
        Path project = Files.createTempDirectory("compile-time");
        try {
            List<String> sources = write(project);
            Map<String, List<Long>> times = new LinkedHashMap<>();
            int rounds = Integer.parseInt(args[0]);
            for (int round = -1; round < rounds; round++) {
                for (Map.Entry<String, String> version : paths.entrySet()) {
                    long millis = compile(project, sources, version.getValue());
                    if (round >= 0) {
                        times.computeIfAbsent(version.getKey(), name -> new ArrayList<>())
                                .add(millis);
                    }
                }
            }
            print(times);
        } finally {
            delete(project);
        }
    }

    private static void print(Map<String, List<Long>> times) {
        double first = median(times.values().iterator().next());
        times.forEach((name, all) ->
                System.out.printf(Locale.ROOT, "%-12s %6.0f ms  %.3f%n", name, median(all), median(all) / first));
    }

    private static double median(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }

    private static long compile(Path project, List<String> sources, String classPath)
            throws IOException, InterruptedException {
        Path output = Files.createDirectories(project.resolve("classes"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-d",
                output.toString(),
                "-cp",
                classPath,
                "-processorpath",
                classPath));
        command.addAll(sources);
        File log = project.resolve("log").toFile();
        long start = System.nanoTime();
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start()
                .waitFor();
        long millis = (System.nanoTime() - start) / 1_000_000;
        boolean isWritten = Files.exists(output.resolve("com/acme/Order0Model.class"));
        if (code != 0 || !isWritten) {
            throw new IllegalStateException("The project was not compiled: " + Files.readString(log.toPath()));
        }
        delete(output);
        return millis;
    }

    private static List<String> write(Path project) throws IOException {
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < MODELS; i++) {
            sources.add(write(project, "Order" + i, MODEL.replace("NUMBER", String.valueOf(i))));
            sources.add(write(project, "Address" + i, DOCUMENT.replace("NUMBER", String.valueOf(i))));
        }
        return sources;
    }

    private static String write(Path project, String name, String source) throws IOException {
        Path file = project.resolve(name + ".java");
        Files.writeString(file, source);
        return file.toString();
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static final String MODEL = """
            package com.acme;

            import io.bloop.annotation.*;
            import io.bloop.model.BaseModel;
            import java.math.BigDecimal;
            import java.net.URI;
            import java.time.Instant;
            import java.util.*;

            @Model
            @GlobalSecondaryIndex(
                    name = "byCustomer",
                    hashKey = "customer",
                    rangeKey = "placedOn",
                    projection = Projection.ALL)
            class OrderNUMBER extends BaseModel {
                enum State { OPEN, SHIPPED }

                @HashKey private UUID id;
                String customer;
                Instant placedOn;
                State state;
                @Column("n") private BigDecimal total;
                boolean isGift;
                int lines;
                @Ttl Instant expiresOn;
                Set<String> labels;
                Map<String, Integer> counts;
                List<AddressNUMBER> history;
                AddressNUMBER address;
                URI link;
                @Version long version;

                UUID getId() { return id; }
                void setId(UUID id) { this.id = id; }
                BigDecimal getTotal() { return total; }
                void setTotal(BigDecimal total) { this.total = total; }
            }
            """;

    private static final String DOCUMENT = """
            package com.acme;

            import io.bloop.annotation.*;
            import java.util.List;

            @Document
            record AddressNUMBER(String street, @Column("zip") String postalCode, String city, List<String> notes, int floor) {}
            """;
}
