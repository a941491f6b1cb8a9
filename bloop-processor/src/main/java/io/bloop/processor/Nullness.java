package io.bloop.processor;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Tells which types may be null, by the annotations of JSpecify and of the Kotlin compiler. */
final class Nullness {

    private static final Set<String> NON_NULL =
            Set.of("org.jspecify.annotations.NonNull", "org.jetbrains.annotations.NotNull");

    /** The simple names of annotations that many libraries have. */
    private static final Set<String> NULLABLE = Set.of("Nullable", "CheckForNull");

    private static final String MARKED = "org.jspecify.annotations.NullMarked";
    private static final String UNMARKED = "org.jspecify.annotations.NullUnmarked";

    private Nullness() {}

    /**
     * Tells whether a parameter or a component says that it takes no null.
     *
     * @param member the field or getter that it is for, which may say that it can be null
     * @param isStrict whether null is refused where nothing else is said
     */
    static boolean refusesNull(Element parameter, Element member, boolean isStrict) {
        TypeKind kind = parameter.asType().getKind();
        if (kind.isPrimitive() || kind == TypeKind.TYPEVAR) {
            return false;
        }
        return !takesNull(parameter, member)
                && (isStrict
                        || marks(parameter, member).anyMatch(mark -> NON_NULL.contains(name(mark)))
                        || isMarked(parameter));
    }

    /** Tells whether a parameter or a component, or the field that it is for, says that it can be null. */
    static boolean takesNull(Element parameter, Element member) {
        return marks(parameter, member).anyMatch(mark -> NULLABLE.contains(simpleName(mark)));
    }

    private static Stream<AnnotationMirror> marks(Element parameter, Element member) {
        return Stream.of(parameter, member)
                .flatMap(Nullness::withAccessor)
                .flatMap(element ->
                        Stream.of(element.getAnnotationMirrors(), type(element).getAnnotationMirrors()))
                .<AnnotationMirror>flatMap(List::stream);
    }

    /** Returns an element, and the accessor of a component, which has annotations too that are on the component. */
    private static Stream<Element> withAccessor(Element element) {
        return element instanceof RecordComponentElement component
                ? Stream.of(component, component.getAccessor())
                : Stream.of(element);
    }

    private static TypeMirror type(Element element) {
        return element instanceof ExecutableElement method ? method.getReturnType() : element.asType();
    }

    /** Tells whether types without an annotation are not null at a place. */
    private static boolean isMarked(Element element) {
        for (@Nullable Element next = element; next != null; next = next.getEnclosingElement()) {
            List<String> names =
                    next.getAnnotationMirrors().stream().map(Nullness::name).toList();
            if (names.contains(MARKED) || names.contains(UNMARKED)) {
                return names.contains(MARKED);
            }
        }
        return false;
    }

    private static String name(AnnotationMirror mark) {
        return ((TypeElement) mark.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    private static String simpleName(AnnotationMirror mark) {
        return mark.getAnnotationType().asElement().getSimpleName().toString();
    }
}
