package io.bloop.processor;

import io.bloop.annotation.BloopCreator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds how objects of a class are made.
 *
 * <p>The constructor or method that is marked is taken; else the constructor without parameters where all members can be set
 * afterwards; else the constructor that takes most members, by name and type, and all those that cannot be set; else a
 * builder. An abstract class whose getters are members has a builder, or a static method in place of a constructor.
 */
final class CreationReader {

    private final ModelContext scope;
    private final TypeElement model;
    private final List<String> unsettable = new ArrayList<>();
    private final boolean hasHiddenGetter;
    private final CallCheck check;
    private final BuilderReader builders;

    private CreationReader(ModelContext scope) {
        this.scope = scope;
        this.model = scope.model();
        Map<String, TypeMirror> members = new LinkedHashMap<>();
        MemberReader.candidates(model).forEach((name, element) -> members.put(name, scope.valueOf(element)));
        MemberAccess access = new MemberAccess(scope);
        // mistakes in annotations are reported once, where the columns are read
        List<Member> columns = new MemberReader(scope.anew()).read();
        columns.stream()
                .filter(member -> !member.isComputed() && access.write(member).isEmpty())
                .map(Member::name)
                .forEach(unsettable::add);
        this.hasHiddenGetter = columns.stream()
                .anyMatch(member ->
                        Kotlin.hiddenGetter(member.name(), member.element()).isPresent());
        this.check = new CallCheck(scope, members);
        this.builders = new BuilderReader(scope, check, unsettable);
    }

    /** Returns how objects are made; {@link Creation#UNKNOWN} where there are mistakes. */
    static Creation of(ModelContext scope) {
        return scope.model().getKind() == ElementKind.RECORD
                ? Creation.ofRecord(scope.model())
                : new CreationReader(scope).find(false);
    }

    /** Reports what keeps objects from being made. */
    static void check(ModelContext scope) {
        if (scope.model().getKind() == ElementKind.RECORD) {
            marked(scope.model())
                    .forEach(one -> scope.error(
                            Spot.of(one),
                            scope.name()
                                    + " is a record, which is made by its own constructor; take @BloopCreator away."));
            return;
        }
        if (scope.model().getModifiers().contains(Modifier.PRIVATE)) {
            return;
        }
        Optional<String> waits = Lombok.pending(scope);
        if (waits.isPresent()) {
            scope.missing(
                    Spot.of(scope.model()),
                    scope.name() + " is marked with @" + waits.get()
                            + " of Lombok, which has not run; add Lombok to the "
                            + "annotation processors, or take the annotation away.");
        } else {
            new CreationReader(scope).find(true);
        }
    }

    private Creation find(boolean tell) {
        List<ExecutableElement> marked = marked(model);
        if (marked.size() > 1) {
            tell(
                    tell,
                    marked.get(1),
                    scope.name() + " has " + marked.size() + " constructors or static methods that are "
                            + "marked with @BloopCreator; keep one.");
            return Creation.UNKNOWN;
        }
        if (!marked.isEmpty()) {
            return marked(tell, marked.get(0));
        }
        return Properties.areMembers(model) ? ofProperties(tell) : ofClass(tell);
    }

    private Creation marked(boolean tell, ExecutableElement marked) {
        String problem = problem(marked);
        if (problem == null) {
            return Creation.by(marked);
        }
        Optional<Creation> builder = isStatic(marked) ? builders.find(Stream.of(marked)) : Optional.empty();
        if (builder.isEmpty()) {
            List<String> more = isStatic(marked) ? builders.problems(Stream.of(marked)) : List.of();
            tell(
                    tell,
                    marked,
                    more.isEmpty()
                            ? check.print(marked) + " is marked with @BloopCreator and " + problem
                                    + "; its parameters have to have the names and types of columns."
                            : check.print(marked) + " is marked with @BloopCreator and "
                                    + more.get(0).substring(check.print(marked).length() + 1)
                                    + "; add what is missing, or mark another.");
        }
        return builder.orElse(Creation.UNKNOWN);
    }

    private Creation ofClass(boolean tell) {
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(model.getEnclosedElements());
        boolean hasEmpty =
                constructors.stream().anyMatch(one -> one.getParameters().isEmpty() && problem(one) == null);
        List<ExecutableElement> fitting = constructors.stream()
                .filter(one -> !one.getParameters().isEmpty() && fits(one))
                .toList();
        if (hasEmpty && unsettable.isEmpty()) {
            return Creation.EMPTY;
        }
        Optional<Creation> builder = fitting.isEmpty() ? builders.find(BuilderReader.starts(model)) : Optional.empty();
        if (hasEmpty && fitting.isEmpty() && builder.isEmpty()) {
            return Creation.EMPTY;
        }
        List<ExecutableElement> best = most(fitting);
        if (best.size() == 1) {
            return Creation.by(best.get(0));
        }
        if (best.isEmpty() && builder.isEmpty()) {
            none(tell, constructors);
        } else if (!best.isEmpty()) {
            alike(tell, "constructors", best);
        }
        return builder.orElse(Creation.UNKNOWN);
    }

    private Creation ofProperties(boolean tell) {
        Optional<TypeElement> written = Immutables.areOf(model)
                ? Optional.ofNullable(scope.elements().getTypeElement(Immutables.written(scope)))
                : Optional.empty();
        if (Immutables.areOf(model) && written.isEmpty()) {
            notWritten(tell);
            return Creation.UNKNOWN;
        }
        List<TypeElement> owners =
                Stream.concat(Stream.of(model), written.stream()).toList();
        Optional<Creation> builder = builders.find(owners.stream().flatMap(BuilderReader::starts));
        if (builder.isPresent()) {
            return builder.get();
        }
        List<ExecutableElement> methods = owners.stream()
                .flatMap(owner -> ElementFilter.methodsIn(owner.getEnclosedElements()).stream())
                .filter(method ->
                        isStatic(method) && scope.types().isAssignable(method.getReturnType(), model.asType()))
                .toList();
        List<ExecutableElement> fitting = methods.stream().filter(this::fits).toList();
        List<ExecutableElement> own = fitting.stream()
                .filter(one -> model.equals(one.getEnclosingElement()))
                .toList();
        List<ExecutableElement> best = most(own.isEmpty() ? fitting : own);
        if (best.size() == 1) {
            return Creation.by(best.get(0));
        }
        if (!best.isEmpty()) {
            alike(tell, "static methods", best);
        } else {
            none(tell, methods);
        }
        return Creation.UNKNOWN;
    }

    /** Returns those that take most. */
    static List<ExecutableElement> most(List<ExecutableElement> fitting) {
        int most = fitting.stream()
                .mapToInt(one -> one.getParameters().size())
                .max()
                .orElse(0);
        return fitting.stream()
                .filter(one -> one.getParameters().size() == most)
                .toList();
    }

    /** Returns the constructors and methods of a class that are marked. */
    static List<ExecutableElement> marked(TypeElement type) {
        return Stream.concat(
                        ElementFilter.constructorsIn(type.getEnclosedElements()).stream(),
                        ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                .filter(one -> AnnotationUse.find(one, BloopCreator.class).isPresent())
                .toList();
    }

    private void alike(boolean tell, String what, List<ExecutableElement> best) {
        tell(
                tell,
                best.get(1),
                "The " + what + " " + best.stream().map(check::print).collect(Collectors.joining(" and "))
                        + " fit alike; mark the one to take with @BloopCreator.");
    }

    private void notWritten(boolean tell) {
        if (tell) {
            String name = Immutables.written(scope);
            scope.missing(
                    Spot.of(model),
                    scope.name() + " is marked with @Value.Immutable, and there is no "
                            + name.substring(name.lastIndexOf('.') + 1)
                            + "; add Immutables to the annotation processors, or mark a static method that makes its "
                            + "builder with @BloopCreator.");
        }
    }

    private void none(boolean tell, List<ExecutableElement> looked) {
        // a constructor that takes a value class is private because of it, which is told of the member
        if (!tell || hasHiddenGetter) {
            return;
        }
        if (Kotlin.isObject(model)) {
            scope.missing(
                    Spot.of(model),
                    scope.name() + " is an object of Kotlin, which cannot be made of what is stored; make it a class.");
            return;
        }
        boolean isAbstract = Properties.areMembers(model);
        String part = scope.role() == Role.MODEL ? "columns" : "members";
        Stream<TypeElement> owners = Stream.concat(
                Stream.of(model),
                isAbstract && Immutables.areOf(model)
                        ? Stream.ofNullable(scope.elements().getTypeElement(Immutables.written(scope)))
                        : Stream.of());
        List<String> built = builders.problems(owners.flatMap(BuilderReader::starts));
        String all = Stream.concat(looked.stream().map(one -> check.print(one) + " " + whyNot(one)), built.stream())
                .collect(Collectors.joining(", "));
        String what = (isAbstract ? "static method" : "constructor") + (built.isEmpty() ? "" : " or builder");
        String remedy = isAbstract
                ? "Add a static method whose parameters have the names and types of the " + part
                        + ", or a builder() with a method for each of them and build(), not private and without exceptions."
                : "Add one without parameters, or one whose parameters have the names and types of the " + part
                        + ", not private and without exceptions; "
                        + (built.isEmpty() ? "" : "give a builder a method for each of them and build(); ")
                        + "or make it a " + (Kotlin.wrote(model) ? "data class." : "record.");
        scope.missing(
                Spot.of(model),
                scope.name() + " has no " + what + " that " + scope.generated() + " could call"
                        + (all.isEmpty() ? "" : ": " + all) + ". " + remedy);
    }

    private String whyNot(ExecutableElement executable) {
        String problem = problem(executable);
        return problem != null ? problem : "leaves out " + left(executable) + ", which nothing else can set";
    }

    /** Tells whether a constructor or method can be called with members, all those that nothing else can set among them. */
    private boolean fits(ExecutableElement executable) {
        return problem(executable) == null && left(executable).isEmpty();
    }

    /** Returns the members that a constructor or method does not take and that cannot be set. */
    private List<String> left(ExecutableElement executable) {
        return unsettable.stream()
                .filter(name -> !Creation.by(executable).takes(name))
                .toList();
    }

    private static boolean isStatic(ExecutableElement executable) {
        return executable.getModifiers().contains(Modifier.STATIC);
    }

    /** Returns why a constructor or method cannot make objects of members, as the end of a sentence; null where it can. */
    private @Nullable String problem(ExecutableElement executable) {
        boolean isMethod = executable.getKind() == ElementKind.METHOD;
        if (isMethod && !isStatic(executable)) {
            return "is not static";
        }
        if (isMethod && !scope.types().isAssignable(executable.getReturnType(), model.asType())) {
            return "does not return a " + scope.name();
        }
        return check.problem(executable);
    }

    private void tell(boolean tell, Element place, String message) {
        if (tell) {
            scope.error(Spot.of(place), message);
        }
    }
}
