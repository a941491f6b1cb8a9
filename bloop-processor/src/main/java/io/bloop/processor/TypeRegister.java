package io.bloop.processor;

import io.bloop.annotation.StoredWith;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Knows the types that a class, and those it inherits from, give to all members of a Java type. */
final class TypeRegister {

    private final ModelContext scope;
    private final List<StoredConstant> registered = new ArrayList<>();
    private final Map<StoredConstant, AnnotationUse> ofModel = new LinkedHashMap<>();
    private final Set<StoredConstant> used = new HashSet<>();

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
                        Optional<StoredConstant> same = own.stream()
                                .filter(other -> scope.types().isSameType(other.value(), constant.value()))
                                .findFirst();
                        same.ifPresent(other -> scope.error(
                                Spot.of(mark, "constant"),
                                type.getSimpleName() + " stores each " + TypeNames.simple(constant.value())
                                        + " with both " + other.name() + " and " + constant.name()
                                        + "; keep one."));
                        own.add(constant);
                        if (same.isEmpty() && type.equals(scope.model())) {
                            ofModel.put(constant, mark);
                        }
                    });
        }
        registered.addAll(own);
    }

    /** Returns the type that was given to a Java type by the class, or by that type's own class. */
    Optional<StoredConstant> find(TypeMirror type) {
        Optional<StoredConstant> given = first(registered.stream(), type);
        given.ifPresent(used::add);
        return given.isPresent() || !(type instanceof DeclaredType declared)
                ? given
                : first(ofItself((TypeElement) declared.asElement()), type);
    }

    /** Reports the types on the class itself that none of its members has, after all have asked. */
    void checkUse() {
        ofModel.forEach((constant, mark) -> {
            boolean isOfItself = scope.types().isSameType(constant.value(), scope.type());
            if (!used.contains(constant) && !isOfItself && !scope.isAbstract()) {
                scope.error(
                        Spot.of(mark),
                        scope.name() + " stores each " + TypeNames.simple(constant.value()) + " with " + constant.name()
                                + ", and has no " + scope.role().word() + " of that type that takes it from there; take"
                                + " the annotation away.");
            }
        });
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
