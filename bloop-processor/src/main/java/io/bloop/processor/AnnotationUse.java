package io.bloop.processor;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * An annotation on an element, with its explicit values.
 *
 * @param element what it is on
 * @param mirror the annotation
 * @param repeat its place among the annotations of its type on the element, or {@link #SINGLE}
 */
record AnnotationUse(Element element, AnnotationMirror mirror, int repeat) {

    static final int SINGLE = -1;

    AnnotationUse(Element element, AnnotationMirror mirror) {
        this(element, mirror, SINGLE);
    }

    static Optional<AnnotationUse> find(Element element, Class<? extends Annotation> type) {
        return find(element, canonicalName(type));
    }

    /** Returns the annotation of an element that has a qualified name, such as one of another library. */
    static Optional<AnnotationUse> find(Element element, String qualifiedName) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> name(mirror).contentEquals(qualifiedName))
                .map(mirror -> new AnnotationUse(element, mirror))
                .findFirst();
    }

    /** Returns the annotation of a class, or that of the nearest superclass, or else of an interface. */
    static Optional<AnnotationUse> inherited(TypeElement model, Class<? extends Annotation> type) {
        List<TypeElement> classes = new ArrayList<>(Hierarchy.classes(model));
        Collections.reverse(classes);
        return Stream.concat(classes.stream(), Hierarchy.interfaces(model).stream())
                .flatMap(each -> find(each, type).stream())
                .findFirst();
    }

    /** Returns all annotations of a repeatable type on an element. */
    static List<AnnotationUse> all(
            Element element, Class<? extends Annotation> type, Class<? extends Annotation> container) {
        List<AnnotationUse> found = new ArrayList<>();
        find(element, type).ifPresent(found::add);
        find(element, container).ifPresent(several -> {
            for (AnnotationValue contained : several.elements("value")) {
                found.add(new AnnotationUse(element, (AnnotationMirror) contained.getValue(), found.size()));
            }
        });
        return found;
    }

    /** Tells whether an element has an annotation of another library. */
    static boolean isNamed(Element element, String qualifiedName) {
        return find(element, qualifiedName).isPresent();
    }

    static Name name(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName();
    }

    private static String canonicalName(Class<?> type) {
        return type.getName().replace('$', '.');
    }

    boolean is(Class<? extends Annotation> type) {
        return name(mirror).contentEquals(canonicalName(type));
    }

    Optional<AnnotationValue> value(String member) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(member)) {
                return Optional.of(entry.getValue());
            }
        }
        return Optional.empty();
    }

    <V> Optional<V> value(String member, Class<V> type) {
        return value(member)
                .map(AnnotationValue::getValue)
                .filter(type::isInstance)
                .map(type::cast);
    }

    Optional<String> text(String member) {
        return value(member, String.class);
    }

    Optional<Long> number(String member) {
        return value(member, Long.class);
    }

    Optional<TypeMirror> type(String member) {
        return value(member, TypeMirror.class);
    }

    Optional<String> constant(String member) {
        return value(member, VariableElement.class)
                .map(constant -> constant.getSimpleName().toString());
    }

    List<AnnotationValue> elements(String member) {
        return value(member)
                .map(AnnotationValue::getValue)
                .filter(List.class::isInstance)
                .map(values -> ((List<?>) values)
                        .stream().map(AnnotationValue.class::cast).toList())
                .orElse(List.of());
    }

    /** Returns the classes of a member that names several. */
    List<TypeElement> classes(String member) {
        return elements(member).stream()
                .map(AnnotationValue::getValue)
                .filter(DeclaredType.class::isInstance)
                .map(type -> (TypeElement) ((DeclaredType) type).asElement())
                .toList();
    }

    /** Returns the texts of a member that has one or several. */
    List<String> texts(String member) {
        return text(member)
                .map(List::of)
                .orElseGet(() -> elements(member).stream()
                        .map(value -> String.valueOf(value.getValue()))
                        .toList());
    }

    /** Returns the annotation as it is written, with simple names. */
    @Override
    public String toString() {
        String values = mirror.getElementValues().isEmpty()
                ? ""
                : mirror.toString().substring(mirror.toString().indexOf('('));
        return "@" + mirror.getAnnotationType().asElement().getSimpleName() + values;
    }
}
