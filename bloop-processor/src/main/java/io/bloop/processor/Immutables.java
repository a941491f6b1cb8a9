package io.bloop.processor;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Knows the classes that Immutables writes. */
final class Immutables {

    private static final String VALUE = "org.immutables.value.Value.";
    private static final String ABSTRACT = "Abstract";

    private Immutables() {}

    /** Tells whether Immutables writes the class of a type's objects. */
    static boolean areOf(TypeElement type) {
        return AnnotationUse.isNamed(type, VALUE + "Immutable");
    }

    /** Tells whether a method is a property although it has a body, which gives the value where none is set. */
    static boolean isDefault(ExecutableElement method) {
        return AnnotationUse.isNamed(method, VALUE + "Default");
    }

    /** Returns the qualified name of the class that is written for a type. */
    static String written(ModelContext scope) {
        TypeElement type = scope.model();
        String pattern =
                style(type).flatMap(style -> style.text("typeImmutable")).orElse("Immutable*");
        TypeElement outer = type.getEnclosingElement() instanceof TypeElement owner ? owner : null;
        String owner = scope.packageName();
        if (outer != null && AnnotationUse.isNamed(outer, VALUE + "Enclosing")) {
            String enclosing = "Immutable" + outer.getSimpleName() + "." + type.getSimpleName();
            return owner.isEmpty() ? enclosing : owner + "." + enclosing;
        }
        String name = type.getSimpleName().toString();
        boolean isPrefixed = name.startsWith(ABSTRACT) && name.length() > ABSTRACT.length();
        String written = pattern.replace("*", isPrefixed ? name.substring(ABSTRACT.length()) : name);
        return owner.isEmpty() ? written : owner + "." + written;
    }

    /** Returns the style of a type: its own, or that of a class around it or of its package, perhaps by another annotation. */
    private static Optional<AnnotationUse> style(TypeElement type) {
        return Stream.<@Nullable Element>iterate(type, Objects::nonNull, Element::getEnclosingElement)
                .filter(Objects::nonNull)
                .flatMap(element -> element.getAnnotationMirrors().stream())
                .flatMap(mirror -> style(mirror).stream())
                .findFirst();
    }

    private static Optional<AnnotationUse> style(AnnotationMirror mirror) {
        Element annotation = mirror.getAnnotationType().asElement();
        return isStyle(mirror)
                ? Optional.of(new AnnotationUse(annotation, mirror))
                : annotation.getAnnotationMirrors().stream()
                        .filter(Immutables::isStyle)
                        .map(style -> new AnnotationUse(annotation, style))
                        .findFirst();
    }

    private static boolean isStyle(AnnotationMirror mirror) {
        return AnnotationUse.name(mirror).contentEquals(VALUE + "Style");
    }
}
