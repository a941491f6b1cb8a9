package io.bloop.processor;

import io.bloop.annotation.BloopCreator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the builders of a class.
 *
 * <p>A builder is made by a static method of the class, or by a constructor of a class inside of it. It has a method for each
 * member, and one without parameters that returns the object.
 */
final class BuilderReader {

    private static final String BUILD = "build";
    private static final String OF_AUTO_VALUE = "com.google.auto.value.AutoValue.Builder";
    private static final Set<String> NAMES = Set.of("builder", "newBuilder");

    private final ModelContext scope;
    private final CallCheck check;
    private final List<String> needed;

    /**
     * Creates a reader.
     *
     * @param needed the members that nothing else can set
     */
    BuilderReader(ModelContext scope, CallCheck check, List<String> needed) {
        this.scope = scope;
        this.check = check;
        this.needed = needed;
    }

    /**
     * A constructor or static method that makes a builder.
     *
     * @param type the class of the builder
     * @param methods its methods
     */
    private record Candidate(ExecutableElement start, DeclaredType type, List<ExecutableElement> methods) {}

    /** Tells whether a class is a builder of another one, by what it says itself. */
    static boolean isNamedBuilder(TypeElement type, TypeElement model) {
        return AnnotationUse.isNamed(type, OF_AUTO_VALUE)
                || ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .anyMatch(method -> method.getSimpleName().contentEquals(BUILD)
                                && method.getParameters().isEmpty()
                                && method.getReturnType() instanceof DeclaredType built
                                && built.asElement().equals(model));
    }

    /** Returns the first builder that can make objects with all their values. */
    Optional<Creation> find(Stream<ExecutableElement> starts) {
        return starts.flatMap(start -> candidate(start).stream())
                .filter(candidate -> problem(candidate) == null)
                .map(this::creation)
                .findFirst();
    }

    /** Returns what keeps each builder from it, as parts of a sentence. */
    List<String> problems(Stream<ExecutableElement> starts) {
        return starts.flatMap(start -> candidate(start).stream())
                .map(candidate -> check.print(candidate.start()) + " " + problem(candidate))
                .toList();
    }

    /** Returns the static methods of a class, and the constructors of the classes in it, that may make builders. */
    static Stream<ExecutableElement> starts(TypeElement type) {
        List<TypeElement> nested = ElementFilter.typesIn(type.getEnclosedElements()).stream()
                .filter(inner -> inner.getKind() == ElementKind.CLASS
                        && inner.getModifiers().contains(Modifier.STATIC)
                        && !inner.getModifiers().contains(Modifier.ABSTRACT))
                .toList();
        return Stream.concat(
                ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                        .filter(method -> method.getModifiers().contains(Modifier.STATIC)),
                nested.stream().flatMap(inner -> ElementFilter.constructorsIn(inner.getEnclosedElements()).stream()));
    }

    private Optional<Candidate> candidate(ExecutableElement start) {
        boolean isConstructor = start.getKind() == ElementKind.CONSTRUCTOR;
        TypeMirror made = isConstructor
                ? Objects.requireNonNull(start.getEnclosingElement()).asType()
                : start.getReturnType();
        if (!(made instanceof DeclaredType) || scope.types().isAssignable(made, scope.type())) {
            return Optional.empty();
        }
        DeclaredType type = (DeclaredType) scope.types().capture(made);
        TypeElement element = (TypeElement) type.asElement();
        Candidate candidate = new Candidate(
                start,
                type,
                ElementFilter.methodsIn(scope.elements().getAllMembers(element)).stream()
                        .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
                        .toList());
        String name = isConstructor ? "" : start.getSimpleName().toString();
        boolean isBuilder = NAMES.contains(name)
                || element.getSimpleName().contentEquals("Builder")
                || builds(candidate)
                        .anyMatch(method ->
                                isMarked(start) || method.getSimpleName().contentEquals(BUILD));
        return isBuilder ? Optional.of(candidate) : Optional.empty();
    }

    private static boolean isMarked(ExecutableElement start) {
        return AnnotationUse.find(start, BloopCreator.class).isPresent();
    }

    private Stream<ExecutableElement> builds(Candidate candidate) {
        return candidate.methods().stream()
                .filter(method -> method.getParameters().isEmpty()
                        && scope.types().isAssignable(returned(candidate, method), scope.type()));
    }

    private TypeMirror returned(Candidate candidate, ExecutableElement method) {
        return ((ExecutableType) scope.types().asMemberOf(candidate.type(), method)).getReturnType();
    }

    /** Returns the method that makes the object: the one that is named so, or the only one. */
    private Optional<ExecutableElement> build(Candidate candidate) {
        List<ExecutableElement> all = builds(candidate).toList();
        return all.stream()
                .filter(method -> method.getSimpleName().contentEquals(BUILD))
                .findFirst()
                .or(() -> all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty());
    }

    private @Nullable String problem(Candidate candidate) {
        String start = check.problem(candidate.start());
        if (start != null) {
            return start;
        }
        TypeElement element = (TypeElement) candidate.type().asElement();
        String type = element.getSimpleName().toString();
        Optional<ExecutableElement> build = build(candidate);
        String subject = "makes a " + type;
        if (build.isEmpty()) {
            return subject + " without a method build() that returns a " + scope.name();
        }
        if (!scope.isAccessible(element)) {
            return subject + ", which is out of reach";
        }
        String closed = check.closed(build.get());
        if (closed != null) {
            return subject + " of which " + build.get().getSimpleName() + "() " + closed;
        }
        Building building = building(candidate);
        List<String> lacking = needed.stream()
                .filter(name -> !Creation.by(candidate.start()).takes(name)
                        && building.setter(name).isEmpty())
                .toList();
        return lacking.isEmpty() ? null : subject + " without a method for " + described(candidate, lacking);
    }

    /** Names members with their types, and what is there for them and does not fit. */
    private String described(Candidate candidate, List<String> members) {
        List<String> all = new ArrayList<>();
        for (String name : members) {
            TypeMirror type = Objects.requireNonNull(check.members().get(name));
            String other = named(candidate, name)
                    .findFirst()
                    .map(method -> " (" + check.print(method) + " "
                            + Objects.requireNonNullElse(check.closed(method), "takes no " + TypeNames.simple(type))
                            + ")")
                    .orElse("");
            all.add(TypeNames.simple(type) + " " + name + other);
        }
        return String.join(", ", all);
    }

    private Creation creation(Candidate candidate) {
        return Creation.by(candidate.start()).with(building(candidate));
    }

    private Building building(Candidate candidate) {
        List<Building.Setter> setters = new ArrayList<>();
        Creation start = Creation.by(candidate.start());
        check.members().forEach((name, type) -> {
            if (!start.takes(name)) {
                setter(candidate, name, type).ifPresent(setters::add);
            }
        });
        return new Building(
                setters,
                build(candidate)
                        .map(method -> method.getSimpleName().toString())
                        .orElse(BUILD));
    }

    /** Returns the methods with one parameter that are named after a member. */
    private Stream<ExecutableElement> named(Candidate candidate, String member) {
        Set<String> names = new LinkedHashSet<>(List.of(member));
        names.addAll(AccessorNames.setters(member));
        names.add("with" + AccessorNames.capital(member));
        Element property = MemberReader.candidates(scope.model()).get(member);
        if (property != null) {
            // a method that another processor names after the whole getter
            names.add(property.getSimpleName().toString());
        }
        return names.stream()
                .flatMap(name -> candidate.methods().stream()
                        .filter(method -> method.getSimpleName().contentEquals(name)
                                && method.getParameters().size() == 1));
    }

    private Optional<Building.Setter> setter(Candidate candidate, String member, TypeMirror type) {
        List<ExecutableElement> open = named(candidate, member)
                .filter(method -> check.closed(method) == null)
                .toList();
        Optional<Building.Setter> whole = open.stream()
                .filter(method -> check.fits(type, parameter(candidate, method)))
                .findFirst()
                .map(method -> setter(candidate, member, method, given(member, type)));
        return whole.or(() -> TypeNames.held(type)
                .flatMap(held -> open.stream()
                        .filter(method -> scope.types().isAssignable(held, parameter(candidate, method)))
                        .findFirst()
                        .map(method -> setter(candidate, member, method, Building.Given.IF_PRESENT))));
    }

    private Building.Given given(String member, TypeMirror type) {
        boolean hasOwn = MemberReader.candidates(scope.model()).get(member) instanceof ExecutableElement getter
                && Immutables.isDefault(getter);
        boolean mayBeAbsent =
                !type.getKind().isPrimitive() && TypeNames.held(type).isEmpty();
        return hasOwn && mayBeAbsent ? Building.Given.UNLESS_ABSENT : Building.Given.ALWAYS;
    }

    private TypeMirror parameter(Candidate candidate, ExecutableElement method) {
        return ((ExecutableType) scope.types().asMemberOf(candidate.type(), method))
                .getParameterTypes()
                .get(0);
    }

    private Building.Setter setter(Candidate candidate, String member, ExecutableElement method, Building.Given given) {
        TypeMirror returned = returned(candidate, method);
        boolean isFluent = returned.getKind() != TypeKind.VOID
                && scope.types().isAssignable(returned, scope.types().erasure(candidate.type()));
        Creation.Parameter parameter = new Creation.Parameter(
                member, parameter(candidate, method), method.getParameters().get(0));
        return new Building.Setter(parameter, method.getSimpleName().toString(), given, isFluent);
    }
}
