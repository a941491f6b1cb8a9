package io.bloop.testing;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java code that is compiled in a test against {@code LINK} and {@code links}, to see whether it compiles. */
public final class Snippet {

    private static final String FRAME = """
            import static io.bloop.testing.LinkModel.LINK;
            import static io.bloop.read.Consistency.STRONG;
            import io.bloop.engine.BloopTemplate;
            import io.bloop.testing.Link;
            import java.util.List;
            import java.util.Set;
            class Snippet {
                Object run(BloopTemplate<Link> links) {
                    return %s;
                }
            }
            """;

    /** Keeps the jars of the class path open from one snippet to the next. */
    private static final StandardJavaFileManager FILES =
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, Locale.ENGLISH, null);

    private Snippet() {}

    /** Returns the compiler's errors, each in one line; none where the expression compiles. */
    public static List<String> errors(String expression) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return FRAME.formatted(expression);
                    }
                };
        // a processor path keeps the compiler from looking for plug-ins in all jars
        List<String> options = List.of(
                "-proc:none", "-implicit:none", "-Xdiags:verbose", "-processorpath", System.getProperty("java.home"));
        JavacTask task = (JavacTask) compiler.getTask(new StringWriter(), FILES, found, options, null, List.of(source));
        try {
            // writes no class file
            task.analyze();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic
                        .getMessage(Locale.ENGLISH)
                        .lines()
                        .findFirst()
                        .orElse(""))
                .toList();
    }
}
