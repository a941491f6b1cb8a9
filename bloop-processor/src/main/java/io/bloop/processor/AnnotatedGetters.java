package io.bloop.processor;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Holds the annotated getters of a model's classes and interfaces, whose annotations are for the member of that name. */
final class AnnotatedGetters {

    private final ModelContext scope;
    private final List<Getter> getters = new ArrayList<>();
    private final Set<Getter> used = new HashSet<>();

    private record Getter(ExecutableElement method, TypeElement owner, ColumnAnnotations marks) {

        boolean isFor(String member) {
            return method.getParameters().isEmpty()
                    && AccessorNames.getters(member)
                            .contains(method.getSimpleName().toString());
        }
    }

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
            if (!marks.isEmpty()) {
                getters.add(new Getter(method, owner, marks));
            }
        }
    }

    /** Returns the annotations of a member: its own, then those of getters in classes, then those of interfaces. */
    ColumnAnnotations of(String member, Element element) {
        Map<Class<? extends Annotation>, AnnotationUse> merged =
                new LinkedHashMap<>(ColumnAnnotations.on(element).byType());
        Map<Class<? extends Annotation>, Getter> lent = new LinkedHashMap<>();
        for (Getter getter : getters) {
            if (getter.isFor(member)) {
                used.add(getter);
                getter.marks().byType().forEach((type, mark) -> {
                    AnnotationUse present = merged.putIfAbsent(type, mark);
                    if (present == null) {
                        lent.put(type, getter);
                    } else if (lent.containsKey(type)) {
                        agree(member, present, lent.get(type), mark, getter);
                    }
                });
            }
        }
        return new ColumnAnnotations(merged);
    }

    private void agree(String member, AnnotationUse present, Getter from, AnnotationUse other, Getter of) {
        boolean isOverride = scope.types().isSubtype(erased(from.owner()), erased(of.owner()))
                || !from.owner().getKind().isInterface();
        if (!isOverride && !present.toString().equals(other.toString())) {
            String message = scope.part(member) + " is given " + present + " by "
                    + from.owner().getSimpleName() + " and " + other + " by "
                    + of.owner().getSimpleName() + "; put the one that is meant on the member itself.";
            scope.error(Spot.of(scope.model()), message);
        }
    }

    private TypeMirror erased(TypeElement type) {
        return scope.types().erasure(type.asType());
    }

    /** Reports the annotated methods that are for no member. */
    void checkUse() {
        for (Getter getter : getters) {
            if (!used.contains(getter) && !scope.isAbstract()) {
                AnnotationUse mark = getter.marks().byType().values().iterator().next();
                String message = "The method " + getter.method().getSimpleName() + " of "
                        + getter.owner().getSimpleName() + " is marked with " + mark + ", and " + scope.name()
                        + " has no member of which it is the getter; add the member, or take the annotation away.";
                scope.error(Spot.of(mark), message);
            }
        }
    }
}
