package io.bloop.processor;

import io.bloop.annotation.Document;
import io.bloop.annotation.ItemCollection;
import io.bloop.annotation.Model;
import java.io.IOException;
import java.io.Writer;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/**
 * Writes the definition of each class and record that is annotated with {@link Model}, the type of each that is
 * annotated with {@link Document}, the projection of each that is annotated with {@link io.bloop.annotation.ProjectionOf}, the
 * definition of each that is annotated with {@link ItemCollection}, and the implementation of each interface that is annotated
 * with {@link io.bloop.annotation.BloopRepository}, or reports everything that prevents this. Reports annotations that have no
 * effect where they stand, on other classes too.
 *
 * <p>A class waits while a type that it needs is still to be written by others, or while a document or a model that it
 * holds waits. Not thread-safe, like all processors.
 *
 * @since 0.1.0
 */
public final class ModelProcessor extends AbstractProcessor {

    private final Sources sources = new Sources();
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> annotated = new LinkedHashSet<>();

    /** Creates a processor. The compiler calls this constructor. */
    public ModelProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Model.class.getPackageName() + ".*");
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
            boolean isRole = Arrays.stream(Role.values()).anyMatch(role -> role.isMarkedBy(annotation));
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                (isRole ? names : annotated).add(nameOfClass(element));
            }
        }
        for (Class<? extends Annotation> annotation : MemberPlacement.ANNOTATIONS) {
            round.getElementsAnnotatedWith(annotation).forEach(element -> checkPlace(element, annotation));
        }
        waiting.clear();
        known.addAll(names);
        process(names, round.processingOver());
        if (round.processingOver()) {
            checkOthers();
        }
        return false;
    }

    private void checkPlace(Element element, Class<? extends Annotation> annotation) {
        MemberPlacement.owner(element)
                .ifPresent(type -> safely(type, () -> {
                    ModelContext scope = context(type, Role.PROJECTION);
                    MemberPlacement.check(scope, element, annotation);
                    scope.problems().tell(processingEnv, type, sources, told);
                }));
    }

    private static String nameOfClass(Element element) {
        Element owner = element instanceof TypeElement ? element : element.getEnclosingElement();
        return owner instanceof TypeElement type ? type.getQualifiedName().toString() : "";
    }

    /** Checks the classes that have annotations and are no models, when all models are known that may inherit them. */
    private void checkOthers() {
        Set<TypeElement> inherited = known.stream()
                .flatMap(name ->
                        Stream.ofNullable(processingEnv.getElementUtils().getTypeElement(name)))
                .flatMap(type -> Stream.concat(Hierarchy.classes(type).stream(), Hierarchy.interfaces(type).stream()))
                .collect(Collectors.toSet());
        for (String name : annotated) {
            TypeElement type = known.contains(name)
                    ? null
                    : processingEnv.getElementUtils().getTypeElement(name);
            if (type != null) {
                safely(type, () -> {
                    ModelContext scope = context(type, Role.MODEL);
                    MisplacedAnnotations.check(scope, inherited.contains(type));
                    scope.problems().tell(processingEnv, type, sources, told);
                });
            }
        }
    }

    private ModelContext context(TypeElement type, Role role) {
        return new ModelContext(
                processingEnv.getElementUtils(),
                processingEnv.getTypeUtils(),
                type,
                role,
                new Problems(),
                sources,
                null);
    }

    private void process(Set<String> names, boolean isLast) {
        List<GeneratedClass> ready = new ArrayList<>();
        Set<String> unwritten = new HashSet<>();
        for (String name : names) {
            // the elements of an earlier round are stale
            TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
            for (Role role : Role.values()) {
                if (type != null && AnnotationUse.find(type, role.annotation()).isPresent()) {
                    safely(type, () -> read(type, role, isLast, ready, unwritten));
                }
            }
        }
        for (GeneratedClass one : ready) {
            safely(one.scope().model(), () -> finish(one, isLast, unwritten));
        }
    }

    /** A step of the work on one class. */
    private interface Step {
        void run() throws IOException;
    }

    private void safely(TypeElement type, Step step) {
        try {
            step.run();
        } catch (RuntimeException | LinkageError | IOException ex) {
            StackTraceElement[] trace = ex.getStackTrace();
            String at = trace.length == 0 ? "" : " at " + trace[0];
            String message = "The class for " + type.getSimpleName() + " cannot be written: " + ex + at + ".";
            processingEnv.getMessager().printMessage(Kind.ERROR, message, type);
        }
    }

    private void read(TypeElement type, Role role, boolean isLast, List<GeneratedClass> ready, Set<String> unwritten) {
        String name = type.getQualifiedName().toString();
        if (!Completeness.isComplete(type)) {
            // in the last round the compiler itself reports what is missing
            waiting.add(name);
            unwritten.add(name);
            return;
        }
        ModelContext scope = context(type, role);
        GeneratedClass generated = GeneratedClass.read(scope);
        boolean mayPass = scope.problems().mayPass();
        if (mayPass) {
            // a class that is written in the last round comes too late for the compiler
            unwritten.add(name);
        }
        if (mayPass && !isLast) {
            waiting.add(name);
        } else {
            ready.add(generated);
        }
    }

    private void finish(GeneratedClass generated, boolean isLast, Set<String> unwritten) throws IOException {
        ModelContext scope = generated.scope();
        boolean lacksOther = generated.needs().stream().anyMatch(unwritten::contains);
        if (lacksOther && !isLast) {
            waiting.add(scope.model().getQualifiedName().toString());
            return;
        }
        if (!lacksOther && !scope.problems().mayPass()) {
            String source = generated.source();
            if (!source.isEmpty()) {
                write(scope, source);
            }
        }
        scope.problems().tell(processingEnv, scope.model(), sources, told);
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
            String message = name + ", the " + scope.role().generated() + " of "
                    + scope.name() + ", exists already; rename one of the two, or take "
                    + scope.role().mark() + " away.";
            scope.error(Spot.of(scope.model()), message);
        }
    }
}
