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
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds how objects of a class are made.
 *
 * <p>The one that is marked is taken; else the constructor without parameters where all members can be set afterwards; else
 * the one that takes most members, by name and type, and all those that cannot be set.
 */
final class CreationReader {

    private final ModelContext scope;
    private final TypeElement model;
    private final Map<String, TypeMirror> members = new LinkedHashMap<>();
    private final List<String> unsettable = new ArrayList<>();

    private CreationReader(ModelContext scope) {
        this.scope = scope;
        this.model = scope.model();
        MemberReader.candidates(model).forEach((name, element) -> members.put(name, scope.typeOf(element)));
        MemberAccess access = new MemberAccess(scope);
        // what is wrong with annotations is told once, where the columns are read
        new MemberReader(scope.anew())
                .read().stream()
                        .filter(member ->
                                !member.isComputed() && access.write(member).isEmpty())
                        .map(Member::name)
                        .forEach(unsettable::add);
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
            String problem = problem(marked.get(0));
            if (problem != null) {
                tell(
                        tell,
                        marked.get(0),
                        print(marked.get(0)) + " is marked with @BloopCreator and " + problem
                                + "; its parameters have to have the names and types of columns.");
                return Creation.UNKNOWN;
            }
            return Creation.by(marked.get(0));
        }
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(model.getEnclosedElements());
        boolean hasEmpty =
                constructors.stream().anyMatch(one -> one.getParameters().isEmpty() && problem(one) == null);
        List<ExecutableElement> fitting = constructors.stream()
                .filter(one -> !one.getParameters().isEmpty()
                        && problem(one) == null
                        && left(one).isEmpty())
                .toList();
        if (hasEmpty && (unsettable.isEmpty() || fitting.isEmpty())) {
            return Creation.EMPTY;
        }
        int most = fitting.stream()
                .mapToInt(one -> one.getParameters().size())
                .max()
                .orElse(0);
        List<ExecutableElement> best = fitting.stream()
                .filter(one -> one.getParameters().size() == most)
                .toList();
        if (best.size() == 1) {
            return Creation.by(best.get(0));
        }
        if (best.isEmpty()) {
            none(tell, constructors);
        } else {
            tell(
                    tell,
                    best.get(1),
                    "The constructors "
                            + best.stream().map(this::print).collect(Collectors.joining(" and "))
                            + " fit alike; mark the one to take with @BloopCreator.");
        }
        return Creation.UNKNOWN;
    }

    /** Returns the constructors and methods of a class that are marked. */
    static List<ExecutableElement> marked(TypeElement type) {
        return Stream.concat(
                        ElementFilter.constructorsIn(type.getEnclosedElements()).stream(),
                        ElementFilter.methodsIn(type.getEnclosedElements()).stream())
                .filter(one -> AnnotationUse.find(one, BloopCreator.class).isPresent())
                .toList();
    }

    private void none(boolean tell, List<ExecutableElement> constructors) {
        String looked =
                constructors.stream().map(one -> print(one) + " " + whyNot(one)).collect(Collectors.joining(", "));
        if (tell) {
            scope.missing(
                    Spot.of(model),
                    scope.name() + " has no constructor that " + scope.generated() + " could call: " + looked
                            + ". Add one without parameters, or one whose parameters have the names and types of the "
                            + (scope.role() == Role.MODEL ? "columns" : "members")
                            + ", not private and without exceptions; or make it a record.");
        }
    }

    private String whyNot(ExecutableElement constructor) {
        String problem = problem(constructor);
        return problem != null ? problem : "leaves out " + left(constructor) + ", which nothing else can set";
    }

    /** Returns the members that a constructor does not take and that cannot be set. */
    private List<String> left(ExecutableElement constructor) {
        return unsettable.stream()
                .filter(name -> !Creation.by(constructor).takes(name))
                .toList();
    }

    /** Returns why a constructor or method cannot be called with members, as the end of a sentence; null where it can. */
    private @Nullable String problem(ExecutableElement executable) {
        boolean isMethod = executable.getKind() == ElementKind.METHOD;
        if (isMethod && !executable.getModifiers().contains(Modifier.STATIC)) {
            return "is not static";
        }
        if (isMethod && !scope.types().isAssignable(executable.getReturnType(), model.asType())) {
            return "does not return a " + scope.name();
        }
        if (!scope.isOpen(executable)) {
            return executable.getModifiers().contains(Modifier.PRIVATE) ? "is private" : "is out of reach";
        }
        if (!executable.getThrownTypes().isEmpty()) {
            return "declares exceptions";
        }
        for (VariableElement parameter : executable.getParameters()) {
            String name = parameter.getSimpleName().toString();
            TypeMirror member = members.get(name);
            if (member == null) {
                return "takes '" + name + "', which is no " + scope.role().word();
            }
            if (!fits(member, parameter.asType())) {
                return "takes '" + name + "' as " + TypeNames.simple(parameter.asType()) + ", which is a "
                        + TypeNames.simple(member);
            }
        }
        return null;
    }

    private boolean fits(TypeMirror member, TypeMirror parameter) {
        return scope.types().isAssignable(member, parameter)
                && (!parameter.getKind().isPrimitive() || member.getKind().isPrimitive());
    }

    private String print(ExecutableElement executable) {
        String name = executable.getKind() == ElementKind.CONSTRUCTOR
                ? scope.name()
                : executable.getSimpleName().toString();
        return executable.getParameters().stream()
                .map(parameter -> TypeNames.simple(parameter.asType()))
                .collect(Collectors.joining(", ", name + "(", ")"));
    }

    private void tell(boolean tell, Element place, String message) {
        if (tell) {
            scope.error(Spot.of(place), message);
        }
    }
}
