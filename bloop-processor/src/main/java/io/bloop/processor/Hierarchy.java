package io.bloop.processor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Walks the supertypes of a model. */
final class Hierarchy {

    private Hierarchy() {}

    /** Returns a class and its superclasses, the topmost first, without those of the platform. */
    static List<TypeElement> classes(TypeElement model) {
        List<TypeElement> classes = new ArrayList<>();
        TypeElement next = model;
        while (next != null && !isOfPlatform(next)) {
            classes.add(next);
            next = next.getSuperclass() instanceof DeclaredType superclass
                    ? (TypeElement) superclass.asElement()
                    : null;
        }
        Collections.reverse(classes);
        return classes;
    }

    /** Tells whether a class has no objects of its own, whoever writes their class. */
    static boolean isAbstract(TypeElement type) {
        return type.getModifiers().contains(Modifier.ABSTRACT) && !Properties.areMembers(type);
    }

    /** Returns the classes that a sealed class or interface permits, in Kotlin too; none where it is not sealed. */
    static List<TypeElement> permitted(TypeElement type) {
        List<? extends TypeMirror> permitted = type.getPermittedSubclasses();
        return permitted.isEmpty()
                ? Kotlin.permitted(type)
                : permitted.stream()
                        .filter(DeclaredType.class::isInstance)
                        .map(subtype -> (TypeElement) ((DeclaredType) subtype).asElement())
                        .toList();
    }

    static boolean isOfPlatform(TypeElement type) {
        return type.getQualifiedName().toString().startsWith("java.");
    }

    /** Returns the interfaces of a class and of its superclasses, each before those it extends. */
    static List<TypeElement> interfaces(TypeElement model) {
        Set<TypeElement> found = new LinkedHashSet<>();
        Deque<TypeElement> open = new ArrayDeque<>(classes(model));
        while (!open.isEmpty()) {
            TypeElement type = open.pollLast();
            List<? extends TypeMirror> interfaces = type.getInterfaces();
            for (TypeMirror each : interfaces) {
                if (each instanceof DeclaredType declared && found.add((TypeElement) declared.asElement())) {
                    open.addFirst((TypeElement) declared.asElement());
                }
            }
        }
        return List.copyOf(found);
    }
}
