package io.bloop.processor;

import io.bloop.annotation.Document;
import io.bloop.annotation.Model;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/**
 * Writes the definition of each class and record that is annotated with {@link Model}, and the type of each that is
 * annotated with {@link Document}, or tells all that keeps it
 * from it.
 *
 * <p>A model waits while a type that it needs is still to be written by others. Not thread-safe, as no processor is.
 */
public final class ModelProcessor extends AbstractProcessor {

    private final Sources sources = new Sources();
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Set<String> told = new HashSet<>();

    /** Creates a processor, as the compiler does. */
    public ModelProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Model.class.getName(), Document.class.getName());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        sources.add(round);
        Set<String> names = new LinkedHashSet<>(waiting);
        for (TypeElement annotation : annotations) {
            for (Element model : round.getElementsAnnotatedWith(annotation)) {
                names.add(((TypeElement) model).getQualifiedName().toString());
            }
        }
        waiting.clear();
        for (String name : names) {
            // the elements of an earlier round are stale
            TypeElement model = processingEnv.getElementUtils().getTypeElement(name);
            if (model != null) {
                processSafely(model, round.processingOver());
            }
        }
        return false;
    }

    private void processSafely(TypeElement model, boolean isLast) {
        try {
            for (Role role : Role.values()) {
                if (AnnotationUse.find(model, role.annotation()).isPresent()) {
                    process(model, role, isLast);
                }
            }
        } catch (RuntimeException | LinkageError | IOException ex) {
            StackTraceElement[] trace = ex.getStackTrace();
            String at = trace.length == 0 ? "" : " at " + trace[0];
            String message = "The class for " + model.getSimpleName() + " cannot be written: " + ex + at + ".";
            processingEnv.getMessager().printMessage(Kind.ERROR, message, model);
        }
    }

    private void process(TypeElement model, Role role, boolean isLast) throws IOException {
        if (!Completeness.isComplete(model)) {
            // in the last round the compiler itself reports what is missing
            waiting.add(model.getQualifiedName().toString());
            return;
        }
        Problems problems = new Problems();
        ModelContext scope =
                new ModelContext(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), model, role, problems);
        Optional<String> source = role == Role.MODEL
                ? ModelReader.read(scope).flatMap(parsed -> source(scope, new ModelWriter(parsed)::write))
                : DocumentReader.read(scope)
                        .flatMap(members -> source(scope, new DocumentWriter(scope, members)::write));
        if (problems.mayPass() && !isLast) {
            waiting.add(model.getQualifiedName().toString());
            return;
        }
        if (source.isPresent()) {
            write(scope, source.get());
        }
        problems.tell(processingEnv, model, sources, told);
    }

    private static Optional<String> source(ModelContext scope, Supplier<String> writer) {
        return scope.problems().hasErrors() || scope.isAbstract() ? Optional.empty() : Optional.of(writer.get());
    }

    private void write(ModelContext scope, String source) throws IOException {
        String name = scope.generated();
        String qualified = scope.packageName().isEmpty() ? name : scope.packageName() + "." + name;
        try (Writer out = processingEnv
                .getFiler()
                .createSourceFile(qualified, scope.model())
                .openWriter()) {
            out.write(source);
        } catch (FilerException ex) {
            String message = name + ", the " + (scope.role() == Role.MODEL ? "definition" : "type") + " of "
                    + scope.name() + ", exists already; rename one of the two, or take "
                    + scope.role().mark() + " away.";
            scope.error(Spot.of(scope.model()), message);
        }
    }
}
