package io.bloop.benchmarks.startup;

import io.bloop.benchmarks.model.Order;
import io.bloop.processor.ModelProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Writes copies of the class of twelve attributes, and compiles them as an application does: with the processor. */
final class ManyModels {

    private static final String PACKAGE = "io/bloop/benchmarks/model";

    private ManyModels() {}

    /** Returns a directory for the class path. */
    static Path compile(Path directory, int count) throws IOException {
        Path sources =
                Files.createDirectories(directory.resolve("sources-" + count).resolve(PACKAGE));
        Path classes = Files.createDirectories(directory.resolve("classes-" + count));
        String original = source();
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Path file = sources.resolve("Order" + i + ".java");
            files.add(Files.writeString(file, original.replaceAll("\\bOrder\\b", "Order" + i)));
        }
        files.add(Files.writeString(sources.resolve("ManyOrders.java"), list(count)));
        compile(files, classes);
        return classes;
    }

    private static String source() throws IOException {
        try (InputStream in = Order.class.getResourceAsStream("Order.java")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String list(int count) {
        return """
                package io.bloop.benchmarks.model;

                import io.bloop.benchmarks.startup.ModelSource;
                import io.bloop.model.ModelDefinition;
                import java.util.List;

                public final class ManyOrders implements ModelSource {

                    @Override
                    public List<ModelDefinition<?>> definitions() {
                        return List.of(%s);
                    }

                    @Override
                    public List<Class<?>> beans() {
                        return List.of(%s);
                    }
                }
                """.formatted(
                joined(count, i -> "Order" + i + "Model.ORDER" + i), joined(count, i -> "Order" + i + ".class"));
    }

    private static String joined(int count, IntFunction<String> term) {
        return IntStream.rangeClosed(1, count).mapToObj(term).collect(Collectors.joining(", "));
    }

    private static void compile(List<Path> files, Path classes) throws IOException {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK, not a JRE");
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(problems, null, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    manager,
                    problems,
                    List.of("--release", "17", "-implicit:none", "-d", classes.toString()),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(new ModelProcessor()));
            if (!task.call()) {
                throw new IllegalStateException("The models do not compile: " + problems.getDiagnostics());
            }
        }
    }
}
