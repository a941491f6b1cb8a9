package io.bloop.processor;

import io.bloop.annotation.StoredWith;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Knows the types that a class, and those it inherits from, give to all members of a Java type. */
final class TypeRegister {

    private final ModelContext scope;
    private final List<StoredConstant> registered = new ArrayList<>();

    TypeRegister(ModelContext scope) {
        this.scope = scope;
        List<TypeElement> classes = new ArrayList<>(Hierarchy.classes(scope.model()));
        Collections.reverse(classes);
        Stream.concat(classes.stream(), Hierarchy.interfaces(scope.model()).stream())
                .forEach(this::add);
    }

    private void add(TypeElement type) {
        List<StoredConstant> own = new ArrayList<>();
        for (AnnotationUse mark : AnnotationUse.all(type, StoredWith.class, StoredWith.All.class)) {
            new StoredWithReader(scope, mark, type.getSimpleName().toString())
                    .read()
                    .ifPresent(constant -> {
                        own.stream()
                                .filter(other -> scope.types().isSameType(other.value(), constant.value()))
                                .findFirst()
                                .ifPresent(other -> scope.error(
                                        Spot.of(mark, "constant"),
                                        type.getSimpleName() + " stores each " + TypeNames.simple(constant.value())
                                                + " with both " + other.name() + " and " + constant.name()
                                                + "; keep one."));
                        own.add(constant);
                    });
        }
        registered.addAll(own);
    }

    /** Returns the type that was given to a Java type by the class, or by that type's own class. */
    Optional<StoredConstant> find(TypeMirror type) {
        Optional<StoredConstant> given = first(registered.stream(), type);
        return given.isPresent() || !(type instanceof DeclaredType declared)
                ? given
                : first(ofItself((TypeElement) declared.asElement()), type);
    }

    private Stream<StoredConstant> ofItself(TypeElement type) {
        return AnnotationUse.all(type, StoredWith.class, StoredWith.All.class).stream()
                .flatMap(mark ->
                        new StoredWithReader(scope, mark, type.getSimpleName().toString()).read().stream());
    }

    private Optional<StoredConstant> first(Stream<StoredConstant> constants, TypeMirror type) {
        return constants
                .filter(constant -> scope.types().isSameType(constant.value(), type))
                .findFirst();
    }
}
