package io.bloop.processor;

import io.bloop.annotation.BloopCreator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Knows the abstract classes and interfaces whose getters are members: those for which AutoValue or Immutables writes the
 * class of the objects, and those with a marked static method that makes the objects.
 */
final class Properties {

    private static final Set<String> OF_EVERY_OBJECT = Set.of("toString", "hashCode");

    private Properties() {}

    /** Tells whether the abstract getters of a class are its members, so that it has objects although it is abstract. */
    static boolean areMembers(TypeElement type) {
        return type.getModifiers().contains(Modifier.ABSTRACT) && (isWritten(type) || isMarked(type));
    }

    /** Tells whether another processor writes the class of the objects, whose properties take null only where they say so. */
    static boolean isWritten(TypeElement type) {
        return AnnotationUse.isNamed(type, "com.google.auto.value.AutoValue") || Immutables.areOf(type);
    }

    /** Tells whether a class is one that another processor wrote. */
    static boolean haveWritten(TypeElement type) {
        return Stream.concat(Hierarchy.classes(type).stream(), Hierarchy.interfaces(type).stream())
                .anyMatch(above -> !above.equals(type) && isWritten(above));
    }

    private static boolean isMarked(TypeElement type) {
        return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .anyMatch(method -> method.getModifiers().contains(Modifier.STATIC)
                        && AnnotationUse.find(method, BloopCreator.class).isPresent());
    }

    /** Returns the getters that are members of a class, by the name of the member; those of supertypes stand before its own. */
    static Map<String, Element> of(TypeElement type) {
        List<TypeElement> owners = new ArrayList<>(Hierarchy.interfaces(type));
        Collections.reverse(owners);
        owners.addAll(Hierarchy.classes(type));
        Map<String, Element> found = new LinkedHashMap<>();
        for (TypeElement owner : owners) {
            for (ExecutableElement method : ElementFilter.methodsIn(owner.getEnclosedElements())) {
                String name = AccessorNames.member(method);
                if (isProperty(method, type)) {
                    found.put(name, method);
                } else if (isOverride(method, found.get(name))) {
                    found.remove(name);
                }
            }
        }
        return found;
    }

    private static boolean isProperty(ExecutableElement method, TypeElement type) {
        boolean isOpen = method.getModifiers().contains(Modifier.ABSTRACT) || Immutables.isDefault(method);
        return isOpen
                && AnnotatedGetters.isGetter(method)
                && method.getTypeParameters().isEmpty()
                && !OF_EVERY_OBJECT.contains(method.getSimpleName().toString())
                && !isBuilder(method, type);
    }

    /** Tells whether a method returns a builder, as {@code toBuilder()} does. */
    private static boolean isBuilder(ExecutableElement method, TypeElement type) {
        return method.getReturnType().getKind() == TypeKind.DECLARED
                && BuilderReader.isNamedBuilder(
                        (TypeElement) ((DeclaredType) method.getReturnType()).asElement(), type);
    }

    private static boolean isOverride(ExecutableElement method, @Nullable Element overridden) {
        return overridden != null
                && method.getParameters().isEmpty()
                && method.getSimpleName().equals(overridden.getSimpleName());
    }
}
