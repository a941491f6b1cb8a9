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

/** Measures how long models take to be bound to existing tables of a DynamoDB Local in another process. */
public final class BindingPart implements Part {

    private final int many;

    /** Creates the part for 30 models. */
    public BindingPart() {
        this(30);
    }

    /**
     * Creates the part.
     *
     * @param many how many models
     */
    public BindingPart(int many) {
        this.many = many;
    }

    @Override
    public String name() {
        return "binding";
    }

    @Override
    public Section run(Effort effort) throws IOException {
        Path models = ManyModels.compile(Files.createTempDirectory("bloop-models"), many);
        Times times = new Times();
        try (LocalServer server = new LocalServer()) {
            // creates the tables
            bind(models, server, Binding.SIDE_BY_SIDE);
            for (int i = 0; i < effort.processes(); i++) {
                for (String way : List.of(Binding.ONE_AFTER_ANOTHER, Binding.SIDE_BY_SIDE)) {
                    times.add(title(way), bind(models, server, way));
                }
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(many + " models of 12 columns on existing tables of DynamoDB Local in another process; "
                + effort.processes() + " JVMs for each line, each of which has sent one request before.");
        lines.add("");
        lines.addAll(times.table("binding " + many + " models", title(Binding.SIDE_BY_SIDE)));
        return new Section("Binding", lines);
    }

    private static String title(String way) {
        return way.replace('-', ' ');
    }

    private static double bind(Path models, LocalServer server, String way) throws IOException {
        try (JavaProcess process = JavaProcess.start(Binding.class, List.of(models), server.endpoint(), way)) {
            return Double.parseDouble(process.await(Binding.BOUND).substring(Binding.BOUND.length()));
        }
    }
}
