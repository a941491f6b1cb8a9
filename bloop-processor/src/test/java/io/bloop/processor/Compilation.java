package io.bloop.processor;

import io.bloop.engine.Engine;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources with the processor, as strictly as the house does. */
final class Compilation {

    private static final String PRELUDE =
            "package com.acme; import io.bloop.annotation.*; import io.bloop.model.BaseModel; "
                    + "import io.bloop.type.*; import java.net.URI; import java.time.*; import java.util.*; ";

    /** Begins a source that is in no package. */
    private static final String UNNAMED = "/* unnamed */ ";

    private static final Pattern TYPE = Pattern.compile(
            "^(?:\\w+ )*(?:class|record|@?interface|enum) (\\w+)", Pattern.MULTILINE | Pattern.UNICODE_CHARACTER_CLASS);

    /** Keeps the jars of the class path open from one compilation to the next, but no classes. */
    private static final StandardJavaFileManager FILES =
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, Locale.ROOT, null);

    private final Path output;
    private final List<Diagnostic<? extends JavaFileObject>> diagnostics;

    private Compilation(Path output, List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        this.output = output;
        this.diagnostics = diagnostics;
    }

    /** Compiles sources of the package {@code com.acme}, which needs no imports; each is named after its first type. */
    static Compilation of(String... sources) {
        return with(List.of(new ModelProcessor()), List.of(), sources);
    }

    static Compilation with(List<? extends Processor> processors, List<String> options, String... sources) {
        return run(processors, options, List.of(), sources);
    }

    /** Compiles sources with the processor and that of Lombok, whose code has warnings. */
    static Compilation withLombok(boolean lombokFirst, String... sources) throws ReflectiveOperationException {
        Processor lombok = (Processor) Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor")
                .getConstructor()
                .newInstance();
        List<Processor> processors =
                lombokFirst ? List.of(lombok, new ModelProcessor()) : List.of(new ModelProcessor(), lombok);
        return with(processors, List.of("-Xlint:none"), sources);
    }

    /** Compiles a source without a package. */
    static Compilation unnamed(String source) {
        return of(UNNAMED + source);
    }

    /** Processes classes that are compiled already, as those that come from another compiler. */
    static Compilation ofClasses(List<String> options, String... names) {
        return run(List.of(new ModelProcessor()), options, List.of(names));
    }

    private static Compilation run(
            List<? extends Processor> processors, List<String> options, List<String> classes, String... sources) {
        Path output = TemporaryFolders.create();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        // plug-ins and services are looked for there, and not in all jars of the class path
        List<String> all = new ArrayList<>(List.of("-d", output.toString(), "-processorpath", output.toString()));
        if (Runtime.version().feature() > 17 && !options.contains("--release")) {
            all.addAll(List.of("--release", "17"));
        }
        all.addAll(List.of("-Xlint:all,-processing,-classfile,-options", "-Werror"));
        all.addAll(options);
        JavaCompiler.CompilationTask task = compiler.getTask(
                new StringWriter(),
                options.contains("-cp") ? null : FILES,
                diagnostics,
                all,
                classes.isEmpty() ? null : classes,
                Arrays.stream(sources).map(Compilation::file).toList());
        task.setLocale(Locale.ROOT);
        if (!processors.isEmpty()) {
            task.setProcessors(processors);
        }
        task.call();
        return new Compilation(output, diagnostics.getDiagnostics());
    }

    private static JavaFileObject file(String source) {
        Matcher name = TYPE.matcher(source);
        if (!name.find()) {
            throw new IllegalArgumentException("No type in: " + source);
        }
        String text = source.startsWith("package ") || source.startsWith(UNNAMED) ? source : PRELUDE + source;
        URI uri = URI.create("mem:///" + name.group(1) + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** Returns what the compiler said, as {@code error at 3 String slug;: message}, with the line that it points into. */
    List<String> messages() {
        return messages("");
    }

    /** Returns what the compiler said of a file whose name begins with a text. */
    List<String> messages(String file) {
        return diagnostics.stream()
                .filter(diagnostic -> file.isEmpty()
                        || diagnostic.getSource() != null
                                && diagnostic.getSource().getName().endsWith("/" + file + ".java"))
                .filter(diagnostic -> diagnostic.getCode() == null
                        || !diagnostic.getCode().equals("compiler.err.warnings.and.werror"))
                .map(Compilation::print)
                .toList();
    }

    private static String print(Diagnostic<? extends JavaFileObject> diagnostic) {
        String kind = diagnostic.getKind().toString().toLowerCase(Locale.ROOT);
        return kind + " at " + pointed(diagnostic) + ": " + diagnostic.getMessage(Locale.ROOT);
    }

    /** Returns the line number and the text from where the message points. */
    private static String pointed(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (diagnostic.getSource() == null) {
            return "nothing";
        }
        try {
            String source =
                    diagnostic.getSource().getCharContent(true).toString().substring((int) diagnostic.getPosition());
            String text = source.lines().findFirst().orElse("");
            return diagnostic.getLineNumber() + " " + text.strip();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Returns a generated source. */
    String source(String name) {
        try {
            return Files.readString(output.resolve("com/acme/" + name + ".java"));
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** Returns all sources that were generated in a package inside of {@code com.acme}. */
    String sources(String packageName) {
        Path folder = output.resolve("com/acme/" + packageName);
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(Compilation::read)
                    .collect(Collectors.joining());
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    boolean wrote(String name) {
        return Files.exists(output.resolve("com/acme/" + name + ".java"));
    }

    Path output() {
        return output;
    }

    /** Makes an object of the compiled class {@code Scenario}, which does something with an engine. */
    @SuppressWarnings("unchecked") // the source says what it takes
    Consumer<Engine> scenario() throws ReflectiveOperationException {
        return (Consumer<Engine>) newScenario();
    }

    /** Makes an object of the compiled class {@code Scenario}, which takes something beside an engine. */
    @SuppressWarnings({"unchecked", "unused"}) // as above; the class names what it takes
    <X> BiConsumer<Engine, X> scenario(Class<X> beside) throws ReflectiveOperationException {
        return (BiConsumer<Engine, X>) newScenario();
    }

    private Object newScenario() throws ReflectiveOperationException {
        return load().loadClass("com.acme.Scenario").getConstructor().newInstance();
    }

    /** Loads the compiled classes beside those of the tests. */
    ClassLoader load() {
        try {
            return new URLClassLoader(new URL[] {output.toUri().toURL()}, Compilation.class.getClassLoader());
        } catch (MalformedURLException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
