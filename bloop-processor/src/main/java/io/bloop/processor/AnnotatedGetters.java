package io.bloop.processor;

import io.bloop.annotation.Computed;
import io.bloop.annotation.Ignored;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Holds the annotated getters of a model's classes and interfaces, whose annotations are for the member of that name. */
final class AnnotatedGetters {

    private final ModelContext scope;
    private final List<Getter> getters = new ArrayList<>();
    private final Set<Getter> used = new HashSet<>();

    private record Getter(ExecutableElement method, TypeElement owner, ColumnAnnotations marks) {

        boolean isFor(String member) {
            return AccessorNames.getters(member).contains(Kotlin.name(method));
        }
    }

    /** Where a member has annotations: a field or a getter. */
    private record Source(Element element, Element owner, ColumnAnnotations marks) {}

    AnnotatedGetters(ModelContext scope) {
        this.scope = scope;
        List<TypeElement> classes = Hierarchy.classes(scope.model());
        for (int i = classes.size() - 1; i >= 0; i--) {
            add(classes.get(i));
        }
        Hierarchy.interfaces(scope.model()).forEach(this::add);
    }

    private void add(TypeElement owner) {
        for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
            ColumnAnnotations marks = ColumnAnnotations.on(method);
            if (!marks.isEmpty() && isGetter(method)) {
                getters.add(new Getter(method, owner, marks));
            } else if (!marks.isEmpty()) {
                AnnotationUse mark = marks.first();
                scope.error(Spot.of(mark), noGetter(method, mark));
            }
        }
    }

    /** Tells whether a method can be a getter, whatever its name. */
    static boolean isGetter(ExecutableElement method) {
        return method.getParameters().isEmpty()
                && !method.getModifiers().contains(Modifier.STATIC)
                && method.getReturnType().getKind() != TypeKind.VOID;
    }

    /** Signals that a method with an annotation is no getter. */
    static String noGetter(ExecutableElement method, AnnotationUse mark) {
        return "The method " + method.getSimpleName() + " of "
                + owner(method).getSimpleName() + " is marked with " + mark
                + " and is no getter; put the annotation on the field or its getter.";
    }

    /** Returns the annotations of a member; of those of one type the nearest to the model counts. */
    ColumnAnnotations of(String member, Element element) {
        List<Source> sources = sources(member, element);
        Map<Class<? extends Annotation>, AnnotationUse> merged = new LinkedHashMap<>();
        Map<Class<? extends Annotation>, Source> from = new LinkedHashMap<>();
        for (Source source : sources) {
            source.marks().byType().forEach((type, mark) -> {
                AnnotationUse present = merged.putIfAbsent(type, mark);
                if (present == null) {
                    from.put(type, source);
                } else if (!present.toString().equals(mark.toString())) {
                    disagree(member, present, Objects.requireNonNull(from.get(type)), mark, source);
                }
            });
        }
        if (merged.containsKey(Ignored.class)) {
            checkIgnored(member, sources, Objects.requireNonNull(from.get(Ignored.class)));
        }
        return new ColumnAnnotations(merged);
    }

    /** Returns where a member has annotations, the nearest to the model first: in a class its field before its getter. */
    private List<Source> sources(String member, Element element) {
        List<Source> sources = new ArrayList<>();
        Source own = new Source(element, owner(element), ColumnAnnotations.on(element));
        for (Getter getter : getters) {
            if (getter.isFor(member)) {
                used.add(getter);
                if (!sources.contains(own) && !isBelow(getter.owner(), own.owner())) {
                    sources.add(own);
                }
                sources.add(new Source(getter.method(), getter.owner(), getter.marks()));
            }
        }
        if (!sources.contains(own)) {
            sources.add(own);
        }
        return sources;
    }

    private boolean isBelow(Element type, Element other) {
        return !type.equals(other) && scope.types().isSubtype(erased(type), erased(other));
    }

    private void disagree(String member, AnnotationUse present, Source from, AnnotationUse other, Source of) {
        if (from.owner().equals(of.owner())) {
            scope.error(
                    Spot.of(other),
                    scope.part(member) + " is given " + present + " by " + describe(from) + " and " + other + " by "
                            + describe(of) + " of " + of.owner().getSimpleName() + "; keep one.");
            return;
        }
        boolean isOverride =
                isBelow(from.owner(), of.owner()) || !from.owner().getKind().isInterface();
        if (!isOverride) {
            String message = scope.part(member) + " is given " + present + " by "
                    + from.owner().getSimpleName() + " and " + other + " by "
                    + of.owner().getSimpleName() + "; put the one that is meant on the member itself.";
            scope.error(Spot.of(scope.model()), message);
        }
    }

    private static String describe(Source source) {
        return source.element() instanceof ExecutableElement method
                ? "the getter " + method.getSimpleName()
                : "the field";
    }

    /** Reports annotations that say more of a member which is left out there. */
    private void checkIgnored(String member, List<Source> sources, Source ignored) {
        for (Source source : sources) {
            boolean isFarther = !source.owner().equals(ignored.owner()) && !isBelow(source.owner(), ignored.owner());
            if (!isFarther) {
                source.marks()
                        .other(Ignored.class)
                        .ifPresent(mark -> scope.error(Spot.of(mark), leftOut(member, "@Ignored", mark)));
            }
        }
    }

    /** Signals that an annotated member is no column. */
    static String leftOut(String member, String why, AnnotationUse mark) {
        return "'" + member + "' is " + why + " and so no column, and is marked with " + mark
                + "; take one of the two away.";
    }

    private static Element owner(Element member) {
        return Objects.requireNonNull(member.getEnclosingElement());
    }

    private TypeMirror erased(Element type) {
        return scope.types().erasure(type.asType());
    }

    /** Returns the columns that are getters without a field; of those of one name the nearest to the model counts. */
    List<Member> computed() {
        Map<String, Member> computed = new LinkedHashMap<>();
        for (Getter getter : getters) {
            Optional<AnnotationUse> mark = getter.marks().get(Computed.class);
            if (mark.isEmpty() || used.contains(getter)) {
                continue;
            }
            used.add(getter);
            String name = AccessorNames.member(getter.method());
            TypeMirror type = ((ExecutableType) scope.typeOf(getter.method())).getReturnType();
            computed.putIfAbsent(name, new Member(name, type, getter.method(), getter.marks()));
            if (scope.role() == Role.DOCUMENT) {
                scope.error(
                        Spot.of(mark.get()),
                        scope.part(name) + " is marked with @Computed, which only a column of a model can be; take the "
                                + "annotation away.");
            } else if (!scope.isAccessible(getter.method())
                    || !getter.method().getThrownTypes().isEmpty()) {
                scope.error(
                        Spot.of(mark.get()),
                        scope.part(name) + " is computed by a getter that " + scope.generated()
                                + " cannot call; make it package-private or wider, without exceptions.");
            }
        }
        return List.copyOf(computed.values());
    }

    /** Reports the annotated methods that are for no member. */
    void checkUse() {
        for (Getter getter : getters) {
            if (!used.contains(getter) && !scope.isAbstract()) {
                AnnotationUse mark = getter.marks().first();
                String message = "The method " + getter.method().getSimpleName() + " of "
                        + getter.owner().getSimpleName() + " is marked with " + mark + ", and " + scope.name()
                        + " has no member of which it is the getter; add the member, or take the annotation away.";
                scope.error(Spot.of(mark), message);
            }
        }
    }
}
